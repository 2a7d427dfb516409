/** From a filled form to a checked one: every rule family once, findings collected, none thrown. */
import { parseCellAddress } from '../cells/address';
import { compareSeverity, type Finding, type FindingCode } from '../findings';
import type { FormDefinition } from '../forms/definition';
import type { FilledForm } from '../forms/filled-form';
import type { Check, CheckSubject, Expectations } from './check';
import type { CheckedForm } from './checked-form';
import { acceptInList } from '../forms/list/list-entries';
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
  const lines = new Map(filled.lines.map((line) => [line.indicator, line]));
  const subject: CheckSubject = { form, filled, expected, line: (indicator) => lines.get(indicator) };
  const findings = [...filled.findings, ...CHECKS.flatMap((check) => check(subject))];
  return { ...filled, findings: sortFindings(findings) } as CheckedForm;
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

/** Severity first, then row and column of the cell; findings without a cell come before those with one. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => compareSeverity(a.severity, b.severity) || placeRank(a) - placeRank(b));
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
