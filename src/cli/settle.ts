/** Everything the options name besides the received files, read and checked before the first file is opened. */
import { readFile } from 'node:fs/promises';
import { FORMS, findForm } from '../catalogue/forms';
import { loadProvinces, namesOf } from '../catalogue/administrative-units';
import type { ReceiveSettings } from '../app/receive-workbook';
import type { Campaign } from '../core/campaign/campaign';
import type { Decisions } from '../core/campaign/decisions';
import { indexRoster, type RosterIndex } from '../core/campaign/identify';
import { parseRoster, type ParsedRoster } from '../core/campaign/roster';
import { rosterRows } from '../core/campaign/roster-table';
import type { Finding } from '../core/findings';
import type { FormDefinition } from '../core/forms/definition';
import { fail, ok, type Result } from '../core/result';
import { readWorkbook } from '../files/read/read-workbook';
import { CLI_WORDS } from '../messages/cli-words';
import type { CliArguments } from './arguments';
import { readCampaignOption, readDecisionsOption, readLastYear } from './campaign-options';

export interface Settled {
  readonly form: FormDefinition;
  readonly year: number | null;
  readonly campaign: Campaign | null;
  readonly roster: RosterIndex | null;
  readonly decisions: Decisions;
  readonly lastYear: ReadonlyMap<string, number> | null;
  readonly settings: ReceiveSettings;
  /** What is to be said of campaign and roster. */
  readonly findings: readonly Finding[];
}

/** Reads campaign, roster, decisions and last year's summary. The error is the sentence to print. */
export async function settle(options: CliArguments): Promise<Result<Settled, string>> {
  const chosen = options.campaign === null ? null : await readCampaignOption(options.campaign);
  if (chosen !== null && !chosen.ok) return chosen;
  const campaign = chosen?.value.campaign ?? null;
  const form = formOf(options, campaign);
  const decisions = await readDecisionsOption(options.decisions);
  if (!decisions.ok) return decisions;
  const roster = await rosterOf(options.roster ?? chosen?.value.rosterFile ?? null, campaign);
  if (!roster.ok) return roster;
  const year = campaign?.year ?? form.year;
  const settings: ReceiveSettings = {
    form,
    forms: FORMS,
    expected: { year, theme: campaign?.theme ?? null },
    acceptProposals: options.acceptProposals,
  };
  const lastYear = options.lastYear === null ? null : await readLastYear(options.lastYear, settings);
  if (lastYear !== null && !lastYear.ok) return lastYear;
  return ok({
    form,
    year,
    campaign,
    roster: roster.value === null ? null : await prepared(roster.value, decisions.value),
    decisions: decisions.value,
    lastYear: lastYear?.value ?? null,
    settings,
    findings: [...(chosen?.value.findings ?? []), ...(roster.value?.findings ?? [])],
  });
}

/** A form that was asked for comes first; else the campaign's, where the catalogue has it. */
function formOf(options: CliArguments, campaign: Campaign | null): FormDefinition {
  if (options.formGiven || campaign === null) return options.form;
  return campaign.forms.map(findForm).find((form) => form !== undefined) ?? options.form;
}

async function prepared(parsed: ParsedRoster, decisions: Decisions): Promise<RosterIndex> {
  const elsewhere = namesOf(await loadProvinces());
  return indexRoster(parsed.roster, { remembered: new Map(Object.entries(decisions.names)), elsewhere });
}

async function rosterOf(path: string | null, campaign: Campaign | null): Promise<Result<ParsedRoster | null, string>> {
  if (path === null) {
    const units = campaign?.roster.units ?? [];
    return ok(units.length === 0 ? null : parseRoster(rowsOf(units)));
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return fail(CLI_WORDS.rosterUnreadable(path));
  }
  const workbook = readWorkbook(bytes);
  const sheet = workbook.ok ? workbook.value.sheets[0] : undefined;
  if (sheet === undefined) return fail(CLI_WORDS.rosterUnreadable(path));
  const parsed = parseRoster(rosterRows(sheet));
  return parsed.roster.units.length === 0 ? fail(CLI_WORDS.rosterEmpty(path)) : ok(parsed);
}

/** Units that a campaign lists itself go the way of every roster, so that the same flaws are said. */
function rowsOf(units: Campaign['roster']['units']): readonly (readonly string[])[] {
  return [
    ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'],
    ...units.map((one) => [one.code ?? '', one.name, one.kind ?? '', one.superior ?? '', one.email ?? '', one.deadline ?? '', one.aliases.join(';')]),
  ];
}
