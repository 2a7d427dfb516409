/** What `--campaign`, `--last-year` and `--decisions` name, read and checked. A sentence says what cannot be used. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FormShelf } from '../app/form-shelf';
import { lastYearTotals } from '../app/last-year';
import { receiveWorkbook, type ReceiveSettings } from '../app/receive-workbook';
import { CAMPAIGNS, findCampaign } from '../catalogue/campaigns';
import { readCampaign, type Campaign, type CampaignFlaw } from '../core/campaign/campaign';
import { campaignFindings, readingFindings } from '../core/campaign/campaign-findings';
import { NO_DECISIONS, parseDecisions, type Decisions } from '../core/campaign/decisions';
import type { Finding } from '../core/findings';
import { fail, ok, type Result } from '../core/result';
import { CAMPAIGN_CLI_WORDS as WORDS } from '../messages/campaign-words';

export interface CampaignOption {
  readonly campaign: Campaign;
  readonly findings: readonly Finding[];
  /** The roster file that the campaign names, relative to its own file; null for none. */
  readonly rosterFile: string | null;
}

/** The campaign of the catalogue with that id, or the one in that file; the error is the sentence to print. */
export async function readCampaignOption(given: string, shelf: FormShelf): Promise<Result<CampaignOption, string>> {
  const known = findCampaign(given);
  const forms = shelf.forms.map((form) => form.id);
  if (known !== undefined) return ok({ campaign: known, findings: campaignFindings(known, forms), rosterFile: null });
  let text: string;
  try {
    text = await readFile(given, 'utf8');
  } catch {
    return fail(/\.json$/i.test(given) ? WORDS.unreadable(given) : WORDS.unknown(given, CAMPAIGNS.map((one) => one.id)));
  }
  const data = parseJson(text);
  if (data === undefined) return fail(WORDS.notJson(given));
  const read = readCampaign(data);
  if (!read.ok) return fail([WORDS.unusable(given), ...read.error.map(describeFlaw)].join('\n'));
  const { campaign, unknown, missing } = read.value;
  const rosterFile = campaign.roster.file === null ? null : resolve(dirname(given), campaign.roster.file);
  return ok({ campaign, findings: [...readingFindings(unknown, missing), ...campaignFindings(campaign, forms)], rosterFile });
}

function describeFlaw(flaw: CampaignFlaw): string {
  return `  ${WORDS.flaw[flaw.problem](flaw.key === '' ? '(gốc)' : flaw.key)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The clerk's decisions; none without a file. */
export async function readDecisionsOption(path: string | null): Promise<Result<Decisions, string>> {
  if (path === null) return ok(NO_DECISIONS);
  const text = await readFile(path, 'utf8').catch(() => null);
  const data = text === null ? undefined : parseJson(text);
  if (data === undefined) return fail(WORDS.decisionsUnreadable(path));
  const parsed = parseDecisions(data);
  return parsed.ok ? parsed : fail(WORDS.decisionsWrong(path, parsed.error));
}

/** The totals of last year's summary, per field key; nothing is expected of its year. Null for a file of another form. */
export async function readLastYear(path: string, settings: ReceiveSettings): Promise<Result<ReadonlyMap<string, number> | null, string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return fail(WORDS.lastYearUnreadable(path));
  }
  const expected = { year: null, theme: null };
  const received = receiveWorkbook(bytes, { file: path, hash: null, fileTime: null }, { ...settings, expected });
  return ok(lastYearTotals(received));
}

