import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';

import { emptySheet, rangeOf } from '../../../src/core/sheets/sheet-builder';
import type { PlanCell, PlanValue, SheetPlan, WorkbookPlan } from '../../../src/core/sheets/sheet-plan';
import { writeXlsx } from '../../../src/files/write/write-xlsx';
import { cellOf, sheetJs } from '../../support/read-back';

const cell = (row: number, column: number, value: PlanValue | null, style: PlanCell['style'] = 'plain'): PlanCell => ({
  row,
  column,
  value,
  style,
});
const text = (value: string): PlanValue => ({ kind: 'text', value });

function planOf(...sheets: readonly Partial<SheetPlan>[]): WorkbookPlan {
  const all = sheets.map((sheet, index) => ({
    ...emptySheet(`S${String(index + 1)}`, `role-${String(index + 1)}`),
    ...sheet,
  }));
  return { title: 'Thử', sheets: all, names: {}, properties: {} };
}

async function partsOf(plan: WorkbookPlan): Promise<Record<string, string>> {
  const parts = unzipSync(await writeXlsx(plan));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function roundTrip(value: string): Promise<unknown> {
  const bytes = await writeXlsx(planOf({ cells: [cell(0, 0, text(value))] }));
  const read = cellOf(sheetJs(bytes), 'S1', 'A1');
  expect(read?.f).toBeUndefined();
  expect(read?.t).toBe('s');
  return read?.v;
}

describe('text', () => {
  test.each(['=1+1', '+84', '@x', '-5', '=HYPERLINK("http://a")', "'cái"])(
    'R-SHT-01 %s is text and marked to stay so',
    async (value) => {
      expect(await roundTrip(value)).toBe(value);
      const parts = await partsOf(planOf({ cells: [cell(0, 0, text(value))] }));
      expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>');
      const style = /<c r="A1" s="(\d+)"/.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1];
      const formats = (parts['xl/styles.xml'] ?? '').split('<cellXfs')[1]?.match(/<xf [^>]*>/g) ?? [];
      expect(formats[Number(style)]).toContain('quotePrefix="1"');
    },
  );

  test('R-SHT-01 ordinary text is not marked', async () => {
    expect((await partsOf(planOf({ cells: [cell(0, 0, text('1.10'))] })))['xl/styles.xml']).not.toContain(
      'quotePrefix',
    );
  });

  test.each([
    ['a\u0007b', 'a\u0007b'],
    ['a\ud800b', 'a\ufffdb'],
    ['\udc00', '\ufffd'],
    ['a\uffffb\ufffe', 'a\ufffdb\ufffd'],
    ['_x0041_', '_x0041_'],
    ['dòng 1\r\ndòng 2\rdòng 3', 'dòng 1\ndòng 2\ndòng 3'],
    [' <b>&amp;"\' ', ' <b>&amp;"\' '],
    ['\u{1F600} Nguyễn\u0302', '\u{1F600} Nguyễn\u0302'],
  ])('R-SHT-02 %j is read back as %j', async (value, expected) => {
    expect(await roundTrip(value)).toBe(expected);
  });

  test('R-SHT-02 any text can be written and read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (value) => {
        const expected = value.replace(/\r\n?/g, '\n').replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
        expect(await roundTrip(value)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('R-SHT-03 a long text is cut with a mark, a text of the full length is not', async () => {
    const full = 'x'.repeat(32_767);
    expect(await roundTrip(full)).toBe(full);
    const cut = String(await roundTrip(`${full}y`));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith(' […]')).toBe(true);
    const smileys = String(await roundTrip('\u{1F600}'.repeat(20_000)));
    expect(smileys).not.toMatch(/\p{Surrogate}/u);
    expect(smileys.length).toBeLessThanOrEqual(32_767);
  });

  test('R-SHT-06 the names of errors stay text', async () => {
    for (const name of ['#N/A', '#DIV/0!', 'TRUE', '1.10', '007']) expect(await roundTrip(name)).toBe(name);
  });
});

describe('workbook', () => {
  test('R-SHT-04 sheet names are made legal and unique', async () => {
    const names = [
      'Chi tiết',
      'CHI TIẾT',
      'a/b:c*?[x]\\',
      "'x'",
      '',
      'History',
      'Báo cáo của Phòng Văn hóa - Xã hội xã Mường So',
    ];
    const bytes = await writeXlsx(planOf(...names.map((name) => ({ name }))));
    const written = sheetJs(bytes).SheetNames;
    expect(written.slice(0, 4)).toEqual(['Chi tiết', 'CHI TIẾT (2)', 'a b c x ', 'x'].map((name) => name.trim()));
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of written) {
      expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
      expect(name).not.toMatch(/^'|'$|^history$/i);
    }
  });

  test('R-SHT-05 the same plan gives the same bytes without persons and times', async () => {
    const plan = planOf({ cells: [cell(0, 0, text('a')), cell(1, 1, { kind: 'number', value: 2 }, 'number')] });
    const [one, two] = [await writeXlsx(plan), await writeXlsx(plan)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const parts = await partsOf(plan);
    expect(parts['docProps/core.xml']).not.toMatch(/creator|lastModifiedBy|created|modified/);
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  });

  test('R-SHT-07 formulas carry their results', async () => {
    const formula = (value: string, result: number | string | null): PlanValue => ({
      kind: 'formula',
      formula: value,
      result,
    });
    const book = sheetJs(
      await writeXlsx(
        planOf({
          cells: [
            cell(0, 0, formula('1+1', 2)),
            cell(0, 1, formula('"a"&"<"', 'a<')),
            cell(0, 2, formula('IF(1=0,1,"")', null)),
          ],
        }),
      ),
    );
    expect(cellOf(book, 'S1', 'A1')).toMatchObject({ f: '1+1', t: 'n', v: 2 });
    expect(cellOf(book, 'S1', 'B1')).toMatchObject({ f: '"a"&"<"', t: 's', v: 'a<' });
    expect(cellOf(book, 'S1', 'C1')).toMatchObject({ f: 'IF(1=0,1,"")', t: 's', v: '' });
  });

  test('R-SHT-08 validation carries prompt and alert within the limits of Excel', async () => {
    const prompt = { title: 'T'.repeat(40), message: 'M "<'.repeat(100) };
    const alert = { title: 'Sai', message: 'Xin nhập lại.' };
    const range = rangeOf(0, 0, 4, 0);
    const xml = (
      await partsOf(
        planOf({
          validations: [
            { kind: 'wholeNumber', range, minimum: 0, prompt, alert },
            { kind: 'list', range: rangeOf(0, 1, 0, 1), source: ['Có', 'Không'], prompt, alert },
            { kind: 'any', range: rangeOf(0, 2, 0, 2), prompt },
          ],
        }),
      )
    )['xl/worksheets/sheet1.xml'];
    expect(xml).toContain(
      '<dataValidations count="3"><dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1"',
    );
    expect(xml).toContain(`promptTitle="${'T'.repeat(31)}…"`);
    expect(xml).toContain('errorTitle="Sai" error="Xin nhập lại."');
    expect(xml).toContain('sqref="A1:A5"><formula1>0</formula1>');
    expect(xml).toContain('<formula1>&quot;Có,Không&quot;</formula1>');
    const message =
      /prompt="([^"]*)"/
        .exec(xml ?? '')?.[1]
        ?.replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<') ?? '';
    expect(message).toHaveLength(225);
    const tooLong = { kind: 'list', range, source: ['x'.repeat(300)], prompt, alert } as const;
    await expect(writeXlsx(planOf({ validations: [tooLong] }))).rejects.toThrow('255');
  });

  test('R-SHT-09 tables name their columns as their headers do', async () => {
    const cells = [
      cell(1, 0, text('Mã & tên')),
      cell(1, 1, text('Gấp đôi')),
      cell(2, 0, { kind: 'number', value: 1 }),
      cell(2, 1, { kind: 'formula', formula: 'T1[[#This Row],[Mã & tên]]*2', result: 2 }),
    ];
    const table = {
      name: 'T1',
      range: rangeOf(1, 0, 2, 1),
      columns: ['Mã & tên', 'Gấp đôi'],
      calculated: { 'Gấp đôi': 'T1[[#This Row],[Mã & tên]]*2' },
    };
    const parts = await partsOf(planOf({ cells, tables: [table] }));
    expect(parts['xl/tables/table1.xml']).toContain('displayName="T1" ref="A2:B3"');
    expect(parts['xl/tables/table1.xml']).toContain('<tableColumn id="1" name="Mã &amp; tên"/>');
    expect(parts['xl/tables/table1.xml']).toContain(
      '<calculatedColumnFormula>T1[[#This Row],[Mã &amp; tên]]*2</calculatedColumnFormula>',
    );
    const broken = [
      { ...table, columns: ['Mã', 'Gấp đôi'] },
      { ...table, range: rangeOf(1, 0, 1, 1) },
      { ...table, columns: ['Mã & tên'] },
    ];
    for (const one of broken) await expect(writeXlsx(planOf({ cells, tables: [one] }))).rejects.toThrow('table T1');
    await expect(writeXlsx(planOf({ cells: [cell(0, 0, null), cell(0, 0, null)] }))).rejects.toThrow('planned twice');
    await expect(writeXlsx(planOf({ visibility: 'hidden' }))).rejects.toThrow('can be seen');
  });

  test('R-SHT-10 the page is A4 and set up as planned', async () => {
    const page = {
      ...emptySheet('', '').page,
      orientation: 'landscape',
      titleRows: { first: 2, last: 3 },
      titleColumns: { first: 0, last: 1 },
      printArea: rangeOf(0, 0, 9, 4),
      pagesWide: 3,
    } as const;
    const parts = await partsOf(planOf({ name: "Số 'liệu'", page, freeze: { rows: 4, columns: 2 }, gridLines: false }));
    const xml = parts['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="3" fitToHeight="0"/>');
    expect(xml).toContain(
      '<pageMargins left="1.181" right="0.591" top="0.787" bottom="0.787" header="0.394" footer="0.394"/>',
    );
    expect(xml).toContain('<pane xSplit="2" ySplit="4" topLeftCell="C5" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('showGridLines="0"');
    expect(parts['xl/workbook.xml']).toContain("'Số ''liệu'!$A:$B,'Số ''liệu'!$3:$4</definedName>");
    expect(parts['xl/workbook.xml']).toContain("'Số ''liệu'!$A$1:$E$10</definedName>");
  });

  test('R-SHT-11 protection has no password and leaves the inputs open', async () => {
    const cells = [cell(0, 0, text('nhãn'), 'label'), cell(0, 1, null, 'input'), cell(1, 1, null, 'input')];
    const parts = await partsOf(planOf({ cells, editable: [rangeOf(0, 1, 0, 1)] }));
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).not.toMatch(/password|hashValue/);
    const formats = (parts['xl/styles.xml'] ?? '').split('<cellXfs')[1]?.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g) ?? [];
    const unlocked = ['A1', 'B1', 'B2'].map((place) =>
      formats[Number(new RegExp(`r="${place}" s="(\\d+)"`).exec(xml)?.[1])]?.includes('locked="0"'),
    );
    expect(unlocked).toEqual([false, true, false]);
  });

  test('R-SHT-12 what is not cells is in the file', async () => {
    const parts = await partsOf({
      ...planOf(
        {
          cells: [{ ...cell(0, 0, text('xem')), link: { sheet: 'S2', cell: 'B3' } }],
          hiddenColumns: [2],
          columnWidths: [5],
          autoFilter: rangeOf(0, 0, 3, 1),
        },
        { visibility: 'hidden' },
        { visibility: 'veryHidden' },
      ),
      names: { Nam: "'S1'!$A$1" },
      properties: { 'TongHop.UnitCode': '03244', 'a<b': 'x\u0001&y' },
    });
    expect(parts['xl/workbook.xml']).toMatch(
      /name="S2" sheetId="2" state="hidden".*name="S3" sheetId="3" state="veryHidden"/,
    );
    expect(parts['xl/workbook.xml']).toContain('<definedName name="Nam">\'S1\'!$A$1</definedName>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<hyperlink ref="A1" location="\'S2\'!B3"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<col min="3" max="3" [^>]*hidden="1"\/>/);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:B4"/>');
    expect(parts['docProps/custom.xml']).toContain('name="TongHop.UnitCode"><vt:lpwstr>03244</vt:lpwstr>');
    expect(parts['docProps/custom.xml']).toContain('name="a&lt;b"><vt:lpwstr>x&amp;y</vt:lpwstr>');
    expect(parts['xl/customProperty1.bin']?.replaceAll('\0', '')).toBe('role-1');
  });

  test('R-SHT-13 dates are dates', async () => {
    const date = (iso: string): PlanValue => ({ kind: 'date', iso });
    const book = sheetJs(
      await writeXlsx(
        planOf({ cells: [cell(0, 0, date('2024-10-20'), 'date'), cell(0, 1, date('1900-03-01'), 'date')] }),
      ),
    );
    expect(cellOf(book, 'S1', 'A1')).toMatchObject({ t: 'n', v: 45585, z: 'dd/mm/yyyy' });
    expect(cellOf(book, 'S1', 'B1')).toMatchObject({ v: 61 });
    for (const wrong of ['2024-02-30', '20/10/2024', '']) {
      await expect(writeXlsx(planOf({ cells: [cell(0, 0, date(wrong), 'date')] }))).rejects.toThrow('no date');
    }
  });

  test('R-SHT-14 wrapped text gets the height it needs, not fixed', async () => {
    const long = 'Bồi dưỡng nâng cao trình độ chuyên môn nghiệp vụ cho cán bộ '.repeat(3);
    const cells = [cell(0, 0, text(long), 'text'), cell(1, 0, text('ngắn'), 'text'), cell(2, 0, text(long), 'text')];
    const xml =
      (await partsOf(planOf({ cells, columnWidths: [30], rowHeights: new Map([[2, 40]]) })))[
        'xl/worksheets/sheet1.xml'
      ] ?? '';
    const row = (at: number): string => new RegExp(`<row r="${String(at)}"[^>]*>`).exec(xml)?.[0] ?? '';
    expect(Number(/ht="(\d+)"/.exec(row(1))?.[1])).toBeGreaterThan(80);
    expect(Number(/ht="(\d+)"/.exec(row(2))?.[1])).toBeLessThan(22);
    expect(row(1)).not.toContain('customHeight');
    expect(row(3)).toContain('ht="40" customHeight="1"');
  });
});
