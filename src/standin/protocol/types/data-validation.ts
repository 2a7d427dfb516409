/** Excel.DataValidation of a range. */
import { invalidArgument } from '../../model/host-error';
import { absoluteReference } from '../../model/names';
import type { ComparisonKind, Validation, ValidationAlert, ValidationPrompt, ValidationRule } from '../../model/parts';
import { cellCount, contains } from '../../model/rect';
import { isValidAt } from '../../model/validation-check';
import { NO_VALIDATION, changeValidation, clearValidation, findValidation } from '../../model/validation-edits';
import { isWellFormed } from '../../formulas/tokens';
import { HostObject, asBoolean, asRecord, defineType, oneOf, type HostServices } from '../host-type';
import { rangeSelf, rectOfRange, sheetOf, type RangeSelf } from './range-self';

const COMPARISONS: readonly ComparisonKind[] = ['wholeNumber', 'decimal', 'date', 'time', 'textLength'];
const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;
/** Excel's own limits: a list typed out, a title, a prompt, an alert. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ALERT = 225;

/** A side of a comparison or the source of a list: a value, a formula, or a range that becomes one. */
function side(value: unknown): string | number {
  const range = rangeSelf(value);
  if (range !== null) return `=${absoluteReference(sheetOf(range), rectOfRange(range))}`;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  if (value.startsWith('=') && !isWellFormed(value)) throw invalidArgument();
  return value;
}

/** Exactly one of the members of Excel.DataValidationRule. */
function readRule(input: unknown): ValidationRule {
  const entries = Object.entries(asRecord(input)).filter(([, value]) => value !== null && value !== undefined);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw invalidArgument();
  const [kind, body] = [entry[0], asRecord(entry[1])];
  if (kind === 'list') {
    const source = side(body['source']);
    if (typeof source !== 'string') throw invalidArgument();
    if (!source.startsWith('=') && source.length > MAX_LIST) throw invalidArgument();
    return { kind, inCellDropDown: asBoolean(body['inCellDropDown'] ?? true), source };
  }
  if (kind === 'custom') {
    const formula = side(body['formula']);
    if (typeof formula !== 'string') throw invalidArgument();
    return { kind, formula: formula.startsWith('=') ? formula : `=${formula}` };
  }
  const comparison = COMPARISONS.find((name) => name === kind);
  if (comparison === undefined) throw invalidArgument();
  const operator = oneOf(body['operator'], OPERATORS);
  const second = body['formula2'] ?? null;
  const twoSided = operator === 'Between' || operator === 'NotBetween';
  if (twoSided && second === null) throw invalidArgument();
  return { kind: comparison, operator, formula1: side(body['formula1']), formula2: twoSided ? side(second) : null };
}

function text(value: unknown, limit: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' || value.length > limit) throw invalidArgument();
  return value;
}

function readPrompt(input: unknown): ValidationPrompt {
  const body = asRecord(input);
  return {
    title: text(body['title'], MAX_TITLE),
    message: text(body['message'], MAX_PROMPT),
    showPrompt: asBoolean(body['showPrompt'] ?? true),
  };
}

function readAlert(input: unknown): ValidationAlert {
  const body = asRecord(input);
  return {
    title: text(body['title'], MAX_TITLE),
    message: text(body['message'], MAX_ALERT),
    showAlert: asBoolean(body['showAlert'] ?? true),
    style: oneOf(body['style'] ?? 'Stop', ['Stop', 'Warning', 'Information']),
  };
}

function ruleToWire(rule: ValidationRule): Record<string, unknown> {
  if (rule.kind === 'none') return {};
  if (rule.kind === 'list') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.source } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula } };
  const { operator, formula1, formula2 } = rule;
  return { [rule.kind]: { formula1, ...(formula2 === null ? {} : { formula2 }), operator } };
}

const shared =
  <T>(read: (validation: Omit<Validation, 'rects'>) => T) =>
  (self: RangeSelf): T | null => {
    const found = findValidation(sheetOf(self), rectOfRange(self));
    if (found.kind === 'one') return read(found.validation);
    return found.kind === 'none' ? read(NO_VALIDATION) : null;
  };

const change =
  (read: (value: unknown) => Partial<Omit<Validation, 'rects'>>) =>
  (self: RangeSelf, value: unknown, host: HostServices): void =>
    changeValidation(host.workbook, sheetOf(self), rectOfRange(self), read(value));

const MAX_CHECKED = 20_000;

/** true, false, or null when some cells obey and some do not. */
async function valid(self: RangeSelf, host: HostServices): Promise<boolean | null> {
  const [sheet, rect] = [sheetOf(self), rectOfRange(self)];
  if (cellCount(rect) > MAX_CHECKED) throw invalidArgument();
  const answers = new Set<boolean>();
  for (const validation of sheet.validations) {
    for (const piece of validation.rects) {
      for (let row = Math.max(piece.top, rect.top); row <= Math.min(piece.bottom, rect.bottom); row += 1) {
        for (let column = Math.max(piece.left, rect.left); column <= Math.min(piece.right, rect.right); column += 1) {
          answers.add(await isValidAt(host.workbook, host.calculation, sheet, validation, { row, column }));
        }
      }
    }
  }
  const covered = sheet.validations.flatMap((entry) => entry.rects);
  const free = !covered.some((piece) => contains(piece, rect.top, rect.left));
  if (free) answers.add(true);
  return answers.size === 2 ? null : !answers.has(false);
}

const TYPE_NAMES: Readonly<Record<ValidationRule['kind'], string>> = {
  none: 'None',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  list: 'List',
  custom: 'Custom',
};

const validationType = defineType<RangeSelf>('DataValidation', {
  check: (self) => void rectOfRange(self),
  get: {
    Type: (self) => {
      const found = findValidation(sheetOf(self), rectOfRange(self));
      if (found.kind === 'one') return TYPE_NAMES[found.validation.rule.kind];
      return found.kind === 'none' ? 'None' : found.kind === 'mixed' ? 'MixedCriteria' : 'Inconsistent';
    },
    Rule: shared((validation) => ruleToWire(validation.rule)),
    Prompt: shared((validation) => validation.prompt),
    ErrorAlert: shared((validation) => validation.errorAlert),
    IgnoreBlanks: shared((validation) => validation.ignoreBlanks),
    Valid: valid,
  },
  set: {
    Rule: change((value) => ({ rule: readRule(value) })),
    Prompt: change((value) => ({ prompt: readPrompt(value) })),
    ErrorAlert: change((value) => ({ errorAlert: readAlert(value) })),
    IgnoreBlanks: change((value) => ({ ignoreBlanks: asBoolean(value) })),
  },
  methods: {
    Clear: (self, _args, host) => clearValidation(host.workbook, sheetOf(self), rectOfRange(self)),
  },
});

export const validationOf = (self: RangeSelf): HostObject => HostObject.of(validationType, self);
