/** How a row reads in running text: from the form's own wording where it has one, else made from its label and unit. */
import { foldText, foldTokens } from '../cells/fold';
import type { FormDefinition, Indicator, IndicatorField } from '../forms/definition';

/** Label openings that only say that something is counted or done. */
const COUNTING = ['so luong', 'tong so', 'so', 'cac', 'to chuc'];

/** What the paragraph of a top row is called. */
export function titleOf(row: Indicator): string {
  return row.wording?.title ?? withoutBrackets(row.text);
}

/** What stands behind a figure of the row: "lớp học nghề cho lao động nông thôn". */
export function nounOf(row: Indicator, field: IndicatorField): string {
  const own = row.wording?.nouns?.[field.measure];
  if (own !== undefined) return own;
  const label = lowerFirst(withoutCounting(withoutBrackets(row.text)));
  // "12 đồng ngân sách nhà nước" is no sentence: money names its source first, and the amount follows.
  if (field.nature === 'money') return label;
  const alternatives = field.unit.split('/').map((one) => foldText(one));
  const folded = foldText(label);
  if (alternatives.some((one) => one !== '' && (folded === one || folded.startsWith(`${one} `)))) return label;
  // "Số cơ sở giáo dục …": the label itself says what is counted.
  const counted = foldText(row.text).startsWith('so ');
  return counted && alternatives.length > 1 ? label : `${field.unit} ${label}`;
}

/** Whether a field counts attendances: persons along with a quantity in the same row. Other persons are persons. */
export function isAttendance(form: FormDefinition, row: Indicator, field: IndicatorField): boolean {
  if (field.nature !== 'persons') return false;
  const along = form.measures.find((one) => one.id === field.measure)?.accompanies ?? null;
  return along !== null && row.fields.some((one) => one.measure === along);
}

export function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += letter;
  }
  const clean = kept.replace(/ {2,}/g, ' ').trim();
  return clean === '' ? text.trim() : clean;
}

function withoutCounting(text: string): string {
  const words = text.split(' ');
  for (const opening of COUNTING) {
    const count = foldTokens(opening).length;
    if (words.length > count && foldText(words.slice(0, count).join(' ')) === opening) return words.slice(count).join(' ');
  }
  return text;
}

/** The first letter small; a word in capitals ("THCS") stays. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(' ');
  return first.length > 1 && first === first.toUpperCase() ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
