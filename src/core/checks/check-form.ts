/** From a filled form to a checked one: every rule family once, findings collected, none thrown. */
import { parseCellAddress } from '../cells/address';
import { compareSeverity, type Finding, type FindingCode } from '../findings';
import type { FormDefinition } from '../forms/definition';
import type { FilledForm, FilledLine } from '../forms/filled-form';
import type { Check, CheckSubject, Expectations } from './check';
import type { CheckedForm } from './checked-form';
import { acceptInList } from '../forms/list/list-entries';
import { figuresIn, rollUp } from '../forms/roll-up';
import { checkList } from './list-checks';
import { checkParents } from './parents';
import { checkQuantities } from './quantities';
import { checkUnitOfMeasure } from './unit-of-measure';
import { checkCampaign, checkEmpty, checkNotes, checkOverlaps } from './whole-form';

const CHECKS: readonly Check[] = [
  checkUnitOfMeasure,
  checkQuantities,
  checkParents,
  checkOverlaps,
  checkEmpty,
  checkNotes,
  checkCampaign,
  checkList,
];

/** Runs every check. Findings come ordered by severity, then by place; binding's own findings are kept. */
export function checkForm(form: FormDefinition, filled: FilledForm, expected: Expectations): CheckedForm {
  const { lines } = filled;
  const counted = rollUp(form, figuresIn(form, lines));
  const subject: CheckSubject = { form, filled, expected, counted, line: lineFinder(form, lines) };
  const findings = [...filled.findings];
  for (const check of CHECKS) for (const one of check(subject)) findings.push(one);
  return { ...filled, findings: sortFindings(findings), counted } as CheckedForm;
}

/** What the checks above say; binding and reading say none of it. */
const OF_CHECKS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'unit-of-measure-changed',
  'line-incomplete',
  'line-twice',
  'day-outside',
  'quantity-without-persons',
  'persons-without-quantity',
  'fewer-persons',
  'persons-as-quantity',
  'parent-differs',
  'parent-below',
  'parent-has-extra-row',
  'parent-only',
  'children-only',
  'overlap-equal',
  'empty-report',
  'small-money',
  'note-asked',
  'other-year',
  'other-theme',
]);

/** Checks a form again after its readings changed: the findings of checks are made anew, those of binding stay. */
export function recheckForm(form: FormDefinition, filled: FilledForm, expected: Expectations): CheckedForm {
  return checkForm(form, { ...filled, findings: filled.findings.filter((one) => !OF_CHECKS.has(one.code)) }, expected);
}

const orders = new WeakMap<FormDefinition, ReadonlyMap<string, number>>();

/** Lines stand in the order of the form's rows as a rule; elsewhere they are looked for. */
function lineFinder(form: FormDefinition, lines: readonly FilledLine[]): (indicator: string) => FilledLine | undefined {
  let order = orders.get(form);
  if (order === undefined) {
    order = new Map(form.indicators.map((indicator, place) => [indicator.id, place]));
    orders.set(form, order);
  }
  const places = order;
  return (indicator) => {
    const line = lines[places.get(indicator) ?? -1];
    return line?.indicator === indicator ? line : lines.find((one) => one.indicator === indicator);
  };
}

/** Severity first, then row and column of the cell; findings without a cell come before those with one. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return findings
    .map((one) => ({ one, rank: placeRank(one) }))
    .sort((a, b) => compareSeverity(a.one.severity, b.one.severity) || a.rank - b.rank)
    .map(({ one }) => one);
}

function placeRank(one: Finding): number {
  const place = parseCellAddress(one.at?.cell ?? '');
  return place === null ? -1 : place.row * 16_384 + place.column;
}

/**
 * Accepts every proposal of a filled form, or those of the given rows: proposed readings become certain,
 * and their findings mere hints.
 */
export function acceptProposals(filled: FilledForm, accepts: (indicator: string) => boolean = () => true): FilledForm {
  return {
    ...filled,
    ...(filled.list === undefined ? {} : { list: acceptInList(filled.list, accepts) }),
    findings: filled.findings.map((one) =>
      one.proposal !== undefined && accepts(one.proposal.indicator) ? ({ ...one, severity: 'hint' } as const) : one,
    ),
    lines: filled.lines.map((line) =>
      accepts(line.indicator)
        ? {
            ...line,
            readings: Object.fromEntries(
              Object.entries(line.readings).map(([measure, one]) =>
                one.state === 'proposed' ? [measure, { ...one, state: 'certain', accepted: true } as const] : [measure, one],
              ),
            ),
          }
        : line,
    ),
  };
}
