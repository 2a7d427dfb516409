/** `--report` and `--reminder` through the real command line: Word documents of the samples. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonReport } from '../../src/cli/json-report';
import { annexFile } from '../support/annex-file';
import { temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';
import { all, readDocx, textOf, type ReadDocx } from '../support/docx';
import { convert } from '../support/libreoffice';
import { pdfPages } from '../support/pdf-words';
import { readText, ROOT } from '../support/source-tree';

const RECEIVED = join(ROOT, 'samples', 'received');
const ROSTER = join(ROOT, 'samples', 'roster.csv');
const expected = JSON.parse(readText('samples/expected.json')) as { readonly totals: JsonReport['totals'] };
const form = JSON.parse(readText('src/catalogue/forms/phu-luc-ii-lai-chau-2024/form.json')) as {
  readonly indicators: readonly {
    readonly id: string;
    readonly text: string;
    readonly fields: readonly { readonly measure: string }[];
  }[];
};

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** The value of a total; null where nobody reported it. */
function totalOf(id: string, measure: string): number | null {
  const values = expected.totals[id];
  const reporters = values?.['reporters'];
  if (typeof reporters !== 'object' || reporters[measure] === 0) return null;
  return Number(values?.[measure]);
}

/** Rows of the annex of totals: text of the row → its cells. */
function annexRows(docx: ReadDocx): ReadonlyMap<string, readonly string[]> {
  const table = docx.tables.find((one) => textOf(one).includes('Nội dung các hoạt động'));
  if (table === undefined) throw new Error('no table of totals');
  return new Map(
    all(table, 'tr')
      .map((row) => all(row, 'tc').map(textOf))
      .map((cells) => [cells[1] ?? '', cells]),
  );
}

test('R-WORD-50 the report of the samples: its annex shows exactly the totals, its text their figures; LibreOffice opens it', async () => {
  const path = join(folder.path, 'Báo cáo.docx');
  const run = await tongHopJson([RECEIVED, '--roster', ROSTER, '--campaign', 'lai-chau-2024', '--report', path]);
  expect(run.code).toBe(1);
  expect(run.json.totals).toEqual(expected.totals);
  const docx = readDocx(bytesOf(path));
  const rows = annexRows(docx);
  const columns: Readonly<Record<string, number>> = { count: 3, people: 4 };
  let compared = 0;
  for (const { id, text, fields } of form.indicators) {
    for (const { measure } of fields) {
      const total = totalOf(id, measure);
      expect([id, measure, rows.get(text)?.[columns[measure] ?? -1]]).toEqual([
        id,
        measure,
        total === null ? '' : grouped(total),
      ]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(40);
  const body = docx.paragraphs.filter(({ style }) => /^(BodyText|Item\d)$/.test(style)).map(({ text }) => text);
  for (const [id, measure] of [
    ['1', 'count'],
    ['2', 'count'],
    ['3', 'count'],
    ['4.3', 'count'],
    ['6', 'people'],
    ['10.1', 'count'],
    ['10.2', 'count'],
  ] as const) {
    const figure = grouped(totalOf(id, measure) ?? Number.NaN);
    expect([
      id,
      body.some((text) => new RegExp(`(^|[^\\d.])${figure.replaceAll('.', '\\.')}([^\\d.]|\\.\\D|\\.$|$)`).test(text)),
    ]).toEqual([id, true]);
  }
  const pages = pdfPages(convert(bytesOf(path), 'docx', 'pdf'));
  const first = pages[0]?.lines.map(({ text }) => text) ?? [];
  expect(first).toEqual(expect.arrayContaining(['BÁO CÁO', 'Độc lập - Tự do - Hạnh phúc']));
  expect(pages.length).toBeGreaterThan(3);
}, 120_000);

test('R-WORD-51 without a campaign and a roster the names stay dotted, and the report still comes out', async () => {
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3], '1.1': [2, 40] }, { unit: 'UBND xã Một' }));
  const path = join(folder.path, 'bc.docx');
  const run = await tongHop([input, '--report', path]);
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain(`Đã ghi ${path}`);
  const docx = readDocx(bytesOf(path));
  const texts = docx.paragraphs.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Số: …+\/BC-…+$/), expect.stringMatching(/^…+, ngày …… tháng …… năm /)]),
  );
  expect(docx.paragraphs.find(({ style }) => style === 'Issuer')?.text).toMatch(/^…+$/);
}, 60_000);

test("R-WORD-55 a file of last year in another form is said and left out of the report; without a report it is refused", async () => {
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND xã Một' }));
  const other = folder.write('nam-truoc.csv', new TextEncoder().encode('TT,Họ tên\n1,A\n'));
  const path = join(folder.path, 'bc.docx');
  const run = await tongHop([input, '--report', path, '--last-year', other]);
  expect([run.code, run.stderr.includes('không so sánh được'), existsSync(path)]).toEqual([0, true, true]);
  expect((await tongHop([input, '--last-year', other])).code).toBe(2);
}, 60_000);

test('R-WORD-52 two runs give the same document', async () => {
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND xã Một' }));
  const [one, two] = [join(folder.path, '1.docx'), join(folder.path, '2.docx')];
  for (const path of [one, two]) await tongHop([input, '--report', path, '--campaign', 'lai-chau-2024']);
  expect(Buffer.from(bytesOf(one)).equals(Buffer.from(bytesOf(two)))).toBe(true);
}, 60_000);

test('R-WORD-53 a wrong ending or a place that cannot be written is one sentence and exit code 2; nothing is left behind', async () => {
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND xã Một' }));
  mkdirSync(join(folder.path, 'taken.docx'));
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['--report', join(folder.path, 'bc.doc')], /--report phải kết thúc bằng \.docx/],
    [['--reminder', join(folder.path, 'dd.pdf')], /--reminder phải kết thúc bằng \.docx/],
    [['--reminder', join(folder.path, 'dd.docx')], /cần có danh sách đơn vị/],
    [['--report', join(folder.path, 'none', 'bc.docx')], /Không ghi được tệp/],
    [['--report', join(folder.path, 'taken.docx')], /Không ghi được tệp/],
  ];
  for (const [options, sentence] of wrong) {
    const run = await tongHop([input, ...options]);
    expect([options, run.code, sentence.test(run.stderr), /^\s+at /m.test(run.stderr)]).toEqual([options, 2, true, false]);
  }
  expect(existsSync(join(folder.path, 'dd.docx'))).toBe(false);
}, 120_000);

test('R-WORD-54 the reminder of the samples names those who are missing; nobody to remind is said and makes no file', async () => {
  const path = join(folder.path, 'đôn đốc.docx');
  const run = await tongHop([RECEIVED, '--roster', ROSTER, '--campaign', 'lai-chau-2024', '--reminder', path]);
  expect(run.code).toBe(1);
  const texts = readDocx(bytesOf(path)).paragraphs.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([expect.stringMatching(/^V\/v đôn đốc/), 'UBND xã Bến Sương', 'Trường TH&THCS Khe Trong']),
  );
  const input = folder.write('in/a.xlsx', annexFile({ '2': [3] }, { unit: 'UBND xã Một' }));
  const roster = folder.write('roster.csv', new TextEncoder().encode('name\nUBND xã Một\n'));
  const none = join(folder.path, 'none.docx');
  const quiet = await tongHop([input, '--roster', roster, '--reminder', none]);
  expect([quiet.code, existsSync(none)]).toEqual([0, false]);
  expect(quiet.stderr).toContain('Không có đơn vị nào cần đôn đốc');
  expect(quiet.stdout).not.toContain('none.docx');
}, 120_000);
