/** "Đôn đốc": the list of units to write to, each with its ready text, as a sheet, a workbook or a .csv. */
import type { Campaign } from '../core/campaign/campaign';
import { chaseList, type ChaseEntry } from '../core/campaign/chasing';
import type { RosterIndex } from '../core/campaign/identify';
import type { Ledger } from '../core/campaign/ledger';
import type { Consolidation } from '../core/consolidation/consolidation';
import { planChasing } from '../core/sheets/plan-chasing';
import type { SheetPlan, WorkbookPlan } from '../core/sheets/sheet-plan';
import { csvText } from '../files/write/csv-text';
import { chasingLetter, chasingWords, describeChase, type Letter } from '../messages/chasing-words';
import { describeReason } from '../messages/submission-words';

export interface ChaseSettings {
  readonly roster: RosterIndex;
  readonly campaign: Campaign | null;
  /** ISO day of writing; null leaves out what depends on it. */
  readonly today: string | null;
}

export interface Chase {
  readonly entries: readonly (ChaseEntry & { readonly stateWords: string; readonly letter: Letter })[];
  readonly sheet: SheetPlan;
  readonly csv: string;
}

/** Makes list, letters and sheet in one go. */
export function chase(consolidation: Consolidation, ledger: Ledger, { roster, campaign, today }: ChaseSettings): Chase {
  const list = chaseList(consolidation, ledger, { roster, today });
  const context = { campaign: campaign?.name ?? null, office: campaign?.office?.name ?? null, today };
  const entries = list.entries.map((entry) => ({
    ...entry,
    stateWords: describeChase(entry),
    letter: chasingLetter(entry, context),
  }));
  const sheet = planChasing(list, {
    words: chasingWords,
    today,
    describe: (entry) => ({ state: describeChase(entry), ...chasingLetter(entry, context) }),
    describeFile: describeReason,
  });
  const { order, code, unit, superior, email, state, lastDay, files, subject, body } = chasingWords;
  const head = [order, code, unit, superior, email, state, lastDay, files, subject, body];
  const rows = entries.map(({ unit: one, lastDay: last, submissions, letter, stateWords }, index) => [
    String(index + 1),
    one.code ?? '',
    one.name,
    one.superior ?? '',
    one.email ?? '',
    stateWords,
    last ?? '',
    submissions.map((each) => each.file).join('; '),
    letter.subject,
    letter.body,
  ]);
  const doubts = list.unplaced.map((one, index) => [
    ...[String(entries.length + index + 1), '', chasingWords.unplacedTitle, '', '', describeReason(one), ''],
    ...[one.file, '', ''],
  ]);
  return { entries, sheet, csv: csvText([head, ...rows, ...doubts]) };
}

/** The list as a workbook of its own. */
export function chaseWorkbook({ sheet }: Chase): WorkbookPlan {
  return { title: chasingWords.title, sheets: [sheet], names: {}, properties: {} };
}
