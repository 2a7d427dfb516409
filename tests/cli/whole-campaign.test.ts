/**
 * The five campaigns of the catalogue from their first day to their last, through the real command line: roster, sending
 * out, filling in, receiving (some late, some twice, one broken, one on paper, some never), consolidating, reminding, the
 * answers to the reminders, and the next level.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';

import { findCampaign } from '../../src/catalogue/campaigns';
import { findForm } from '../../src/catalogue/forms';
import { lastSafeMinute } from '../../src/core/campaign/deadline';
import { dayOf, timeOf } from '../../src/core/campaign/moments';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { temporaryFolder, tongHop, tongHopJson, type Folder, type JsonRun } from '../support/cli';
import { ROSTERS } from '../support/campaigns';
import { fillForm } from '../support/fill';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

test.each(Object.keys(ROSTERS))(
  'R-SEND-60 the campaign %s runs from its first day to its last',
  async (id) => {
    const campaign = findCampaign(id);
    const form = findForm(campaign?.forms[0] ?? '');
    const step = campaign?.steps.find((one) => one.what === 'result');
    const names = ROSTERS[id] ?? [];
    if (campaign === undefined || form === undefined || step?.deadline == null)
      throw new Error('the campaign has no form or deadline');
    const last = lastSafeMinute(step.deadline);
    const lastMinute = `${dayOf(last)}T${timeOf(last)}`;
    const nextDay = dayOf(last + 24 * 60);
    const code = (index: number): string => `M${String(index + 1)}`;
    const roster = folder.write(
      'danh-sach.csv',
      ['code,name', ...names.map((name, index) => `${code(index)},"${name}"`)].join('\n'),
    );

    // Sending out.
    const zip = join(folder.path, 'gui-mau.zip');
    const sent = await tongHop(['--send-out', zip, '--roster', roster, '--campaign', id]);
    expect([sent.code, sent.stdout.trim()]).toEqual([0, `Đã ghi 9 tệp mẫu vào ${zip}`]);
    const blank = Object.values(unzipSync(new Uint8Array(readFileSync(zip))));
    expect(blank).toHaveLength(9);

    // Filling in and receiving: renamed at will, one late, one with odd figures, one twice, one broken, one on paper, two never.
    const put = (file: string, index: number, values: Readonly<Record<string, number | string>>): void => {
      folder.write(`nhan/${file}`, fillForm(blank[index] ?? new Uint8Array(), form, values));
    };
    put('Book1.xlsx', 0, { '2/count': 10, '1.1/count': 2, '1.1/people': 50 });
    put('gửi sở.xlsx', 1, { '2/count': 20 });
    put('tre.xlsx', 2, { '2/count': 30 });
    put('la.xlsx', 3, { '2/count': 'khá nhiều', '1.1/count': '12 lớp', '1.1/people': '350 người' });
    put('hai lan.xlsx', 4, { '2/count': 5 });
    put('hai lan (lần 2).xlsx', 4, { '2/count': 55 });
    folder.write(`nhan/PL2 - ${names[5] ?? ''}.xlsx`, 'đây không phải bảng tính');
    const receipts = { 'Book1.xlsx': dayOf(last - 3 * 24 * 60), 'gửi sở.xlsx': lastMinute, 'tre.xlsx': nextDay };
    const typedIn = [{ unit: { code: code(8), name: names[8] }, values: { '2/count': 7 }, receivedAt: dayOf(last - 24 * 60) }];
    const decisions = folder.write('quyet-dinh.json', json({ receipts, typedIn }));

    // Consolidating and reminding.
    const [out, csv] = ['tong-hop.xlsx', 'don-doc.csv'].map((name) => join(folder.path, name));
    const run = (): Promise<JsonRun> =>
      tongHopJson([
        ...['--campaign', id, '--roster', roster, '--decisions', decisions, '--out', out ?? '', '--chase', csv ?? ''],
        ...['--today', dayOf(last + 5 * 24 * 60), join(folder.path, 'nhan')],
      ]);
    const first = await run();
    expect(first.code).toBe(1);
    expect(first.json.form).toBe(form.id);
    expect(first.json.totals['2']).toMatchObject({ count: 10 + 20 + 30 + 55 + 7, reporters: { count: 5 } });
    expect(first.json.totals['1.1']).toMatchObject({ count: 14, people: 400 });
    expect(first.json.missing).toEqual([names[5], names[6], names[7]]);
    const units = Object.fromEntries(first.json.submissions.map((one) => [one.file, `${one.state} ${one.unit?.name ?? '–'}`]));
    expect(units).toMatchObject({
      'Book1.xlsx': `counted ${names[0] ?? ''}`,
      'gửi sở.xlsx': `counted ${names[1] ?? ''}`,
      'la.xlsx': `counted ${names[3] ?? ''}`,
      'hai lan.xlsx': `superseded ${names[4] ?? ''}`,
      [`PL2 - ${names[5] ?? ''}.xlsx`]: 'refused –',
    });
    expect(first.json.findings.find((one) => one.code === 'reporting-rate')?.message).toMatch(
      /6\/9 đơn vị báo cáo đã nộp.*Đúng hạn 3\/4 .*Chưa rõ ngày nhận: 2\./,
    );
    const reminded = readFileSync(csv ?? '', 'utf8')
      .split('\r\n"')
      .slice(1)
      .map((line) => line.split('","').slice(1, 6));
    expect(reminded.map((cells) => [cells[0], cells[4]])).toEqual([
      [code(2), 'Nộp chậm'],
      [code(3), 'Cần sửa hoặc xác nhận'],
      [code(5), 'Tệp không đọc được, quá hạn 5 ngày'],
      [code(6), 'Chưa nộp, quá hạn 5 ngày'],
      [code(7), 'Chưa nộp, quá hạn 5 ngày'],
    ]);

    // The answers to the reminders.
    put('la lần 2.xlsx', 3, { '2/count': 40, '1.1/count': 12, '1.1/people': 350 });
    put(`PL2 - ${names[5] ?? ''}.xlsx`, 5, { '2/count': 60 });
    put('cuoi cung.xlsx', 6, { '2/count': 0 });
    const second = await run();
    expect(second.code).toBe(0);
    expect(second.json.totals['2']).toMatchObject({ count: 10 + 20 + 30 + 40 + 55 + 60 + 0 + 7, reporters: { count: 8 } });
    expect(second.json.missing).toEqual([names[7]]);

    // The workbook says the campaign's year, its "Kèm theo" line and its office, and is what the next level receives.
    const summary = readWorkbook(new Uint8Array(readFileSync(out ?? '')));
    const text = summary.ok ? JSON.stringify(summary.value.sheets[0]?.rows) : '';
    expect(text).toMatch(new RegExp(`NĂM ${String(campaign.year)}.*Kèm theo Báo cáo số .*${campaign.office?.name ?? ''}`, 's'));
    folder.write('cap-tren/tong-hop.xlsx', new Uint8Array(readFileSync(out ?? '')));
    const upper = await tongHopJson(['--campaign', id, join(folder.path, 'cap-tren')]);
    expect(upper.json.totals).toEqual(second.json.totals);
  },
  60_000,
);

test('R-SEND-61 wrong use of sending out and reminding is a sentence and exit code 2; nothing is written', async () => {
  const roster = folder.write('danh-sach.csv', 'name\nUBND xã Một\n');
  const out = join(folder.path, 'x.zip');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--send-out', out], /cần có danh sách đơn vị/],
    [['--send-out', join(folder.path, 'x.rar'), '--roster', roster], /phải kết thúc bằng \.zip/],
    [['--send-out', out, '--roster', roster, folder.path], /không cần nêu các báo cáo/],
    [['--chase', join(folder.path, 'x.pdf'), folder.path], /phải kết thúc bằng \.xlsx hoặc \.csv/],
    [['--chase', join(folder.path, 'x.csv'), folder.path], /cần có danh sách đơn vị/],
    [['--today', '20/10/2024', folder.path], /không phải là ngày/],
    [['--send-out', join(folder.path, 'khong-co', 'x.zip'), '--roster', roster], /Không ghi được tệp/],
  ];
  for (const [args, sentence] of cases) {
    const run = await tongHop(args);
    expect([args.join(' '), run.code]).toEqual([args.join(' '), 2]);
    expect(run.stderr).toMatch(sentence);
  }
  const good = await tongHop(['--send-out', out, '--roster', roster]);
  expect([good.code, good.stdout]).toEqual([0, expect.stringMatching(/1 tệp mẫu.*\n1 đơn vị không có mã/)]);
}, 60_000);
