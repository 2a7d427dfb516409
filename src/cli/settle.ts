/** Everything the options name besides the received files, read and checked before the first file is opened. */
import { readFile, stat } from 'node:fs/promises';
import { loadProvinces, namesOf } from '../catalogue/administrative-units';
import { formFromText, formInCampaign, formShelf, MOST_FORM_TEXT, type FormShelf } from '../app/form-shelf';
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
import { CAMPAIGN_CLI_WORDS as WORDS } from '../messages/campaign-words';
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
  /** Sentences to print although the work goes on. */
  readonly notices: readonly string[];
  readonly settings: ReceiveSettings;
  /** What is to be said of campaign and roster. */
  readonly findings: readonly Finding[];
}

/** Reads campaign, roster, decisions and last year's summary. The error is the sentence to print. */
export async function settle(options: CliArguments): Promise<Result<Settled, string>> {
  const own = options.formFile === null ? null : await readFormFile(options.formFile);
  if (own !== null && !own.ok) return own;
  const shelf = formShelf(own === null ? [] : [own.value]);
  const chosen = options.campaign === null ? null : await readCampaignOption(options.campaign, shelf);
  if (chosen !== null && !chosen.ok) return chosen;
  const whole = chosen?.value.campaign ?? null;
  const { form, campaign, expected } = formInCampaign(own?.value ?? formOf(options, whole, shelf), whole);
  const decisions = await readDecisionsOption(options.decisions);
  if (!decisions.ok) return decisions;
  const roster = await rosterOf(options.roster ?? chosen?.value.rosterFile ?? null, campaign);
  if (!roster.ok) return roster;
  const year = campaign?.year ?? form.year;
  const settings: ReceiveSettings = {
    form,
    forms: shelf.forms,
    expected,
    acceptProposals: options.acceptProposals,
  };
  const lastYear = options.lastYear === null ? null : await readLastYear(options.lastYear, settings);
  if (lastYear !== null && !lastYear.ok) return lastYear;
  const otherForm = lastYear !== null && lastYear.value === null ? WORDS.lastYearUnusable(options.lastYear ?? '') : null;
  // A report comes out without the comparison; who only asked to compare is told that nothing can be.
  if (otherForm !== null && options.report === null) return fail(otherForm);
  return ok({
    form,
    year,
    campaign,
    roster: roster.value === null ? null : await prepared(roster.value, decisions.value),
    decisions: decisions.value,
    lastYear: lastYear?.value ?? null,
    notices: otherForm === null ? [] : [otherForm],
    settings,
    findings: [...(chosen?.value.findings ?? []), ...(roster.value?.findings ?? [])],
  });
}

/** A form that was asked for comes first; else the campaign's, where the catalogue has it. */
function formOf(options: CliArguments, campaign: Campaign | null, shelf: FormShelf): FormDefinition {
  if (options.formGiven || campaign === null) return options.form;
  return campaign.forms.map(shelf.find).find((form) => form !== undefined) ?? options.form;
}

/** A form that a clerk made and saved: `--form mau.json`. */
async function readFormFile(path: string): Promise<Result<FormDefinition, string>> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MOST_FORM_TEXT * 4) return fail(CLI_WORDS.formUnusable(path));
    text = await readFile(path, 'utf8');
  } catch {
    return fail(CLI_WORDS.formUnreadable(path));
  }
  const read = formFromText(text);
  return read.ok ? read : fail(CLI_WORDS.formUnusable(path));
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
