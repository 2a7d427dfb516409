/**
 * One received file, from bytes to a checked form or a refusal: reading, choosing the table, binding, checking.
 * Runs in a worker; what it returns is small enough to send back.
 */
import type { CellGrid, WorkbookCells } from '../core/cells/cell';
import { acceptProposals, checkForm } from '../core/checks/check-form';
import type { Expectations } from '../core/checks/check';
import type { Received } from '../core/consolidation/received';
import type { Refusal } from '../core/finding-codes';
import { finding, type Finding } from '../core/findings';
import { chooseForm, chooseSummary } from '../core/forms/choose-form';
import type { FormDefinition } from '../core/forms/definition';
import type { FilledForm, UnitEvidence } from '../core/forms/filled-form';
import { expectedForm } from '../core/forms/list/dated-form';
import { checkTexts } from '../core/narrative/texts/check-texts';
import { readTexts } from '../core/narrative/texts/read-texts';
import type { UnitTexts } from '../core/narrative/texts/unit-texts';
import { readLineage, type ReadLineage } from '../core/sheets/lineage';
import { readListLineage, type ReadListLineage } from '../core/sheets/list/list-lineage';
import { PROPERTY } from '../core/sheets/markers';
import type { Look, ReceivedBytes } from '../files/archive/byte-source';
import { DEFAULT_LIMITS } from '../files/read/limits';
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

/** Reads one file. Never throws for anything a file can hold: the outcome says what it was. `look` as `readWorkbook` has it. */
export function receiveWorkbook(
  received: ReceivedBytes,
  file: ReceivedFile,
  settings: ReceiveSettings,
  look?: Look,
): Received {
  const read = readWorkbook(received, DEFAULT_LIMITS, look);
  if (!read.ok) return { ...file, savedAt: null, outcome: 'refused', refusal: read.error };
  return receiveCells(read.value, file, settings);
}

/** The same from a workbook's cells, wherever they came from. */
export function receiveCells(workbook: WorkbookCells, file: ReceivedFile, settings: ReceiveSettings): Received {
  const base = { ...file, savedAt: workbook.properties.savedAt };
  const form = expectedForm(settings.form, settings.expected);
  const read = form.kind === 'list' ? readListLineage(form, workbook) : readLineage(workbook);
  const lineage = read.ok ? read.value : null;
  const chosen =
    lineage === null ? chooseForm(form, workbook.sheets) : chooseSummary(form, signedSheets(workbook, form, lineage));
  if (chosen.kind === 'none') return { ...base, outcome: 'refused', refusal: refusalOf(workbook, settings, chosen.resembles) };
  if (chosen.kind === 'several') return { ...base, outcome: 'several', sheets: chosen.sheets };
  const bound = settings.acceptProposals ? acceptProposals(chosen.form) : chosen.form;
  const texts = textsOf(settings.form, bound, workbook);
  const filled = {
    ...bound,
    findings: [...bound.findings, ...otherCampaign(workbook, settings.expected), ...(texts?.findings ?? [])],
  };
  return {
    ...base,
    outcome: 'form',
    form: checkForm(form, filled, settings.expected),
    metadata: metadataEvidence(workbook),
    texts,
    lineage,
    lineageBroken: !read.ok && read.error !== 'none',
  };
}

/** Of a consolidated list the calendar is what was signed; its details say the same lines, and are no second report. */
function signedSheets(
  { sheets }: WorkbookCells,
  form: FormDefinition,
  lineage: ReadLineage | ReadListLineage,
): readonly CellGrid[] {
  if (form.kind !== 'list') return sheets;
  const named = sheets.filter((one) => one.sheet === lineage.summarySheet);
  return named.length > 0 ? named : sheets.filter((one) => one.sheet !== lineage.sheet);
}

function refusalOf(workbook: WorkbookCells, settings: ReceiveSettings, resembles: boolean): Refusal {
  const other = settings.forms.find((form) => form.id !== settings.form.id && chooseForm(form, workbook.sheets).kind !== 'none');
  if (other !== undefined) return { code: 'wrong-form', detail: other.name };
  return { code: resembles ? 'wrong-form' : 'no-form', detail: null };
}

/** What the unit wrote in words, read and held against its own figures. */
function textsOf(form: FormDefinition, filled: FilledForm, workbook: WorkbookCells): UnitTexts | null {
  const texts = readTexts(workbook.sheets, filled.sheet);
  return texts === null ? null : { ...texts, findings: [...texts.findings, ...checkTexts(form, filled, texts)] };
}

/** A workbook that was sent out for one campaign and comes back in another: last year's, perhaps. */
function otherCampaign({ properties: { custom } }: WorkbookCells, { campaign }: Expectations): readonly Finding[] {
  const found = Object.hasOwn(custom, PROPERTY.campaign) ? (custom[PROPERTY.campaign] ?? '').trim().slice(0, 100) : '';
  if (found === '' || campaign == null || found === campaign) return [];
  return [finding('other-campaign', 'warning', null, { found })];
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
