/** The annexes of a report: the table of totals, the documents issued, the list of units, photos. */
import { formatNumber } from '../../cells/number-format';
import { formatVietnameseDate } from '../../cells/vietnamese-dates';
import { keyOf } from '../../campaign/unit-key';
import type { Ledger, LedgerEntry } from '../../campaign/ledger';
import type { Consolidation } from '../../consolidation/consolidation';
import type { DocumentCell, DocumentTable } from '../../document/document-plan';
import { fieldKey, type FormColumn, type Indicator } from '../../forms/definition';
import type { CountedTexts } from '../facts/text-facts';
import type { NarrativeWords } from '../narrative-words';
import { documentWords } from '../sections/direction';

/** Widths between the margins of an upright and of a sideways A4 page, in millimetres. */
const PORTRAIT = 160;
const LANDSCAPE = 247;
/** Columns with more characters than this in all would be too narrow on an upright page. */
const WIDEST_PORTRAIT = 110;

export interface TotalsTable {
  readonly table: DocumentTable;
  readonly orientation: 'portrait' | 'landscape';
}

/** The annex of the form with totals: columns, headers and rows of the definition. Nobody reported: blank; zero: 0. */
export function totalsTable({ form, totals }: Consolidation): TotalsTable {
  const columns = form.columns;
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const orientation = all > WIDEST_PORTRAIT ? 'landscape' : 'portrait';
  const width = orientation === 'landscape' ? LANDSCAPE : PORTRAIT;
  const byKey = new Map(totals.map((total) => [total.field.key, total]));
  const textOf = (row: Indicator, column: FormColumn): string => {
    switch (column.role) {
      case 'number':
        return row.number;
      case 'label':
        return row.text;
      case 'unitOfMeasure':
        return row.unitOfMeasure;
      case 'measure': {
        const total = byKey.get(fieldKey(row.id, column.measure ?? ''));
        return total === undefined || total.reporters === 0 ? '' : formatNumber(total.value);
      }
      case 'note':
        return '';
    }
  };
  return {
    orientation,
    table: {
      kind: 'table',
      columns: columns.map((column) => ({ widthMm: Math.round((column.width * width * 10) / all) / 10, align: alignOf(column) })),
      header: headerRows(columns),
      rows: form.indicators
        .filter((row) => row.kind !== 'free')
        .map((row) =>
          columns.map((column): DocumentCell => ({
            text: textOf(row, column),
            ...(row.kind === 'heading' ? { bold: true } : {}),
          })),
        ),
    },
  };
}

function alignOf(column: FormColumn): 'left' | 'center' | 'right' {
  if (column.role === 'measure') return 'right';
  return column.role === 'label' || column.role === 'note' ? 'left' : 'center';
}

/** One header row, or two where neighbours share a header above them. */
function headerRows(columns: readonly FormColumn[]): readonly (readonly DocumentCell[])[] {
  if (columns.every((column) => column.group === undefined))
    return [columns.map((column) => ({ text: column.header, bold: true }))];
  const top: DocumentCell[] = [];
  const below: DocumentCell[] = [];
  for (let at = 0; at < columns.length;) {
    const column = columns[at];
    if (column === undefined) break;
    if (column.group === undefined) {
      top.push({ text: column.header, bold: true, rowSpan: 2 });
      at += 1;
      continue;
    }
    let end = at;
    while (columns[end]?.group === column.group) {
      below.push({ text: columns[end]?.header ?? '', bold: true });
      end += 1;
    }
    top.push({ text: column.group, bold: true, columnSpan: end - at });
    at = end;
  }
  return [top, below];
}

/** Every unit of the roster with its state, then units outside it; without a roster, the units that count. */
export function unitsTable(
  consolidation: Consolidation,
  ledger: Ledger | null,
  words: NarrativeWords,
  describe: (entry: LedgerEntry) => string,
): DocumentTable {
  const { annex } = words;
  const counted = new Set(consolidation.contributors.map((one) => keyOf(one.unit)));
  const listed = (ledger?.entries ?? []).map((entry) => {
    const day = entry.receivedAt === null ? '' : formatVietnameseDate(entry.receivedAt);
    return [entry.unit.name, describe(entry), day, counted.has(keyOf(entry.unit)) ? annex.counted : annex.notCounted];
  });
  const known = new Set((ledger?.entries ?? []).map((entry) => keyOf(entry.unit)));
  const others = consolidation.contributors
    .filter((one) => !known.has(keyOf(one.unit)))
    .map((one) => [one.unit.name, '', '', annex.counted]);
  const withLedger = ledger !== null;
  const rows = [...listed, ...others].map((cells, index) => {
    const all = [String(index + 1), ...cells];
    return (withLedger ? all : [all[0] ?? '', all[1] ?? '', all[4] ?? '']).map((text): DocumentCell => ({ text }));
  });
  const headers = withLedger
    ? [annex.order, annex.unit, annex.state, annex.receivedOn, annex.inResult]
    : [annex.order, annex.unit, annex.inResult];
  const widths = withLedger ? [12, 60, 38, 24, 26] : [12, 108, 40];
  return {
    kind: 'table',
    columns: widths.map((widthMm, index) => ({ widthMm, align: index === 1 ? 'left' : 'center' })),
    header: [headers.map((text) => ({ text, bold: true }))],
    rows,
  };
}

/** The documents the units issued. */
export function documentsTable(texts: readonly CountedTexts[], words: NarrativeWords): DocumentTable {
  const { annex } = words;
  const rows = texts.flatMap(({ unit, texts: written }) => written.documents.map((one) => documentWords(one, unit.name)));
  return {
    kind: 'table',
    columns: [12, 28, 30, 24, 66].map((widthMm, index) => ({ widthMm, align: index === 4 ? 'left' : 'center' })),
    header: [
      [annex.order, annex.unit, annex.documentNumber, annex.documentDate, annex.documentSubject].map((text) => ({
        text,
        bold: true,
      })),
    ],
    rows: rows.map((one, index) =>
      [
        String(index + 1),
        one.issuer ?? '',
        one.number ?? '',
        one.date ?? '',
        [one.type, one.subject].filter((text) => text !== null).join(' '),
      ].map((text): DocumentCell => ({ text })),
    ),
  };
}
