/**
 * Figures typed in by hand: a unit that sent paper or a PDF, or the consolidating office's own. They become a decision
 * and then a submission like any other; the workbook is consolidated anew with them.
 */
import type { Decisions, TypedIn } from '../core/campaign/decisions';
import { fieldsOf, type FormDefinition } from '../core/forms/definition';
import { fail, ok, type Result } from '../core/result';
import {
  addLateFiles,
  consolidateIntoWorkbook,
  type ConsolidatedWorkbook,
  type ConsolidationSettings,
} from './consolidate-into-workbook';
import type { HostResult, SummaryKeeping } from './host';

export type TypedInFlaw =
  | { readonly code: 'unit-missing' }
  /** A field the form does not have, a number below zero or not whole (money and persons are whole, too). */
  | { readonly code: 'figure-wrong'; readonly key: string }
  | { readonly code: 'nothing-typed' };

/** The decisions with this unit's figures; an earlier entry of the same unit is replaced. */
export function withTypedIn(
  form: FormDefinition,
  decisions: Decisions,
  entry: TypedIn,
): Result<Decisions, TypedInFlaw> {
  const name = entry.unit.name.trim();
  if (name === '') return fail({ code: 'unit-missing' });
  const keys = new Set(fieldsOf(form).map((field) => field.key));
  for (const [key, value] of Object.entries(entry.values)) {
    if (!keys.has(key) || !Number.isInteger(value) || value < 0 || value > 1e15)
      return fail({ code: 'figure-wrong', key });
  }
  if (Object.keys(entry.values).length + Object.keys(entry.notes).length === 0) return fail({ code: 'nothing-typed' });
  const isSame = (one: TypedIn): boolean =>
    one.unit.code === null || entry.unit.code === null ? one.unit.name === name : one.unit.code === entry.unit.code;
  const others = decisions.typedIn.filter((one) => !isSame(one));
  return ok({ ...decisions, typedIn: [...others, { ...entry, unit: { code: entry.unit.code, name } }] });
}

/** Consolidates again with the decisions as they are now; files received before stay as they are. */
export async function consolidateAgain(
  host: SummaryKeeping,
  settings: ConsolidationSettings,
): HostResult<ConsolidatedWorkbook> {
  const added = await addLateFiles(host, [], settings);
  // Typing in may come before the first file.
  if (!added.ok && added.error.code === 'no-summary') return consolidateIntoWorkbook(host, [], settings);
  return added;
}
