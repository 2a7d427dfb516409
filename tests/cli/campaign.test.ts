/** `--campaign`, `--last-year` and `--decisions` through the real command line. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

import { readWorkbook } from '../../src/files/read/read-workbook';
import { annexFile } from '../support/annex-file';
import { temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const ROSTER = 'code,name,kind,superior,email,deadline,aliases\n01,UBND xã Một,UBND,,,,\n02,UBND xã Hai,UBND,,,,\n03,Trường THCS Ba,,,,,\n';

test('R-CAM-15 a campaign of the catalogue gives form, year, title and "Kèm theo"; roster and campaign fill missing, rates and findings', async () => {
  folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND X. Một', year: 2023 }));
  folder.write('in/b.xlsx', annexFile({ '2': [4] }, { unit: 'xã Hai', year: 2022 }));
  const roster = folder.write('roster.csv', new TextEncoder().encode(ROSTER));
  const decisions = folder.write('quyet-dinh.json', new TextEncoder().encode(JSON.stringify({ receipts: { 'a.xlsx': '2023-10-12T00:00', 'b.xlsx': '2023-10-11' } })));
  const out = join(folder.path, 'out.xlsx');
  const run = await tongHopJson(['--campaign', 'thanh-xuan-2023', '--roster', roster, '--decisions', decisions, '--out', out, join(folder.path, 'in')]);
  expect(run.code).toBe(0);
  expect(run.json.form).toBe('phu-luc-ii/trung-lap');
  expect(run.json.missing).toEqual(['Trường THCS Ba']);
  expect(run.json.submissions[1]?.findings.map((one) => one.code)).toContain('other-year');
  expect(run.json.findings.filter((one) => one.code === 'reporting-rate').map((one) => one.message)).toEqual([
    'Tình hình nộp – tất cả các đơn vị: 2/3 đơn vị báo cáo đã nộp (66,7 %). Đúng hạn 1/2 (50 %).',
    'Tình hình nộp – Ủy ban nhân dân: 2/2 đơn vị báo cáo đã nộp (100 %). Đúng hạn 1/2 (50 %).',
    'Tình hình nộp – Trường trung học cơ sở: 0/1 đơn vị báo cáo đã nộp (0 %).',
  ]);
  const workbook = readWorkbook(new Uint8Array(readFileSync(out)));
  const texts = workbook.ok ? workbook.value.sheets.map((sheet) => JSON.stringify(sheet.rows)) : [];
  expect(texts[0]).toMatch(/NĂM 2023/);
  expect(texts[0]).toMatch(/Kèm theo Báo cáo số .*năm 2023/);
  expect(texts.join('')).toMatch(/Tình trạng nộp.*Nộp chậm.*Đúng hạn/s);
});

test('R-CAM-15 a campaign file with unknown keys goes on and says so; one that cannot be used is one sentence a key, and exit code 2', async () => {
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND xã Một', year: 2024 }));
  const file = (name: string, text: string): string => folder.write(name, new TextEncoder().encode(text));
  const odd = await tongHopJson(['--campaign', file('odd.json', '{"id":"x","name":"Đợt thử","year":2024,"hanNop":"x"}'), input]);
  expect(odd.code).toBe(0);
  expect(odd.json.findings.map((one) => one.code)).toContain('campaign-key-unknown');
  const unusable: [string, RegExp][] = [
    [file('b.json', '{"id":"x","name":"Đợt thử"}'), /Thiếu khóa “year”/],
    [file('c.json', '{"id":'), /không phải là JSON/],
    [join(folder.path, 'none.json'), /Không đọc được tệp đợt báo cáo/],
    ['dot-la', /Không có đợt báo cáo “dot-la”.*lai-chau-2024/],
  ];
  for (const [given, sentence] of unusable) {
    const run = await tongHop(['--campaign', given, input]);
    expect([run.code, sentence.test(run.stderr), /^\s+at /m.test(run.stderr)]).toEqual([2, true, false]);
  }
});

test("R-CAM-15 last year's summary is compared: changes beyond the factor are findings", async () => {
  const before = folder.write('before/a.xlsx', annexFile({ '2': [100], '3': [50] }, { unit: 'UBND xã Một', year: 2023 }));
  const summary = join(folder.path, 'nam-truoc.xlsx');
  expect((await tongHop(['--out', summary, before])).code).toBe(0);
  const input = folder.write('in/a.xlsx', annexFile({ '2': [20], '3': [60] }, { unit: 'UBND xã Một' }));
  const run = await tongHopJson(['--last-year', summary, input]);
  expect(run.json.findings.filter((one) => one.code === 'changed-since-last-year').map((one) => one.message)).toEqual([
    expect.stringContaining('năm nay 20 tin, bài/cuộc, năm trước 100 tin, bài/cuộc'),
  ]);
  expect((await tongHop(['--last-year', join(folder.path, 'none.xlsx'), input])).code).toBe(2);
});
