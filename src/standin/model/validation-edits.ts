/** Putting data validations on ranges: a later one takes the place of what lay there. */
import { HostError } from './host-error';
import { requireUnprotected } from './protection';
import type { Validation } from './parts';
import { encloses, intersect, subtract, type Rect } from './rect';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

export const NO_VALIDATION: Omit<Validation, 'rects'> = {
  rule: { kind: 'none' },
  ignoreBlanks: true,
  prompt: { title: '', message: '', showPrompt: true },
  errorAlert: { title: '', message: '', showAlert: true, style: 'Stop' },
};

export type FoundValidation =
  | { readonly kind: 'one'; readonly validation: Validation }
  | { readonly kind: 'none' }
  /** Some cells have one and some have none, or they have different ones. */
  | { readonly kind: 'inconsistent' | 'mixed' };

export function findValidation(sheet: Sheet, rect: Rect): FoundValidation {
  const touching = sheet.validations.filter((entry) => entry.rects.some((piece) => intersect(piece, rect) !== null));
  const [first] = touching;
  if (first === undefined) return { kind: 'none' };
  if (touching.length > 1) return { kind: 'mixed' };
  let left = [rect];
  for (const piece of first.rects) left = left.flatMap((rest) => subtract(rest, piece));
  return left.length === 0 ? { kind: 'one', validation: first } : { kind: 'inconsistent' };
}

function without(sheet: Sheet, rect: Rect): Validation[] {
  return sheet.validations
    .map((entry) => ({ ...entry, rects: entry.rects.flatMap((piece) => subtract(piece, rect)) }))
    .filter((entry) => entry.rects.length > 0);
}

export function clearValidation(workbook: Workbook, sheet: Sheet, rect: Rect): void {
  requireUnprotected(sheet);
  sheet.validations = without(sheet, rect);
  workbook.note({ aspect: 'validation', sheet });
}

/** Changes one part of the validation of a range; cells that had another keep nothing of it. */
export function changeValidation(workbook: Workbook, sheet: Sheet, rect: Rect, patch: Partial<Omit<Validation, 'rects'>>): void {
  requireUnprotected(sheet);
  const found = findValidation(sheet, rect);
  const base = found.kind === 'one' ? found.validation : { ...NO_VALIDATION, rects: [rect] };
  if (patch.rule !== undefined && base.rule.kind === 'none' && base.prompt.message !== '' && found.kind === 'one') {
    // office-js 2594: a rule set after the prompt fails; the rule must come first.
    throw new HostError('GeneralException', 'There was an internal error while processing the request.', 500);
  }
  const whole = found.kind === 'one' && base.rects.every((piece) => encloses(rect, piece));
  const next: Validation = { ...base, ...patch, rects: [rect] };
  sheet.validations = [...(whole ? sheet.validations.filter((entry) => entry !== base) : without(sheet, rect)), next];
  workbook.note({ aspect: 'validation', sheet });
}
