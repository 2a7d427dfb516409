/**
 * One received file, from bytes to a checked form or a refusal: reading, choosing the table, binding, checking.
 * Runs in a worker; what it returns is small enough to send back.
 */
import type { WorkbookCells } from '../core/cells/cell';
import { acceptProposals, checkForm } from '../core/checks/check-form';
import type { Expectations } from '../core/checks/check';
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import { chooseForm, chooseSummary } from '../core/forms/choose-form';
import type { FormDefinition } from '../core/forms/definition';
import type { UnitEvidence } from '../core/forms/filled-form';
import { readLineage } from '../core/sheets/lineage';
import { PROPERTY } from '../core/sheets/markers';
import { readWorkbook } from '../files/read/read-workbook';

export interface ReceiveSettings {
  readonly form: FormDefinition;
  /** The whole catalogue, to tell a wrong form from none. */
  readonly forms: readonly FormDefinition[];
  readonly expected: Expectations;
  readonly acceptProposals: boolean;
}

/** What identifies a received file besides its content. */
export interface ReceivedFile {
  readonly file: string;
  readonly hash: string | null;
  readonly fileTime: string | null;
}

/** Reads one file. Never throws for anything a file can hold: the outcome says what it was. */
export function receiveWorkbook(bytes: Uint8Array, file: ReceivedFile, settings: ReceiveSettings): Received {
  const read = readWorkbook(bytes);
  if (!read.ok) return { ...file, savedAt: null, outcome: 'refused', refusal: read.error };
  return receiveCells(read.value, file, settings);
}

/** The same from a workbook's cells, wherever they came from. */
export function receiveCells(workbook: WorkbookCells, file: ReceivedFile, settings: ReceiveSettings): Received {
  const base = { ...file, savedAt: workbook.properties.savedAt };
  const read = readLineage(workbook);
  const lineage = read.ok ? read.value : null;
  const choose = lineage === null ? chooseForm : chooseSummary;
  const chosen = choose(settings.form, workbook.sheets);
  if (chosen.kind === 'none') return { ...base, outcome: 'refused', refusal: refusalOf(workbook, settings, chosen.resembles) };
  if (chosen.kind === 'several') return { ...base, outcome: 'several', sheets: chosen.sheets };
  const filled = settings.acceptProposals ? acceptProposals(chosen.form) : chosen.form;
  return {
    ...base,
    outcome: 'form',
    form: checkForm(settings.form, filled, settings.expected),
    metadata: metadataEvidence(workbook),
    lineage,
    lineageBroken: !read.ok && read.error !== 'none',
  };
}

function refusalOf(workbook: WorkbookCells, settings: ReceiveSettings, resembles: boolean): Refusal {
  const other = settings.forms.find(
    (form) => form.id !== settings.form.id && chooseForm(form, workbook.sheets).kind !== 'none',
  );
  if (other !== undefined) return { code: 'wrong-form', detail: other.name };
  return { code: resembles ? 'wrong-form' : 'no-form', detail: null };
}

/** What the product wrote into the workbook when it made it for the unit; evidence, never proof. */
function metadataEvidence(workbook: WorkbookCells): readonly UnitEvidence[] {
  const { custom } = workbook.properties;
  const evidence: UnitEvidence[] = [];
  const add = (source: 'code' | 'metadata', property: string): void => {
    const text = Object.hasOwn(custom, property) ? (custom[property] ?? '').trim() : '';
    if (text !== '') evidence.push({ source, text: text.slice(0, 300), superior: null, at: null });
  };
  add('code', PROPERTY.unitCode);
  add('metadata', PROPERTY.unitName);
  return evidence;
}
