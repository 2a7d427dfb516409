/**
 * Editing a campaign as a clerk writes it: texts in, a campaign that the line accepts out. Each edit gives a new campaign or
 * says that the text cannot be read; contradictions between fields are findings, not refusals.
 */
import { parseCampaign, type Campaign, type ReportingStep } from '../core/campaign/campaign';
import { campaignFindings } from '../core/campaign/campaign-findings';
import { lastSafeDay, lastSafeMinute, parseDeadline, type Deadline } from '../core/campaign/deadline';
import { isCalendarDay, timeOf } from '../core/campaign/moments';
import { formatVietnameseDate, parseVietnameseDate } from '../core/cells/vietnamese-dates';
import type { Finding } from '../core/findings';
import { fail, ok, type Result } from '../core/result';
import { formShelf, type FormShelf } from './form-shelf';

export type EditFlaw = 'name-missing' | 'year-wrong' | 'day-wrong' | 'deadline-wrong' | 'too-long';

/** Letters of one text of a campaign; a line of an official letter is far shorter. */
const LONGEST = 1000;
const LONGEST_LIST = 60;

const cleaned = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const orNull = (text: string): string | null => (cleaned(text) === '' ? null : cleaned(text));

/** The campaign with these keys replaced; "too-long" where the schema or the bounds refuse them. */
function edited(campaign: Campaign, part: Partial<Campaign>): Result<Campaign, EditFlaw> {
  const texts = Object.values(part).flatMap((one): unknown[] => (Array.isArray(one) ? one : [one]));
  if (texts.some((one) => typeof one === 'string' && one.length > LONGEST)) return fail('too-long');
  const parsed = parseCampaign({ ...campaign, ...part });
  return parsed.ok ? ok(parsed.value) : fail('too-long');
}

export function withName(campaign: Campaign, text: string): Result<Campaign, EditFlaw> {
  const name = orNull(text);
  return name === null ? fail('name-missing') : edited(campaign, { name });
}

export function withYear(campaign: Campaign, text: string): Result<Campaign, EditFlaw> {
  const digits = cleaned(text);
  const year = /^\d{4}$/.test(digits) ? Number(digits) : NaN;
  return year >= 2000 && year <= 2100 ? edited(campaign, { year }) : fail('year-wrong');
}

/** Texts that may be left out: an empty one is null. */
export function withText(campaign: Campaign, key: 'theme' | 'attachedTo' | 'place', text: string): Result<Campaign, EditFlaw> {
  return edited(campaign, { [key]: orNull(text) });
}

/** One entry a line; empty lines are left out. */
export function withLines(campaign: Campaign, key: 'recipients' | 'signatory', text: string): Result<Campaign, EditFlaw> {
  const lines = text.split('\n').flatMap((line) => orNull(line) ?? []);
  return lines.length > LONGEST_LIST ? fail('too-long') : edited(campaign, { [key]: lines });
}

export function withIssuer(campaign: Campaign, text: string): Result<Campaign, EditFlaw> {
  const name = orNull(text);
  const issuer = name === null ? null : { name, superior: campaign.issuer?.superior ?? null };
  return (name ?? '').length > LONGEST ? fail('too-long') : edited(campaign, { issuer });
}

/** Without an issuer there is nothing above it: the campaign stays as it is. */
export function withIssuerSuperior(campaign: Campaign, text: string): Result<Campaign, EditFlaw> {
  const superior = orNull(text);
  if ((superior ?? '').length > LONGEST) return fail('too-long');
  return campaign.issuer === null ? ok(campaign) : edited(campaign, { issuer: { ...campaign.issuer, superior } });
}

/** Another name is another office: its code is not kept. */
export function withOffice(campaign: Campaign, text: string): Result<Campaign, EditFlaw> {
  const name = orNull(text);
  if ((name ?? '').length > LONGEST) return fail('too-long');
  if (name === (campaign.office?.name ?? null)) return ok(campaign);
  return edited(campaign, { office: name === null ? null : { code: null, name } });
}

/** The form to consolidate first; others the campaign names stay behind it. */
export function withForm(campaign: Campaign, formId: string): Campaign {
  return { ...campaign, forms: [formId, ...campaign.forms.slice(1).filter((one) => one !== formId)] };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A day as written, in the campaign's year where the text has none: "1/10" → "2026-10-01". */
export function readDay(text: string, year: number): Result<string | null, EditFlaw> {
  if (orNull(text) === null) return ok(null);
  const date = parseVietnameseDate(cleaned(text));
  const day = date === null ? '' : `${String(date.year ?? year)}-${two(date.month)}-${two(date.day)}`;
  return isCalendarDay(day) ? ok(day) : fail('day-wrong');
}

/** Both days or none; a week that runs backwards is a finding, not a refusal. */
export function withWeek(campaign: Campaign, week: { readonly from: string; readonly to: string } | null): Campaign {
  return { ...campaign, week };
}

/** The steps that have a deadline to edit; a campaign without a step for results gets one. */
export function stepsOf(campaign: Campaign): readonly ReportingStep[] {
  if (campaign.steps.some((one) => one.what === 'result')) return campaign.steps;
  const result: ReportingStep = {
    what: 'result',
    from: [],
    kinds: [],
    to: campaign.office?.name ?? campaign.issuer?.name ?? 'Cơ quan tổng hợp',
    then: [],
    deadline: null,
    wording: null,
    attach: [],
    channels: [],
  };
  return [...campaign.steps, result];
}

/** Sets the deadline of a step of `stepsOf`; an empty text takes it away. The words stay as they were written. */
export function withDeadline(campaign: Campaign, place: number, text: string): Result<Campaign, EditFlaw> {
  const wording = orNull(text);
  const deadline = wording === null ? null : parseDeadline(wording, campaign.year);
  if (wording !== null && deadline === null) return fail('deadline-wrong');
  if ((wording ?? '').length > LONGEST) return fail('too-long');
  const steps = stepsOf(campaign).map((step, index) => (index === place ? { ...step, deadline, wording } : step));
  return edited(campaign, { steps });
}

/** The deadline of a step as text to edit: its own words, else what was read. */
export function deadlineText({ deadline, wording }: Pick<ReportingStep, 'deadline' | 'wording'>): string {
  if (wording !== null && (deadline === null || parseDeadline(wording, null) !== null)) return wording;
  if (deadline === null) return '';
  const time = deadline.time === undefined ? '' : `${deadline.time.replace(':', 'g')} `;
  return `${deadline.kind === 'before' ? 'trước ' : ''}${time}ngày ${formatVietnameseDate(deadline.date)}`;
}

/** The last moment at which a report is on time, as it is shown; the time only where the deadline has an hour. */
export function lastSafeOf(deadline: Deadline): { readonly day: string; readonly time: string | null } {
  const day = formatVietnameseDate(lastSafeDay(deadline));
  return { day, time: deadline.time === undefined ? null : timeOf(lastSafeMinute(deadline)) };
}

/** What contradicts itself in the campaign. Its forms may be the catalogue's or those of the workbook. */
export function flawsOfCampaign(campaign: Campaign, shelf: FormShelf = formShelf()): readonly Finding[] {
  return campaignFindings(
    campaign,
    shelf.forms.map((one) => one.id),
  );
}
