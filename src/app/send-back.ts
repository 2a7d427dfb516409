/** The refused and doubtful files as a list to save, and a ready text for each unit that has to send again. */
import type { Consolidation, Submission } from '../core/consolidation/consolidation';
import { number, planList, text } from '../core/sheets/list-sheet';
import type { WorkbookPlan } from '../core/sheets/sheet-plan';
import { SEND_BACK_WORDS as WORDS } from '../messages/send-back-words';
import { describeReason, STATE_WORDS } from '../messages/submission-words';
import { describeFinding } from '../messages/vi';

/** One file that goes back, or has something for its unit to look at. */
export interface SentBack {
  readonly file: string;
  readonly unit: string | null;
  readonly state: string;
  /** Sentences: why it is not counted, then the errors in it. */
  readonly reasons: readonly string[];
}

/** What one unit is written, ready to be pasted into a message. */
export interface UnitLetter {
  /** Null where nobody knows who sent the file: then the letter is about one file. */
  readonly unit: string | null;
  readonly files: readonly string[];
  readonly text: string;
}

/** Sentences about one file beyond these are only counted: a message of ten screens is not read. */
const MOST_REASONS = 12;

/** Files that are refused, wait for the unit, were sent back, or count with errors in them. Superseded ones are past. */
export function sentBack({ submissions }: Consolidation): readonly SentBack[] {
  return submissions.flatMap((one): SentBack[] => {
    if (!concernsUnit(one)) return [];
    const errors = one.findings.filter((found) => found.severity === 'error').map(describeFinding);
    const reason = describeReason(one);
    const reasons = [...new Set([...(reason === '' ? [] : [reason]), ...errors])];
    if (one.state === 'counted' && errors.length === 0) return [];
    return [{ file: one.file, unit: one.unit?.name ?? null, state: STATE_WORDS[one.state], reasons }];
  });
}

function concernsUnit(one: Submission): boolean {
  // What the clerk decides alone is not the unit's to mend.
  if (one.typedIn === true || one.reason === 'switched-off' || one.reason === 'supplement') return false;
  return one.state === 'refused' || one.state === 'undetermined' || one.state === 'counted';
}

/** One letter for each unit, and one for each file whose unit is not known. */
export function lettersOf(consolidation: Consolidation): readonly UnitLetter[] {
  const groups = new Map<string, SentBack[]>();
  for (const one of sentBack(consolidation)) {
    const key = one.unit === null ? `file ${one.file}` : `unit ${one.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const { annexLabel, year } = consolidation.form;
  return [...groups.values()].map((files): UnitLetter => {
    const unit = files[0]?.unit ?? null;
    const lines = [
      unit === null ? WORDS.greetingUnknown : WORDS.greeting(unit),
      WORDS.opening(annexLabel, year),
      ...files.flatMap(({ file, reasons }) => [
        WORDS.file_(file),
        ...reasons.slice(0, MOST_REASONS).map((reason) => `- ${reason}`),
        ...(reasons.length > MOST_REASONS ? [`- ${WORDS.more(reasons.length - MOST_REASONS)}`] : []),
      ]),
      WORDS.closing,
    ];
    return { unit, files: files.map((one) => one.file), text: lines.join('\n') };
  });
}

/** The list as a workbook of one sheet. */
export function planSendBack(consolidation: Consolidation): WorkbookPlan {
  const sheet = planList({
    name: WORDS.sheet,
    role: 'tong-hop/send-back',
    table: 'CanGuiLai',
    title: WORDS.title,
    hints: [WORDS.hint],
    columns: [
      { header: WORDS.order, width: 6, style: 'textCentre' },
      { header: WORDS.unit, width: 30, style: 'text' },
      { header: WORDS.file, width: 34, style: 'text' },
      { header: WORDS.state, width: 16, style: 'text' },
      { header: WORDS.reason, width: 80, style: 'text' },
    ],
    rows: sentBack(consolidation).map((one, index) => [
      number(index + 1),
      text(one.unit ?? WORDS.unitUnknown),
      text(one.file),
      text(one.state),
      text(one.reasons.join('\n')),
    ]),
    frozenColumns: 2,
  });
  return { title: WORDS.title, sheets: [sheet], names: {}, properties: {} };
}

/** The same as text with commas, with the mark that tells Excel it is UTF-8. */
export function csvOfSendBack(consolidation: Consolidation): string {
  const rows = sentBack(consolidation).map((one, index) => [
    String(index + 1),
    one.unit ?? WORDS.unitUnknown,
    one.file,
    one.state,
    one.reasons.join(' '),
  ]);
  const head = [WORDS.order, WORDS.unit, WORDS.file, WORDS.state, WORDS.reason];
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; a text that Excel would take for a formula is kept from it by a leading apostrophe. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""').replace(/\s*\n\s*/g, ' ')}"`;
}
