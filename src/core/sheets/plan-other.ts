/** Sheet "Nội dung khác": free texts, added rows and notes by unit, letter by letter; nothing here enters a total. */
import type { Consolidation } from '../consolidation/consolidation';
import type { FormDefinition } from '../forms/definition';
import { shorten } from './details-columns';
import { number, planList, text, type ListCell } from './list-sheet';
import { SHEET_ROLES } from './markers';
import type { SheetPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';
import { unitTexts, type UnitText } from './unit-texts';

const LONGEST_ROW = 80;

export function planOther(consolidation: Consolidation, allWords: SheetWords): SheetPlan {
  const { form } = consolidation;
  const words = allWords.other;
  const rows: ListCell[][] = consolidation.contributors
    .flatMap((contributor) => unitTexts(form, contributor).map((one) => ({ contributor, one })))
    .map(({ contributor, one }, index) => [
      number(index + 1),
      text(contributor.unit.code),
      text(contributor.unit.name),
      text(words.kinds[one.kind]),
      text(rowOf(form, one, words.rowName)),
      text(one.text),
      text(one.figures.filter((figure) => figure !== '').join('; ')),
      text(contributor.file),
      text(one.at?.cell ?? null),
    ]);
  if (rows.length === 0) rows.push([...Array.from({ length: 5 }, () => text(null)), text(words.nothing)]);
  return planList({
    name: allWords.sheetNames.other,
    role: SHEET_ROLES.other,
    table: 'NoiDungKhac',
    title: words.title,
    hints: [words.hint],
    columns: [
      { header: words.order, width: 6, style: 'textCentre' },
      { header: words.code, width: 9, style: 'code' },
      { header: words.unit, width: 28, style: 'text' },
      { header: words.kind, width: 15, style: 'text' },
      { header: words.row, width: 30, style: 'text' },
      { header: words.text, width: 60, style: 'text' },
      { header: words.figures, width: 22, style: 'text' },
      { header: words.file, width: 30, style: 'text' },
      { header: words.place, width: 8, style: 'textCentre' },
    ],
    rows,
    frozenColumns: 3,
  });
}

/** The row a text belongs to, in words; for an added row its own number as well. */
function rowOf(form: FormDefinition, one: UnitText, rowName: SheetWords['other']['rowName']): string {
  const row = form.indicators.find((indicator) => indicator.id === one.indicator);
  const printed = row === undefined ? '' : rowName(row.number, shorten(row.text, LONGEST_ROW));
  return [one.number, printed].filter((part) => part !== '').join(' – ');
}
