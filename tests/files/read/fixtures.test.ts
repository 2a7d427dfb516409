/** Files of other programs (tests/fixtures/reading) and what they must yield, and the same again by SheetJS. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readBySheetJs, type CellObject } from '@e965/xlsx';
import { cellAddress } from '../../../src/core/cells/address';
import type { CellValue } from '../../../src/core/cells/cell';
import { readWorkbook } from '../../../src/files/read/read-workbook';

const FOLDER = join(__dirname, '../../fixtures/reading');

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

function plain(value: CellValue): string {
  if (value.kind === 'date') return value.iso.replace('T00:00:00', '');
  if (value.kind === 'error') return value.code;
  return value.kind === 'empty' || value.kind === 'uncalculated' ? value.kind : String(value.value);
}

/** One line a sheet: "Name (visibility): A1=…; B1=…", a formula's result marked with a star. */
function describeFile(name: string): readonly string[] {
  const result = readWorkbook(bytesOf(name));
  if (!result.ok) return [result.error.code];
  return result.value.sheets.map((sheet) => {
    const cells = sheet.rows.flatMap((row) =>
      row.cells.map((cell) => `${cellAddress(row.index, cell.column)}=${plain(cell.value)}${cell.formula === true ? '*' : ''}`),
    );
    return `${sheet.sheet} (${sheet.visibility}): ${cells.join('; ')}`;
  });
}

const letters = (row: number, text: string): string =>
  [...text].map((letter, column) => `${cellAddress(row, column)}=${letter}`).join('; ');
const codes = (row: number, text: string): string =>
  [...text].map((letter, column) => `${cellAddress(row, column)}=${String(letter.charCodeAt(0))}*`).join('; ');
const spelled = (name: string, visibility: string, text = name): string =>
  `${name} (${visibility}): ${letters(0, text)}; ${codes(1, text)}`;

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '1904.ods': [
    '1904 (visible): ' +
      [
        [1, '1904-01-02'],
        [11, '1904-01-12'],
        [111, '1904-04-21'],
        [1111, '1907-01-16'],
        [11111, '1934-06-03'],
      ]
        .map(
          ([day, date], row) =>
            `A${String(row + 1)}=${String(day)}; B${String(row + 1)}=${String(date)}; ` +
            `C${String(row + 1)}=${String(date)}*; D${String(row + 1)}=${String(date)}*`,
        )
        .join('; '),
  ],
  'CRLFX5_2.XLS': ['Sheet1 (visible): A1=Normal; B1=abc\ndef; A2=Formula; B2=abc\ndef'],
  'DataTypes.xlsx': [
    'Data Types (visible): B2=Plain Text:; C2=Hello World.; B3=Plain Date:; C3=2010-09-02; B4=Plain DateTime:; ' +
      'C4=2010-09-02T13:45:22; ' +
      'B5=Plain Boolean:; C5=true; B6=Plain Number:; C6=123.45; B7=TimeSpan:; C7=1900-01-01T09:45:22; B9=Large Double Number:; ' +
      'C9=9.999e+307; B11=Explicit Text:; C11=Hello World.; B12=Date as Text:; C12=9/2/2010 12:00:00 AM; B13=DateTime ' +
      'as Text:; ' +
      'C13=9/2/2010 1:45:22 PM; B14=Boolean as Text:; C14=TRUE; B15=Number as Text:; C15=123.45; B16=Number with @ ' +
      'format:; C16=123.45; ' +
      'B17=Format number with @:; C17=123.45; B18=TimeSpan as Text:; C18=1.09:45:22; B19=Inline String:; C19=Not Shared; ' +
      'B21=Error from literal:; C21=#VALUE!; B22=Error from evaluation:; C22=uncalculated*',
  ],
  'TestUnicodeChars.xlsb': [
    'Sheet1 (visible): A1=col1; B1=col2; C1=col3; D1=col4; E1=col5; F1=col6; G1=col7; H1=col8; A2=éЗ; B2=àç; C2=ţş; ' +
      'D2=hj; E2=ЕЖЗ; ' +
      'H2=aaaa; A3=gdf; B3=aaaa; C3=ةةلك; D3=aaaa; E3=ةةلك; F3=aaaa; G3=ةةلك; H3=aaaa',
  ],
  'Test_git_issue_283_TimeSpan.xlsb': [
    'Sheet1 (visible): ' +
      [
        '1899-12-31 0',
        '1900-01-01 1',
        '1900-01-02 2',
        '1900-02-27 58',
        '1900-02-28 59',
        '1900-02-29 60',
        '1900-03-01 61',
        '1900-03-02 62',
        '1900-03-03 63',
      ]
        .map((line, index) => {
          const [date = '', serial = ''] = line.split(' ');
          const row = String(index + 1);
          return `A${row}=${date}; B${row}=${date}; C${row}=${date}; D${row}=${serial}`;
        })
        .join('; '),
  ],
  'Test_git_issue_466_biff3.xls': [
    'Sheet1 (visible): A1=#DIV/0!; B1=#N/A; C1=#VALUE!; D1=#NAME?; E1=#REF!; A2=#DIV/0!; B2=#N/A; C2=#VALUE!; ' +
      'D2=#NAME?; E2=#REF!',
  ],
  'agile_AES256_SHA512_CBC_pwd_password.xlsx': ['password'],
  'empty_shared_string_value.xlsx': ['Sheet1 (visible): A1=Name; B1=City; C1=Status; A2=Alice; C2=Active; B3=Berlin'],
  'number_rows_repeated.ods': ['', 'Sheet2', 'Sheet3'].map((name, shift) => {
    const row = (number: number, left: string, right: string): string =>
      `A${String(number + shift)}=${left}; B${String(number + shift)}=${right}`;
    const rows = [row(1, 'A', 'B'), ...[2, 3, 6, 8].map((number) => row(number, 'C', 'D'))];
    return `${name === '' ? 'Sheet1' : name} (visible): ${rows.join('; ')}`;
  }),
  'pass_protected.ods': ['password'],
  'shared_formula_simple.xlsx': ['Sheet1 (visible): A1=1; B1=2*; A2=2; B2=4*; A3=3; B3=6*'],
  'sheet_visibility_strict.xlsx': [
    spelled('Visible', 'visible', 'visible'),
    spelled('Hidden', 'hidden'),
    spelled('VeryHidden', 'veryHidden'),
  ],
  'utf16le_bom.csv': ['Sheet1 (visible): A1=a; B1=b; C1=c; A2=1; B2=2; C2=3; A3=4; B3=5; C3=ʤ'],
  'xls_formula_columns_beyond_z.xls': ['Sheet1 (visible): A1=uncalculated*; AA1=1; A2=uncalculated*; AA2=2; AA3=3'],
  'xor-encryption-abc.xls': ['password'],
};

describe('files of other programs', () => {
  test('R-READ-64 every fixture has its expected content here', () => {
    expect(
      readdirSync(FOLDER)
        .filter((name) => name !== 'README.md')
        .sort(),
    ).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.keys(EXPECTED))('R-READ-64 %s yields what it holds', (name) => {
    expect(describeFile(name)).toEqual(EXPECTED[name]);
  });

  const comparable = Object.keys(EXPECTED).filter(
    (name) => /\.(xlsx|xlsb|ods)$/.test(name) && EXPECTED[name]?.[0] !== 'password',
  );

  test.each(comparable)('R-READ-65 %s: our own reader and SheetJS see the same cells', (name) => {
    const ours = readWorkbook(bytesOf(name));
    const theirs = readBySheetJs(bytesOf(name), { type: 'buffer', dense: true, cellText: false });
    if (!ours.ok) throw new Error(ours.error.code);
    for (const sheet of ours.value.sheets) {
      const seen = new Set<string>();
      const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = theirs.Sheets[sheet.sheet]?.['!data'] ?? [];
      for (const row of sheet.rows) {
        for (const cell of row.cells) {
          const place = cellAddress(row.index, cell.column);
          seen.add(place);
          const other = rows[row.index]?.[cell.column];
          // The two differ by design: SheetJS loses a formula without a result, and counts days of .ods from 1904.
          if (cell.value.kind === 'uncalculated' || (name === '1904.ods' && cell.value.kind === 'date')) continue;
          if (cell.value.kind === 'error') expect([place, other?.t]).toEqual([place, 'e']);
          else if (cell.value.kind === 'date') expect([place, other?.v]).toEqual([place, cell.value.serial]);
          else if (cell.value.kind !== 'empty') expect([place, other?.v]).toEqual([place, cell.value.value]);
        }
      }
      rows.forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          if (cell?.v !== undefined && cell.v !== '') expect(seen).toContain(cellAddress(row, column));
        }),
      );
    }
  });
});
