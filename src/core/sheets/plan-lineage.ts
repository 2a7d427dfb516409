/**
 * The very hidden sheet of a summary workbook: what the next level needs to consolidate units instead of sums, and a
 * reader can verify. Figures are not repeated here: they stand in "Chi tiết", so that what the clerk corrected counts.
 *
 * Every row begins with a word that says what it is, all cells are text:
 *   format        version
 *   form          id of the form
 *   year          the year, or blank
 *   summary       name of the sheet with the totals
 *   details       name of the sheet with the figures
 *   column        kind · header · field key              one per column of the table
 *   contributor   order · code · name · via code · via name · file · hash · row in "Chi tiết" (from 1)
 *   text          order · kind · row of the form · number · sheet · cell · number of figures · figures… · text…
 *   end           number of contributors
 */
import type { Consolidation } from '../consolidation/consolidation';
import { LINEAGE_SHEET, SHEET_ROLES } from './markers';
import type { DetailsPlan } from './plan-details';
import { SheetBuilder } from './sheet-builder';
import { cutAt } from './sheet-name';
import type { SheetPlan } from './sheet-plan';
import { unitTexts } from './unit-texts';

export const LINEAGE_VERSION = '1';
/** A cell holds 32,767 characters; longer texts go on in the next cell. */
const CHUNK = 30_000;
const MOST_FIGURES = 100;

export function planLineage(
  consolidation: Consolidation,
  summary: string,
  details: DetailsPlan,
  year: number | null,
): SheetPlan {
  const sheet = new SheetBuilder([]);
  let row = 0;
  const put = (...cells: readonly (string | null)[]): void => {
    cells.forEach((cell, column) => {
      if (cell !== null && cell !== '') sheet.text(row, column, cell, 'plain');
    });
    row += 1;
  };
  put('format', LINEAGE_VERSION);
  put('form', consolidation.form.id);
  put('year', year === null ? null : String(year));
  put('summary', summary);
  put('details', details.sheet.name);
  for (const column of details.columns) put('column', column.kind, column.header, column.field?.key ?? null);
  consolidation.contributors.forEach((one, index) => {
    const { unit, via, file, hash } = one;
    const place = String(details.headerRow + index + 2);
    put(
      'contributor',
      String(index + 1),
      unit.code,
      unit.name,
      via?.code ?? null,
      via?.name ?? null,
      file,
      hash,
      place,
    );
  });
  consolidation.contributors.forEach((contributor, index) => {
    for (const one of unitTexts(consolidation.form, contributor)) {
      const chunks = chunksOf(one.text);
      const figures = fewer(one.figures).map((figure) => cutAt(figure, CHUNK));
      const head = [
        'text',
        String(index + 1),
        one.kind,
        one.indicator,
        one.number,
        one.at?.sheet ?? null,
        one.at?.cell ?? null,
      ];
      put(...head, String(figures.length), ...figures, ...chunks);
    }
  });
  put('end', String(consolidation.contributors.length));
  return sheet.build(LINEAGE_SHEET, SHEET_ROLES.lineage, { visibility: 'veryHidden', gridLines: true });
}

/** A row of very many cells: those beyond the limit stand together in the last one. */
function fewer(figures: readonly string[]): readonly string[] {
  return figures.length <= MOST_FIGURES
    ? figures
    : [...figures.slice(0, MOST_FIGURES - 1), figures.slice(MOST_FIGURES - 1).join('; ')];
}

function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let rest = text; rest !== '';) {
    const chunk = cutAt(rest, CHUNK);
    chunks.push(chunk);
    rest = rest.slice(chunk.length);
  }
  return chunks;
}
