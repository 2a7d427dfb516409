/** Schedules and learned forms from the command line, end to end. */
import { readFileSync } from 'node:fs';

import { formAsText } from '../../src/app/learn-form';
import { formOfDraft, learnTable } from '../../src/core/forms/learn/learn-form';
import { planFormWorkbook } from '../../src/core/sheets/plan-form';
import type { ListLine } from '../../src/core/sheets/list/plan-list-form';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { writeXlsx } from '../../src/files/write/write-xlsx';
import { sheetWords } from '../../src/messages/sheet-words';
import { statesOf, temporaryFolder, tongHop, tongHopJson } from '../support/cli';
import { fillCells, fillForm } from '../support/fill';
import { gridOf } from '../support/grid';
import { SCHEDULE } from '../support/schedule';

async function schedule(name: string, lines: readonly ListLine[]): Promise<Uint8Array> {
  const unit = { code: null, name };
  return new Uint8Array(
    await writeXlsx(
      planFormWorkbook(SCHEDULE, {
        words: sheetWords,
        sheetName: null,
        purpose: 'blank',
        year: 2022,
        attachedTo: null,
        unit,
        lines,
      }),
    ),
  );
}

const FORM = ['--form', 'lich-dang-ky/ninh-thuan-2022', '--campaign', 'ninh-thuan-2022'];

test('R-LIST-80 schedules are consolidated from the command line into a workbook and JSON, and that workbook again', async () => {
  const folder = temporaryFolder();
  try {
    const a = await schedule('UBND huyện Ninh Sơn', [
      { day: '2022-10-01', texts: { place: 'Hội trường', content: 'Lễ khai mạc' } },
      { day: '2022-10-03', texts: { place: 'Thư viện', content: 'Ngày hội đọc sách', note: '200 học sinh' } },
    ]);
    // The day of the second group typed over as text, with a weekday that is not its own.
    folder.write('nhan/a.xlsx', fillCells(a, new Map([['B14', 'ngày 3/10 (thứ Sáu)']])));
    folder.write(
      'nhan/b.xlsx',
      await schedule('UBND huyện Bác Ái', [{ day: '2022-10-01', texts: { place: 'Sân vận động', content: 'Đồng diễn' } }]),
    );
    folder.write('nhan/roster.csv', 'code,name\n1,UBND huyện Ninh Sơn\n2,UBND huyện Bác Ái\n3,UBND huyện Thuận Nam\n');
    folder.write('ds.csv', 'code,name\n1,UBND huyện Ninh Sơn\n2,UBND huyện Bác Ái\n3,UBND huyện Thuận Nam\n');
    const out = `${folder.path}/lich.xlsx`;
    const run = await tongHopJson([
      ...FORM,
      '--roster',
      `${folder.path}/ds.csv`,
      '--out',
      out,
      `${folder.path}/nhan/a.xlsx`,
      `${folder.path}/nhan/b.xlsx`,
    ]);
    expect(run.code).toBe(0);
    expect(run.json.form).toBe('lich-dang-ky/ninh-thuan-2022');
    expect(run.json.totals).toEqual({});
    expect(run.json.missing).toEqual(['UBND huyện Thuận Nam']);
    expect(run.json.lines?.map((line) => [line.from, line.day, line.unit.name, line.texts['content']])).toEqual([
      ['2022-10-01', 'certain', 'UBND huyện Bác Ái', 'Đồng diễn'],
      ['2022-10-01', 'certain', 'UBND huyện Ninh Sơn', 'Lễ khai mạc'],
      [null, 'proposed', 'UBND huyện Ninh Sơn', 'Ngày hội đọc sách'],
    ]);
    const proposed = run.json.submissions.flatMap((one) => one.findings).find((one) => one.code === 'proposed-day');
    expect(proposed).toMatchObject({
      severity: 'warning',
      proposal: { indicator: 'B14', values: {}, texts: { date: '2022-10-03' } },
    });
    const book = readWorkbook(new Uint8Array(readFileSync(out)));
    expect(book.ok && book.value.sheets.map((one) => one.sheet)).toEqual([
      'Lịch tổng hợp',
      'Chi tiết',
      'Tình hình nộp báo cáo',
      'Cần rà soát',
      '_tonghop',
    ]);
    // Registration ends before 1 October: the ledger has its deadline, not that of the results.
    const ledger = book.ok ? JSON.stringify(book.value.sheets[2]) : '';
    expect(ledger).toContain('2022-09-30');
    expect(ledger).not.toContain('2022-10-14');
    const accepted = await tongHopJson([...FORM, '--accept-proposals', `${folder.path}/nhan/a.xlsx`]);
    expect(accepted.json.lines?.map((line) => [line.from, line.written])).toEqual([
      ['2022-10-01', '01/10/2022'],
      ['2022-10-03', 'ngày 3/10 (thứ Sáu)'],
    ]);
    const above = await tongHopJson([...FORM, out]);
    expect(statesOf(above.json)).toHaveLength(1);
    expect(above.json.submissions[0]).toMatchObject({ state: 'counted', unit: { name: 'Sở Giáo dục và Đào tạo Ninh Thuận' } });
    expect(above.json.lines?.map((line) => [line.from, line.unit.name, line.texts])).toEqual(
      run.json.lines?.map((line) => [line.from, line.unit.name, line.texts]),
    );
    expect(above.json.lines?.map((line) => line.via)).toEqual(run.json.lines?.map(() => 'Sở Giáo dục và Đào tạo Ninh Thuận'));
  } finally {
    folder.remove();
  }
});

test('R-LIST-81 a learned form is used from its file; a file that is none, or is not there, is wrong use with a sentence', async () => {
  const folder = temporaryFolder();
  try {
    const grid = gridOf([
      ['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng'],
      ['1', 'Trồng cây', 'cây', 5],
      ['2', 'Dọn vệ sinh', 'buổi', 2],
    ]);
    const draft = learnTable(grid, { top: 0, left: 0, bottom: 2, right: 3 });
    if (!draft.ok) throw new Error(draft.error.code);
    const made = formOfDraft(draft.value, {
      name: 'Trồng cây',
      taken: [],
      unitLine: 'Đơn vị báo cáo',
      source: 'thử',
      label: 'Mẫu tự tạo',
    });
    if (!made.ok) throw new Error('no form');
    const file = folder.write('mau.json', formAsText(made.value));
    for (const [name, value] of [
      ['UBND xã A', 7],
      ['UBND xã B', 8],
    ] as const) {
      const plan = planFormWorkbook(made.value, {
        words: sheetWords,
        sheetName: null,
        purpose: 'blank',
        year: 2026,
        attachedTo: null,
        unit: { code: null, name },
      });
      folder.write(`nhan/${name}.xlsx`, fillForm(new Uint8Array(await writeXlsx(plan)), made.value, { '1/m1': value }));
    }
    const run = await tongHopJson(['--form', file, '--out', `${folder.path}/tong.xlsx`, `${folder.path}/nhan`]);
    expect(run.code).toBe(0);
    expect(run.json).toMatchObject({
      form: 'tu-tao/trong-cay',
      totals: { '1': { m1: 15, reporters: { m1: 2 } }, '2': { m1: 0, reporters: { m1: 0 } } },
    });
    expect(run.json.lines).toBeUndefined();
    const above = await tongHopJson(['--form', file, `${folder.path}/tong.xlsx`]);
    expect(above.json.totals).toEqual(run.json.totals);
    const bad = folder.write('hong.json', '{"kind":"indicators"}');
    const wrong = await tongHop(['--form', bad, `${folder.path}/nhan`]);
    expect([wrong.code, wrong.stderr.split('\n')[0]]).toEqual([
      2,
      `Tệp “${bad}” không phải là một mẫu do phần mềm này lưu, hoặc đã bị sửa hỏng.`,
    ]);
    const none = await tongHop(['--form', `${folder.path}/khong-co.json`, `${folder.path}/nhan`]);
    expect([none.code, none.stderr.split('\n')[0]]).toEqual([2, `Không đọc được tệp mẫu “${folder.path}/khong-co.json”.`]);
  } finally {
    folder.remove();
  }
});
