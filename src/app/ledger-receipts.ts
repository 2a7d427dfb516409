/**
 * Days of receipt that the clerk typed into "Tình hình nộp báo cáo": found by comparing the column with what was written
 * there, so that a day set in the pane meanwhile is not undone by a blank cell.
 */
import type { Decisions } from '../core/campaign/decisions';
import { cellText } from '../core/cells/cell-text';
import type { CellGrid, CellValue } from '../core/cells/cell';
import { formatVietnameseDate, parseVietnameseDate } from '../core/cells/vietnamese-dates';
import { finding, type Finding } from '../core/findings';
import type { SheetWords } from '../core/sheets/sheet-words';

export interface TypedReceipts {
  /** File → ISO day, or null where the clerk emptied the cell. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly findings: readonly Finding[];
}

const NOTHING: TypedReceipts = { changes: new Map(), findings: [] };

/** Reads the ledger of the last run. A table whose headings were changed says nothing that could be trusted. */
export function typedReceipts(ledger: CellGrid | null, words: SheetWords['ledger'], year: number | null): TypedReceipts {
  const columns = ledger === null ? null : columnsOf(ledger, [words.file, words.unit, words.received, words.receivedBefore]);
  if (ledger === null || columns === null) return NOTHING;
  const [fileAt = -1, unitAt = -1, receivedAt = -1, beforeAt = -1] = columns.places;
  const changes = new Map<string, string | null>();
  const findings: Finding[] = [];
  for (const row of ledger.rows) {
    if (row.index <= columns.headerRow) continue;
    const value = (column: number): CellValue => row.cells.find((one) => one.column === column)?.value ?? { kind: 'empty' };
    const textAt = (column: number): string => cellText(value(column)).trim();
    const [file, office, before] = [textAt(fileAt), textAt(unitAt), textAt(beforeAt)];
    const typed = dayOf(value(receivedAt), year);
    if (typed === undefined) {
      if (textAt(receivedAt) !== before)
        findings.push(
          finding('receipt-unreadable', 'warning', null, { file: file === '' ? office : file, text: textAt(receivedAt) }),
        );
    } else if (file === '') {
      if (typed !== null && office !== '')
        findings.push(finding('receipt-without-report', 'warning', null, { office, day: formatVietnameseDate(typed) }));
    } else if ((typed ?? '') !== before) changes.set(file, typed);
  }
  return { changes, findings };
}

/** The decisions with what was typed; a time of day that is known stays where only its day was repeated. */
export function withReceipts(decisions: Decisions, { changes }: TypedReceipts): Decisions {
  if (changes.size === 0) return decisions;
  const receipts = new Map(Object.entries(decisions.receipts));
  for (const [file, day] of changes) {
    if (day === null) receipts.delete(file);
    else if (receipts.get(file)?.slice(0, 10) !== day) receipts.set(file, day);
  }
  return { ...decisions, receipts: Object.fromEntries(receipts) };
}

function columnsOf(
  grid: CellGrid,
  headers: readonly string[],
): { readonly headerRow: number; readonly places: readonly number[] } | null {
  for (const row of grid.rows) {
    const places = headers.map(
      (header) => row.cells.find(({ value }) => value.kind === 'text' && value.value.trim() === header)?.column ?? -1,
    );
    if (places.every((place) => place >= 0)) return { headerRow: row.index, places };
  }
  return null;
}

/** "20/10/2024" typed into an English Excel stays a text; it is a day all the same. Null: blank; undefined: no day. */
function dayOf(value: CellValue, year: number | null): string | null | undefined {
  if (value.kind === 'date') return value.iso.slice(0, 10);
  if (value.kind === 'empty' || (value.kind === 'text' && value.value.trim() === '')) return null;
  const date = value.kind === 'text' ? parseVietnameseDate(value.value) : null;
  const inYear = date?.year ?? year;
  if (date === null || inYear === null) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(inYear)}-${two(date.month)}-${two(date.day)}`;
}
