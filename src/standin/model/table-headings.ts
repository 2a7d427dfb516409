/** The headings of tables: what columns are called, in cells and in formulas. */
import { joinTokens, tokenize } from '../formulas/tokens';
import { columnOf, keyOf, rowOf } from './sheet';
import { putContent } from './store';
import type { Table } from './table';
import type { Workbook } from './workbook';

/** "Column1" … and "Tên", "Tên2" for repeated headings: every column of a table has its own name. */
export function uniqueColumn(wanted: string, taken: readonly string[], position: number): string {
  const base = wanted === '' ? `Column${String(position + 1)}` : wanted;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = base;
  for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${base}${String(number)}`;
  return name;
}

/** Headings are text, and say what the columns are called. */
export function writeHeaders(workbook: Workbook, table: Table): void {
  if (!table.showHeaders) return;
  table.columns.forEach((column, offset) => {
    const key = keyOf(table.range.top, table.range.left + offset);
    if (table.sheet.cells.get(key)?.value === column.name) return;
    putContent(workbook, table.sheet, key, { value: column.name, type: 'String', formula: null });
  });
  workbook.note({ aspect: 'cells', sheet: table.sheet, rect: table.headerRow });
}

const escapeColumn = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");

export function renameTableColumn(workbook: Workbook, table: Table, index: number, text: string): void {
  const column = table.columns[index];
  if (column === undefined) return;
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const name = uniqueColumn(text, others, index);
  const before = escapeColumn(column.name);
  column.name = name;
  rewriteStructured(workbook, (structured, home) => {
    const open = structured.indexOf('[');
    const named = structured.slice(0, open).toLowerCase();
    if (named === '' ? home !== table : named !== table.name.toLowerCase()) return structured;
    const inside = structured.slice(open);
    const whole = inside.toLowerCase() === `[${before.toLowerCase()}]` || inside.toLowerCase() === `[@${before.toLowerCase()}]`;
    const next = escapeColumn(name);
    if (whole) return structured.slice(0, open) + (inside.startsWith('[@') ? `[@${next}]` : `[${next}]`);
    return structured.slice(0, open) + inside.replaceAll(`[${before}]`, `[${next}]`);
  });
  writeHeaders(workbook, table);
  workbook.markSymbolicStale();
}

/** Changes the structured references of every formula of the workbook. */
export function rewriteStructured(workbook: Workbook, change: (structured: string, home: Table | null) => string): void {
  for (const sheet of workbook.sheets) {
    for (const key of sheet.formulaKeys) {
      const content = sheet.cells.get(key);
      if (content?.formula == null || !content.formula.includes('[')) continue;
      const tokens = tokenize(content.formula);
      if (tokens === null) continue;
      const home = workbook.tableAt(sheet, rowOf(key), columnOf(key));
      const next = joinTokens(
        tokens.map((token) => (token.kind === 'structured' ? { ...token, text: change(token.text, home) } : token)),
      );
      if (next !== content.formula) putContent(workbook, sheet, key, { ...content, formula: next });
    }
  }
}
