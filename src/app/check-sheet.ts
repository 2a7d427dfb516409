/** "Kiểm tra": the active sheet read, bound and checked; its findings marked on the sheet and listed. */
import type { Expectations } from '../core/checks/check';
import { checkForm } from '../core/checks/check-form';
import type { CheckedForm } from '../core/checks/checked-form';
import type { Finding } from '../core/findings';
import { chooseForm } from '../core/forms/choose-form';
import type { FormDefinition } from '../core/forms/definition';
import { expectedForm } from '../core/forms/list/dated-form';
import { fail, ok, type Result } from '../core/result';
import { SHEET_ROLES } from '../core/sheets/markers';
import type { HostProblem, HostResult, LiveSheet, Marking, SheetReading } from './host';

export interface CheckSettings {
  /** The forms a sheet may hold; the one that fits it best is taken, the earlier one where two fit alike. */
  readonly forms: readonly FormDefinition[];
  readonly expected: Expectations;
}

export interface CheckedSheet {
  readonly sheet: LiveSheet;
  readonly formDefinition: FormDefinition;
  readonly form: CheckedForm;
  /** All findings in reading order: severity, then place. */
  readonly findings: readonly Finding[];
  /** Why the cells are not highlighted; null where they are. */
  readonly notMarked: HostProblem | null;
}

/** Checks the sheet that is open, or the one given. Costs Excel two requests: one to read, one to mark. */
export async function checkSheet(
  host: SheetReading & Marking,
  settings: CheckSettings,
  id: string | null = null,
): HostResult<CheckedSheet> {
  const read = await (id === null ? host.readActiveSheet() : host.readSheet(id));
  return read.ok ? judgeAndMark(host, settings, read.value) : read;
}

/** The second half, for a sheet that was read already. */
export async function judgeAndMark(host: Marking, settings: CheckSettings, sheet: LiveSheet): HostResult<CheckedSheet> {
  const judged = judgeSheet(settings, sheet);
  if (!judged.ok) return judged;
  const marked = await host.mark(sheet, judged.value.findings);
  // Findings are worth their list even where nothing can be coloured.
  if (!marked.ok) return ok({ ...judged.value, notMarked: marked.error });
  return ok({ ...judged.value, sheet: marked.value });
}

/** Sheets that the add-in makes besides forms: they hold a form's words and figures, but nothing that somebody filled in. */
const MADE_SHEETS: ReadonlySet<string> = new Set(Object.values(SHEET_ROLES).filter((role) => role !== SHEET_ROLES.form));

/** Binds and checks one live sheet. Pure. */
export function judgeSheet(settings: CheckSettings, sheet: LiveSheet): Result<CheckedSheet, HostProblem> {
  if (MADE_SHEETS.has(sheet.role ?? '')) return fail({ code: 'own-sheet', detail: sheet.grid.sheet });
  const visible = { ...sheet.grid, visibility: 'visible' as const };
  let several = false;
  let best: { readonly definition: FormDefinition; readonly form: CheckedForm; readonly missing: number } | null = null;
  for (const known of settings.forms) {
    const definition = expectedForm(known, settings.expected);
    const chosen = chooseForm(definition, [visible]);
    if (chosen.kind === 'several') several = true;
    if (chosen.kind !== 'one') continue;
    const missing = chosen.form.lines.filter((line) => line.at === null).length + chosen.form.extras.length;
    if (best !== null && best.missing <= missing) continue;
    best = { definition, form: checkForm(definition, chosen.form, settings.expected), missing };
  }
  if (best === null) return fail({ code: several ? 'several-forms' : 'no-form', detail: sheet.grid.sheet });
  // On a sheet that is being filled in, an empty form is a beginning, not a report sent by mistake.
  const findings = best.form.findings.filter((one) => one.code !== 'empty-report');
  return ok({ sheet, formDefinition: best.definition, form: best.form, findings, notMarked: null });
}
