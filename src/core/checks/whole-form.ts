/** Checks that look at the form as a whole: overlaps, emptiness, notes asked for, year and theme of the campaign. */
import { foldText } from '../cells/fold';
import { similarity } from '../cells/similarity';
import { finding, type Finding } from '../findings';
import { hasFigures } from '../forms/bind-form';
import { rowName } from '../forms/row-drafts';
import { certainValue, placeOf, type Check } from './check';

/** A theme typed by hand may differ in a mark or a capital; below this it is another theme. */
const SAME_THEME = 0.95;

/** Two rows that may report the same thing twice hold the same number above 0. */
export const checkOverlaps: Check = ({ form, filled, line }) =>
  form.overlaps.flatMap((overlap) => {
    const [first, second] = overlap.indicators.map((id) => form.indicators.find((one) => one.id === id));
    if (first === undefined || second === undefined) return [];
    const value = certainValue(line(first.id)?.readings[overlap.measure]);
    const other = certainValue(line(second.id)?.readings[overlap.measure]);
    if (value === null || value === 0 || value !== other) return [];
    const at = placeOf(filled, line(second.id), overlap.measure);
    return [finding('overlap-equal', 'hint', at, { row: rowName(second), other: rowName(first), value })];
  });

/** Not one quantity cell says anything: perhaps the blank form was sent. */
export const checkEmpty: Check = ({ filled }) =>
  hasFigures(filled) || filled.extras.length > 0 || filled.findings.some((one) => one.code === 'column-unclear')
    ? []
    : [finding('empty-report', 'warning', { sheet: filled.sheet, cell: null }, {})];

/** Rows that ask for evidence in the note column (a decision's number) and have a figure but no note. */
export const checkNotes: Check = ({ form, filled, line }) =>
  form.indicators.flatMap((indicator) => {
    if (indicator.noteAsks === null) return [];
    const own = line(indicator.id);
    if (own === undefined || own.note !== '') return [];
    const field = indicator.fields.find((one) => (certainValue(own.readings[one.measure]) ?? 0) > 0);
    if (field === undefined) return [];
    const params = { row: rowName(indicator), asks: indicator.noteAsks };
    return [finding('note-asked', 'hint', placeOf(filled, own, field.measure), params)];
  });

/** Year and theme in the title against the campaign's. */
export const checkCampaign: Check = ({ filled, expected }) => {
  const findings: Finding[] = [];
  const { year, theme } = filled.document;
  const at = { sheet: filled.sheet, cell: null };
  if (year !== null && expected.year !== null && year !== expected.year) {
    findings.push(finding('other-year', 'warning', at, { found: year, expected: expected.year }));
  }
  if (theme !== null && expected.theme !== null && similarity(foldText(theme), foldText(expected.theme)) < SAME_THEME) {
    findings.push(finding('other-theme', 'warning', at, { found: theme, expected: expected.theme }));
  }
  return findings;
};
