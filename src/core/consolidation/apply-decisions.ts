/** The clerk's decisions about single files, applied before anything is resolved: what was accepted, typed in, assigned. */
import { matchName } from '../campaign/match-name';
import { NO_DECISIONS, type Decisions } from '../campaign/decisions';
import type { Identity, RosterIndex } from '../campaign/identify';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { markedText, nameWords } from '../campaign/unit-name';
import type { Expectations } from '../checks/check';
import { acceptProposals, recheckForm } from '../checks/check-form';
import { finding, type Finding } from '../findings';
import type { FormDefinition } from '../forms/definition';
import type { Received } from './received';
import { receivedByHand } from './typed-in';

export interface DecisionOptions {
  readonly decisions?: Decisions;
  /** What the campaign expects; needed to check a form again once proposals are accepted. */
  readonly expected?: Expectations;
  /** What typed-in figures are called where a file's name would stand. */
  readonly typedInLabel?: string;
}

const NOTHING_EXPECTED: Expectations = { year: null, theme: null };

/** Every received file as the decisions leave it, and the typed-in figures beside them. */
export function withDecisions(form: FormDefinition, received: readonly Received[], options: DecisionOptions): readonly Received[] {
  const { decisions = NO_DECISIONS, expected = NOTHING_EXPECTED, typedInLabel = 'typed in' } = options;
  const byHand = decisions.typedIn.map((entry) => receivedByHand(form, entry, expected, { label: typedInLabel }));
  return [...received.map((one) => accept(form, one, decisions, expected)), ...byHand];
}

function accept(form: FormDefinition, received: Received, decisions: Decisions, expected: Expectations): Received {
  const rows = own(decisions.accepted, received.file);
  if (rows === undefined || received.outcome !== 'form') return received;
  const accepted = acceptProposals(received.form, rows === 'all' ? undefined : (row) => rows.includes(row));
  return { ...received, form: recheckForm(form, accepted, expected) };
}

/** The unit that the clerk gave a file, or that typed-in figures are for; null where nobody decided. */
export function decidedIdentity(received: Received, roster: RosterIndex | null, decisions: Decisions): Identity | null {
  const assigned = own(decisions.units, received.file);
  if (assigned !== undefined) return identityOf(assigned, roster);
  if (received.outcome !== 'form') return null;
  if (received.typedIn !== true) return rememberedIdentity(received, roster, decisions);
  const text = (source: 'typedIn' | 'code'): string | null => received.form.units.find((one) => one.source === source)?.text ?? null;
  return identityOf({ code: text('code'), name: text('typedIn') ?? '' }, roster);
}

/** A name that was decided before, in whatever spelling of spaces and capitals. */
function rememberedIdentity(received: Extract<Received, { outcome: 'form' }>, roster: RosterIndex | null, decisions: Decisions): Identity | null {
  const names = Object.entries(decisions.names);
  if (names.length === 0) return null;
  const keyed = new Map(names.map(([heard, unit]) => [markedText(nameWords(heard)), unit]));
  const heard = received.form.units.find((one) => one.source === 'unitLine' || one.source === 'letterhead');
  const unit = heard === undefined ? undefined : keyed.get(markedText(nameWords(heard.text)));
  if (heard === undefined || unit === undefined) return null;
  const known = roster?.byCode.get(unit.toLowerCase());
  return known === undefined ? identityOf({ code: null, name: unit }, roster) : identityOf(known, roster);
}

/** As the roster writes it; a unit the roster does not know (the consolidating office) stays as it was given. */
function identityOf(unit: ReportingUnit, roster: RosterIndex | null): Identity {
  const byCode = unit.code === null ? undefined : roster?.byCode.get(unit.code.toLowerCase());
  const named = roster === null || byCode !== undefined ? [] : matchName(roster, unit.name).units;
  const known = byCode ?? (named.length === 1 ? named[0] : undefined) ?? unit;
  return { known: true, unit: { code: known.code, name: known.name }, evidence: { source: 'typedIn', text: unit.name, superior: null, at: null } };
}

/** Decisions about files that are no longer there. */
export function staleDecisions(received: readonly Received[], decisions: Decisions): readonly Finding[] {
  const files = new Set(received.map((one) => one.file));
  const named = [decisions.units, decisions.receipts, decisions.supplements, decisions.accepted].flatMap((one) => Object.keys(one));
  const stale = new Set([...named, ...decisions.versions, ...decisions.returned].filter((file) => !files.has(file)));
  return [...stale].sort().map((subject) => finding('decision-stale', 'hint', null, { subject }));
}

/** A file may be called "constructor": only what the record itself holds counts. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
