/**
 * Comma, semicolon or tab separated text as one sheet. Every value stays text as it was written: "1.234" may be a
 * thousand or a fraction, and who decides that stands further down the line.
 */
import Papa from 'papaparse';
import type { WorkbookCells } from '../../core/cells/cell';
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { detectFileKind } from './file-kind';
import { CellBudget, GridBuilder } from './grid-builder';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { NO_PROPERTIES } from './xlsx/properties';

/** In the order of preference when the evidence is even: a tab is never typed by accident. */
const SEPARATORS = ['\t', ';', ','] as const;
const SAMPLE_LETTERS = 64 * 1024;

/** The separator that cuts most lines of the beginning into the same number of columns, at least two. */
function guessSeparator(text: string): string {
  const cut = text.length > SAMPLE_LETTERS ? text.lastIndexOf('\n', SAMPLE_LETTERS) : text.length;
  const sample = text.slice(0, cut > 0 ? cut : SAMPLE_LETTERS);
  let best: { separator: string; lines: number; columns: number } = { separator: ',', lines: 0, columns: 0 };
  for (const separator of SEPARATORS) {
    if (!sample.includes(separator)) continue;
    const widths = new Map<number, number>();
    for (const row of Papa.parse<string[]>(sample, { delimiter: separator, newline: '\n', header: false }).data) {
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    }
    for (const [columns, lines] of widths) {
      if (lines > best.lines || (lines === best.lines && columns > best.columns)) best = { separator, lines, columns };
    }
  }
  return best.separator;
}

/** Hands over the lines of decoded text, each with its number in the file, from 0. */
function splitText(text: string, take: (row: number, values: readonly string[]) => void): void {
  const named = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i.exec(text);
  // Files pasted together have line ends of both kinds; the parser would follow the first it meets.
  const body = (named === null ? text : text.slice(named[0].length)).replace(/\r\n?/g, '\n');
  // The line "sep=" is a row of the file, so the first row of data is row 2 for whoever looks it up.
  let row = named === null ? 0 : 1;
  Papa.parse<string[]>(body, {
    delimiter: named?.[1] ?? guessSeparator(body),
    newline: '\n',
    header: false,
    step: (line) => {
      take(row, line.data);
      row += 1;
    },
  });
}

/** Reads decoded text. A first line "sep=;" names the separator, as Excel has it. Throws `ReadingRefused` on too many cells. */
export function readCsv(text: string, limits: ReadLimits): WorkbookCells {
  const grid = new GridBuilder(new CellBudget(limits));
  splitText(text, (row, values) => {
    values.forEach((value, column) => {
      grid.add(row, column, { kind: 'text', value }, false, undefined);
    });
  });
  return { sheets: [grid.build('Sheet1', 'visible')], properties: NO_PROPERTIES };
}

/**
 * The values of a text file row by row, empty ones included: for files of our own, such as a roster. Encoding and
 * separator are found as for received files. Fails as `detectFileKind` does, and with "not-a-workbook" for other kinds.
 */
export function readCsvRows(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): Result<readonly (readonly string[])[], Refusal> {
  const detected = detectFileKind(bytes, limits);
  if (!detected.ok) return detected;
  if (detected.value.kind !== 'csv') return fail({ code: 'not-a-workbook', detail: null });
  const rows: (readonly string[])[] = [];
  splitText(detected.value.text, (_row, values) => rows.push(values));
  return ok(rows);
}
