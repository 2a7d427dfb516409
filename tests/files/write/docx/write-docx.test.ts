/** The .docx file itself: tables, photos, a package without persons and times. */
import fc from 'fast-check';

import type { DocumentBlock, DocumentCell, DocumentPlan } from '../../../../src/core/document/document-plan';
import { writeDocx } from '../../../../src/files/write/docx/write-docx';
import { all, child, parseXml, readDocx, readParagraph, textOf, twipsOf, value, type ReadDocx } from '../../../support/docx';
import { PIXEL, reportPlan, TABLE, words } from '../../../support/document-plans';

async function written(change: Partial<DocumentPlan>): Promise<ReadDocx> {
  return readDocx(await writeDocx(reportPlan({ annexes: [], ...change })));
}

async function tableOf(change: Partial<typeof TABLE>, orientation: 'portrait' | 'landscape' = 'portrait'): Promise<Element> {
  const annex = { label: 'Phụ lục', title: 'T', attachedTo: null, orientation, blocks: [{ ...TABLE, ...change }], photos: [] };
  const table = (await written({ annexes: [annex] })).tables.at(-1);
  if (table === undefined) throw new Error('no table');
  return table;
}

const cells = (row: Element | undefined): readonly Element[] => (row === undefined ? [] : all(row, 'tc'));
const rowsOf = (table: Element): readonly Element[] => all(table, 'tr');

describe('tables', () => {
  test.each([
    ['portrait', 165],
    ['landscape', 252],
  ] as const)('R-WORD-17 a table on a %s page is as wide as the text; grid and cells agree', async (orientation, mm) => {
    const table = await tableOf({}, orientation);
    const grid = all(table, 'gridCol').map((one) => twipsOf(one, 'w'));
    const width = grid.reduce((a, b) => a + b, 0);
    expect(width / (1440 / 25.4)).toBeCloseTo(mm, 0);
    expect(twipsOf(child(child(table, 'tblPr'), 'tblW'), 'w')).toBe(width);
    for (const row of rowsOf(table)) {
      let column = 0;
      for (const cell of cells(row)) {
        const properties = child(cell, 'tcPr');
        const span = Number(value(child(properties, 'gridSpan')) ?? 1);
        const expected = grid.slice(column, column + span).reduce((a, b) => a + b, 0);
        expect(twipsOf(child(properties, 'tcW'), 'w')).toBe(expected);
        column += span;
      }
      expect(column).toBe(grid.length);
    }
  });

  test('R-WORD-17 header rows are repeated, with their cells spanning columns and rows', async () => {
    const table = await tableOf({});
    const rows = rowsOf(table);
    expect(rows.map((row) => all(row, 'tblHeader').length)).toEqual([1, 1, 0, 0]);
    expect(rows.map((row) => cells(row).map(textOf))).toEqual([
      ['TT', 'Nội dung', 'Số lượng'],
      ['', '', 'Lớp', 'Người'],
      ['1', 'Bồi dưỡng', '12', '345'],
      ['2', 'Phổ biến kiến thức', '0', ''],
    ]);
    const merged = rows.slice(0, 2).map((row) => cells(row).map((cell) => value(all(cell, 'vMerge')[0])));
    expect(merged).toEqual([
      ['restart', 'restart', null],
      ['continue', 'continue', null, null],
    ]);
    expect(all(rows[0] ?? table, 'gridSpan').map((one) => value(one))).toEqual(['2']);
    expect(value(child(child(table, 'tblPr'), 'tblStyle'))).toBe('TableGrid');
  });

  test('R-WORD-17 rows stay whole, but one longer than a good part of a page may break', async () => {
    const long = 'rất dài '.repeat(2_000);
    const table = await tableOf({
      rows: [
        [{ text: '1' }, { text: 'ngắn' }],
        [{ text: '2' }, { text: long }],
      ],
    });
    expect(rowsOf(table).map((row) => all(row, 'cantSplit').length)).toEqual([1, 1, 1, 0]);
  });

  test('R-WORD-17 a column is never narrower than its longest word while others can spare the room', async () => {
    const table = await tableOf({
      columns: [
        { widthMm: 1, align: 'center' },
        { widthMm: 100, align: 'left' },
        { widthMm: 5, align: 'center' },
        { widthMm: 10, align: 'right' },
      ],
      rows: [[{ text: '1.10' }, { text: 'a' }, { text: 'Số cuộc/người' }, { text: '29.800.000' }]],
    });
    const [first = 0, , third = 0, fourth = 0] = all(table, 'gridCol').map((one) => twipsOf(one, 'w'));
    // "1.10", "cuộc/người" and "29.800.000" in Times New Roman 12, with the margins of a cell.
    expect(first).toBeGreaterThan(21 * 20 + 170);
    expect(third).toBeGreaterThan(53 * 20 + 170);
    expect(fourth).toBeGreaterThan(54 * 20 + 170);
  });

  test('R-WORD-17 any rows and spans give a table Word can open', async () => {
    const cell: fc.Arbitrary<DocumentCell> = fc.record(
      { text: fc.string({ maxLength: 8 }), columnSpan: fc.integer({ min: -1, max: 6 }), rowSpan: fc.integer({ min: 0, max: 5 }) },
      { requiredKeys: ['text'] },
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.integer({ min: 0, max: 5 }), async (header, body, columns) => {
        const block: DocumentBlock = {
          kind: 'table',
          columns: Array.from({ length: columns }, (_, index) => ({ widthMm: index * 10, align: 'left' })),
          header,
          rows: body,
        };
        const docx = await written({ body: [block, words('Hết.')] });
        const tables = docx.tables.slice(1, -1);
        expect(tables).toHaveLength(columns === 0 || header.length + body.length === 0 ? 0 : 1);
        for (const table of tables) {
          for (const row of rowsOf(table)) {
            const spans = cells(row).map((one) => Number(value(all(one, 'gridSpan')[0]) ?? 1));
            expect(spans.reduce((a, b) => a + b, 0)).toBe(columns);
          }
          expect(all(table, 'tc').every((one) => one.lastElementChild?.localName === 'p')).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('photos', () => {
  const photo = { bytes: PIXEL, type: 'png', width: 1600, height: 900, caption: 'Lễ khai mạc "Tuần lễ" & <hội sách>' } as const;
  const annexOf = (photos: DocumentPlan['annexes'][number]['photos']): Partial<DocumentPlan> => ({
    annexes: [{ label: 'Phụ lục', title: 'Ảnh', attachedTo: null, orientation: 'portrait', blocks: [], photos }],
  });
  const extents = (docx: ReadDocx): number[][] =>
    [...(docx.parts.get('word/document.xml') ?? '').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map((one) => [
      Number(one[1]),
      Number(one[2]),
    ]);
  const EMU_PER_MM = 36_000;

  test('R-WORD-18 a photo is as wide as the text in its own proportion, its caption below it and read aloud', async () => {
    const docx = await written(annexOf([photo, { ...photo, width: 900, height: 1600 }]));
    const [[wide = 0, low = 0] = [], [narrow = 0, high = 0] = []] = extents(docx);
    expect(wide / EMU_PER_MM).toBeCloseTo(165, 0);
    expect(wide / low).toBeCloseTo(16 / 9, 1);
    expect(high / narrow).toBeCloseTo(16 / 9, 1);
    expect(high / EMU_PER_MM).toBeLessThan(125);
    const captions = docx.paragraphs.filter(({ style }) => style === 'Caption');
    expect(captions.map(({ text, align }) => [text, align])).toEqual(Array(2).fill([photo.caption, 'center']));
    expect(docx.paragraphs.filter(({ style }) => style === 'Picture').every(({ keepNext }) => keepNext)).toBe(true);
    const descriptions = [...parseXml(docx.parts.get('word/document.xml') ?? '').getElementsByTagName('wp:docPr')];
    expect(descriptions.map((one) => [one.getAttribute('id'), one.getAttribute('descr')])).toEqual([
      ['1', photo.caption],
      ['2', photo.caption],
    ]);
    expect(
      [...docx.bytes].filter(([name]) => name.startsWith('word/media/')).map(([, bytes]) => Buffer.from(bytes).equals(PIXEL)),
    ).toEqual([true, true]);
  });

  test('R-WORD-18 what is no picture leaves its caption; sizes nobody knows give a picture that fits', async () => {
    const broken = await written(annexOf([{ ...photo, bytes: new TextEncoder().encode('<svg onload="x"/>') }]));
    expect(extents(broken)).toEqual([]);
    expect([...broken.bytes.keys()].some((name) => name.startsWith('word/media/'))).toBe(false);
    expect(broken.paragraphs.some(({ text }) => text === photo.caption)).toBe(true);
    for (const [width, height] of [
      [0, 0],
      [Number.NaN, 5],
      [1, 100_000],
      [100_000, 1],
    ] as const) {
      const [[x = 0, y = 0] = []] = extents(await written(annexOf([{ ...photo, width, height }])));
      expect(x > 0 && y > 0 && x / EMU_PER_MM <= 165.1 && y / EMU_PER_MM <= 125).toBe(true);
    }
  });
});

function inTable(element: Element): boolean {
  for (let one = element.parentElement; one !== null; one = one.parentElement) if (one.localName === 'tbl') return true;
  return false;
}

describe('package', () => {
  test('R-WORD-19 no empty paragraph makes room: only rules and the ends of sections and tables are without text', async () => {
    const docx = readDocx(await writeDocx(reportPlan()));
    const empty = docx.paragraphs.filter(
      ({ text, element }) => text === '' && element.getElementsByTagName('w:drawing').length === 0 && !inTable(element),
    );
    expect(new Set(empty.map(({ style }) => style))).toEqual(new Set(['Rule', 'SectionEnd']));
    // Sections 1 to 3 end behind a table or a line; two tables next to each other are parted.
    expect(empty.filter(({ style }) => style === 'SectionEnd').length).toBeLessThanOrEqual(2);
  });

  test('R-WORD-19 looks come from styles: paragraphs carry places and borders only', async () => {
    const docx = readDocx(await writeDocx(reportPlan()));
    const ids = new Set(all(docx.styles, 'style').map((one) => value(one, 'styleId')));
    for (const { element } of docx.paragraphs) {
      expect(ids).toContain(value(child(child(element, 'pPr'), 'pStyle')) ?? 'Normal');
      expect([...element.getElementsByTagName('w:sz'), ...element.getElementsByTagName('w:rFonts')]).toEqual([]);
    }
    for (const style of all(docx.styles, 'style')) {
      const based = value(child(style, 'basedOn'));
      if (based !== null) expect(ids).toContain(based);
    }
  });

  test('R-WORD-20 the same plan gives the same bytes; the file has a title and a language, no person, no time', async () => {
    const [one, two] = [await writeDocx(reportPlan()), await writeDocx(reportPlan())];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const core = readDocx(one).parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Báo cáo Kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024</dc:title>');
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|revision/);
    // Local file headers of the zip: 1 January 1980.
    expect(Buffer.from(one).readUInt16LE(12)).toBe(0x21);
  });

  test('R-WORD-23 the package is whole: every part is well-formed, typed and reachable, every relation leads somewhere', async () => {
    const docx = readDocx(await writeDocx(reportPlan()));
    expect([...docx.bytes.keys()][0]).toBe('[Content_Types].xml');
    for (const [name, xml] of docx.parts)
      expect([name, parseXml(xml).getElementsByTagName('parsererror').length]).toEqual([name, 0]);
    const reached = new Set<string>();
    for (const [name, xml] of docx.parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g)) reached.add(folder + target);
    }
    const parts = [...docx.bytes.keys()].filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'));
    expect(new Set(parts)).toEqual(reached);
    const typed = [...(docx.parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)].map((one) => one[1]);
    expect(new Set(typed)).toEqual(new Set(parts.filter((name) => !name.startsWith('word/media/'))));
  });

  test('R-WORD-23 an empty plan gives a document too', async () => {
    const empty: DocumentPlan = {
      kind: 'report',
      superior: null,
      issuer: null,
      number: null,
      symbol: null,
      place: null,
      date: null,
      year: null,
      title: null,
      subject: '',
      addressees: [],
      body: [],
      signatory: [],
      recipients: [],
      annexes: [],
    };
    for (const kind of ['report', 'official-letter'] as const) {
      const docx = readDocx(await writeDocx({ ...empty, kind }));
      expect(docx.paragraphs.map(({ element }) => readParagraph(element, docx.styles).text)).toContain('./.');
    }
  });
});
