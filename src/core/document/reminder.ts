/**
 * The reminder as a công văn ("V/v đôn đốc …"): who has not reported, whose report has to be mended, by when and what to
 * do. Made of the list of chasing, the ledger and the campaign; what none of them says stays a dotted blank.
 */
import type { Campaign, ReportingStep } from '../campaign/campaign';
import type { ChaseEntry, ChaseList } from '../campaign/chasing';
import type { Deadline } from '../campaign/deadline';
import { dueOf } from '../campaign/due';
import type { Ledger } from '../campaign/ledger';
import type { FormDefinition } from '../forms/definition';
import { letterheadOf } from '../narrative/document/letterhead';
import type { NarrativeWords } from '../narrative/narrative-words';
import type { DocumentAnnex, DocumentBlock, DocumentPlan, DocumentTable } from './document-plan';

/** The words of the reminder; they stand in `messages/`. */
export interface ReminderWords {
  /** Trích yếu without "V/v". */
  readonly subject: (campaign: string | null) => string;
  readonly addressee: (inAnnex: boolean) => string;
  readonly opening: (facts: { readonly basis: string | null; readonly campaign: string | null }) => string;
  readonly standing: (facts: {
    readonly units: number;
    readonly reported: number;
    readonly missing: number;
    readonly unusable: number;
    readonly toMend: number;
    readonly where: 'annex' | 'below';
  }) => string;
  readonly request: string;
  readonly forMissing: (facts: {
    readonly annex: string;
    readonly attach: readonly string[];
    readonly receiver: string | null;
  }) => string;
  readonly forMending: string;
  readonly channels: (channels: readonly string[]) => string;
  /** The day set before, and the blank for the new one. */
  readonly until: (deadline: Deadline | null, extended: Deadline | null) => string;
  readonly closing: string;
  readonly tableTitle: string;
  readonly annexLabel: string;
  readonly columns: { readonly order: string; readonly unit: string; readonly due: string; readonly task: string };
  readonly task: (entry: ChaseEntry) => string;
  readonly deadline: (deadline: Deadline | null) => string;
}

export interface ReminderOptions {
  readonly form: Pick<FormDefinition, 'annexLabel'>;
  readonly campaign: Campaign | null;
  /** By when now; null leaves blanks. */
  readonly extended?: Deadline | null;
  readonly words: ReminderWords;
  /** Words of letterheads: the reminder comes from the office that consolidates, as its report does. */
  readonly officeWords: NarrativeWords;
}

/** More units than these stand in an annex. */
const MOST_IN_TEXT = 10;

/** The công văn; null where nobody has to be reminded. */
export function planReminder(list: Pick<ChaseList, 'entries'>, ledger: Ledger, options: ReminderOptions): DocumentPlan | null {
  const { campaign, words } = options;
  // What came late is there: nobody is asked for it again.
  const units = list.entries.filter((one) => one.state !== 'late');
  if (units.length === 0) return null;
  const sender = letterheadOf(campaign, true, options.officeWords);
  const inAnnex = units.length > MOST_IN_TEXT;
  const table = tableOf(units, words, haveOneDeadline(units, words));
  const annexes: readonly DocumentAnnex[] = inAnnex
    ? [
        {
          label: words.annexLabel,
          title: words.tableTitle,
          attachedTo: null,
          orientation: 'portrait',
          blocks: [table],
          photos: [],
        },
      ]
    : [];
  return {
    kind: 'official-letter',
    superior: sender.superior,
    issuer: sender.issuer,
    place: sender.place,
    signatory: sender.signatory,
    number: null,
    symbol: null,
    date: null,
    year: campaign?.year ?? null,
    title: null,
    subject: words.subject(campaign?.name ?? null),
    addressees: [words.addressee(inAnnex)],
    body: bodyOf(ledger, units, options, inAnnex ? null : table),
    recipients: [],
    annexes,
  };
}

function haveOneDeadline(units: readonly ChaseEntry[], words: ReminderWords): boolean {
  return new Set(units.map(({ deadline }) => words.deadline(deadline))).size === 1;
}

function bodyOf(
  ledger: Ledger,
  units: readonly ChaseEntry[],
  { form, campaign, extended = null, words }: ReminderOptions,
  table: DocumentTable | null,
): readonly DocumentBlock[] {
  const count = (state: ChaseEntry['state']): number => units.filter((one) => one.state === state).length;
  const [missing, unusable] = [count('missing'), count('refused')];
  const toMend = units.length - missing - unusable;
  const step = stepOf(units, campaign);
  const common = haveOneDeadline(units, words) ? (units[0]?.deadline ?? null) : null;
  const facts = { annex: form.annexLabel, attach: step?.attach ?? [], receiver: step?.to ?? null };
  const item = (text: string): DocumentBlock => ({ kind: 'item', level: 1, runs: [{ text }] });
  return [
    paragraph(words.opening({ basis: campaign?.report?.basis[0] ?? campaign?.source ?? null, campaign: campaign?.name ?? null })),
    paragraph(
      words.standing({
        units: ledger.entries.length,
        reported: ledger.entries.length - missing - unusable,
        missing,
        unusable,
        toMend,
        where: table === null ? 'annex' : 'below',
      }),
    ),
    ...(table === null ? [] : [table]),
    paragraph(words.request),
    ...(missing + unusable === 0 ? [] : [item(words.forMissing(facts))]),
    ...(toMend === 0 ? [] : [item(words.forMending)]),
    ...(step === null || step.channels.length === 0 ? [] : [item(words.channels(step.channels))]),
    item(words.until(common, extended)),
    paragraph(words.closing),
  ];
}

function paragraph(text: string): DocumentBlock {
  return { kind: 'paragraph', runs: [{ text }] };
}

/** The step the units report in, where it is one and the same. */
function stepOf(units: readonly ChaseEntry[], campaign: Campaign | null): ReportingStep | null {
  const steps = new Set(units.map(({ unit }) => dueOf(unit, campaign).step));
  return steps.size === 1 ? ([...steps][0] ?? null) : null;
}

/** The column of deadlines stands only where they differ: one for all is told in the text. */
function tableOf(units: readonly ChaseEntry[], words: ReminderWords, commonDeadline: boolean): DocumentTable {
  const { columns } = words;
  const due = <T>(column: T): readonly T[] => (commonDeadline ? [] : [column]);
  return {
    kind: 'table',
    columns: [
      { widthMm: 12, align: 'center' },
      { widthMm: 60, align: 'left' },
      ...due({ widthMm: 36, align: 'center' } as const),
      { widthMm: 75, align: 'left' },
    ],
    header: [[{ text: columns.order }, { text: columns.unit }, ...due({ text: columns.due }), { text: columns.task }]],
    rows: units.map((entry, index) => [
      { text: String(index + 1) },
      { text: entry.unit.name },
      ...due({ text: words.deadline(entry.deadline) }),
      { text: words.task(entry) },
    ]),
  };
}
