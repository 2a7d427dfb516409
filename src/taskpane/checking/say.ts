/** Sentences about a check and an insertion, the same from the ribbon and from the pane. */
import type { CheckedSheet } from '../../app/check-sheet';
import type { Finding, Severity } from '../../core/findings';
import type { FormDefinition } from '../../core/forms/definition';
import { HOST_WORDS } from '../../messages/host-words';

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((one) => one.severity === severity).length;
}

export function sayChecked({ sheet, findings }: CheckedSheet): string {
  const name = sheet.grid.sheet;
  if (findings.length === 0) return HOST_WORDS.checkedClean(name);
  const [errors, warnings, hints] = [countOf(findings, 'error'), countOf(findings, 'warning'), countOf(findings, 'hint')];
  return HOST_WORDS.checked(name, errors, warnings, hints);
}

/** A sheet of the usual name that was there already is left alone: the new one got a number, which is said. */
export function sayInserted(form: FormDefinition, sheet: string): string {
  return sheet === form.annexLabel ? HOST_WORDS.formInserted(sheet) : HOST_WORDS.formInsertedBeside(form.annexLabel, sheet);
}
