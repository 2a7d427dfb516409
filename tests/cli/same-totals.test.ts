/** The same figures come out whatever program saved the files, and however many levels they went through. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { read, write } from '@e965/xlsx';

import { annexFile } from '../support/annex-file';
import { convertMany } from '../support/libreoffice';
import { reportedTotals, statesOf, temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';
import { ROOT } from '../support/source-tree';

let folder: Folder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => {
  folder.remove();
});

const SAMPLES = [
  '01. PL2 - xã Suối Ngân.xlsx',
  'Phụ lục II - xã Đồi Chè.xlsx',
  'PL2_xa Khe Say.xlsx',
  'PHU LUC II - THI TRAN MO SAO.xlsx',
  'Phu luc II xa Thac Doi.xlsx',
  'Bieu tong hop xa Da Vach.xlsx',
  'Phu luc 2 - xa Na Lanh.xlsx',
  'PL2 xa Ho Trang.xlsx',
  'PL2 Truong TH Lung Man.xlsx',
  'Bao cao so lieu.xlsx',
  'UBND xa Ta Sua.xlsx',
];
const originals = new Map(
  SAMPLES.map((name) => [name.slice(0, -'.xlsx'.length), new Uint8Array(readFileSync(join(ROOT, 'samples', 'received', name)))]),
);

describe('saved by other programs', () => {
  test.each([
    ['xls', 'LibreOffice', () => convertMany(originals, 'xlsx', 'xls')],
    ['ods', 'LibreOffice', () => convertMany(originals, 'xlsx', 'ods')],
    [
      'xlsb',
      'SheetJS',
      () =>
        new Map(
          [...originals].map(([name, bytes]) => {
            const book = read(bytes, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true });
            // SheetJS cannot write the printed titles into this format, and says so each time.
            if (book.Workbook !== undefined) book.Workbook.Names = [];
            return [name, new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer)];
          }),
        ),
    ],
  ])(
    'R-CLI-30 as .%s by %s the samples have the same totals, units and proposals',
    async (type, _program, convert) => {
      for (const [name, bytes] of originals) folder.write(`${type}/xlsx/${name}.xlsx`, bytes);
      for (const [name, bytes] of convert()) folder.write(`${type}/other/${name}.${type}`, bytes);
      for (const options of [[], ['--accept-proposals']]) {
        const before = await tongHopJson([join(folder.path, type, 'xlsx'), ...options]);
        const after = await tongHopJson([join(folder.path, type, 'other'), ...options]);
        expect(Object.keys(reportedTotals(before.json)).length).toBeGreaterThan(60);
        expect(after.json.totals).toEqual(before.json.totals);
        expect(after.json.submissions.map((one) => [one.unit?.name, one.state])).toEqual(
          before.json.submissions.map((one) => [one.unit?.name, one.state]),
        );
      }
    },
    180_000,
  );
});

describe('through two levels', () => {
  const units = Array.from({ length: 6 }, (_, index) => ({
    file: `${String(index + 1)}.xlsx`,
    bytes: annexFile(
      {
        '1': [index + 4],
        '1.1': [index, index * 20],
        '1.6': [3, 90 + index],
        ...(index % 2 === 0 ? { '2': [index] } : {}),
        '5': [index + 5],
        '5.3': [2, 50],
        '4.2': [null, 7 * index],
        '10.1': [1_000_000 * index],
        '11': [`Nội dung khác ${String(index)}`],
      },
      { unit: `UBND xã Thứ ${['Nhất', 'Nhì', 'Ba', 'Tư', 'Năm', 'Sáu'][index] ?? ''}` },
    ),
  }));

  beforeAll(async () => {
    for (const [index, one] of units.entries()) {
      folder.write(`all/${one.file}`, one.bytes);
      folder.write(`${index < 3 ? 'first' : 'second'}/${one.file}`, one.bytes);
    }
    mkdirSync(join(folder.path, 'up'));
    for (const half of ['first', 'second']) {
      expect((await tongHop([join(folder.path, half), '--out', join(folder.path, 'up', `${half}.xlsx`)])).code).toBe(0);
    }
  }, 60_000);

  test('R-CLI-31 consolidating two consolidations gives the totals and reporters of consolidating all', async () => {
    const all = await tongHopJson([join(folder.path, 'all')]);
    const up = await tongHopJson([join(folder.path, 'up')]);
    expect(statesOf(up.json)).toEqual(['first.xlsx counted –', 'second.xlsx counted –']);
    expect(up.json.totals).toEqual(all.json.totals);
    expect(up.json.totals['1.1']).toMatchObject({ reporters: { count: 6, people: 6 } });
  }, 60_000);

  test('R-CLI-32 a unit that came by itself as well is contained, and counted once', async () => {
    const both = [join(folder.path, 'up'), join(folder.path, 'all', '2.xlsx')];
    const run = await tongHopJson(both);
    expect(statesOf(run.json)).toEqual(['2.xlsx contained inside-other', 'first.xlsx counted –', 'second.xlsx counted –']);
    expect(run.json.totals).toEqual((await tongHopJson([join(folder.path, 'all')])).json.totals);
    expect(run.code).toBe(0);
  }, 60_000);

  test('R-CLI-33 a unit that came by itself with other figures waits for the clerk', async () => {
    folder.write('changed/2.xlsx', annexFile({ '2': [99] }, { unit: 'UBND xã Thứ Nhì' }));
    const run = await tongHopJson([join(folder.path, 'up'), join(folder.path, 'changed', '2.xlsx')]);
    expect(statesOf(run.json)[0]).toBe('2.xlsx undetermined inside-other-differs');
    expect(run.code).toBe(1);
  }, 60_000);
});
