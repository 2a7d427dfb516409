/**
 * The workbook that is sent out to one unit: the form with the unit's name and code on it, room for its written report,
 * and a guide. Sheet and properties both say whose it is, so that it is known again when it was renamed, saved by another
 * program, or copied into another workbook.
 */
import type { Campaign } from '../campaign/campaign';
import { campaignOfForm } from '../campaign/campaign-of-form';
import { dueOf } from '../campaign/due';
import type { RosterUnit } from '../campaign/roster-unit';
import type { FormDefinition } from '../forms/definition';
import { datedForm } from '../forms/list/dated-form';
import { PROPERTY } from './markers';
import { planFormWorkbook } from './plan-form';
import { planGuide, type GuideWords } from './plan-guide';
import { legalSheetName } from './sheet-name';
import type { SheetPlan, WorkbookPlan } from './sheet-plan';
import type { SheetWords } from './sheet-words';

export interface UnitWorkbookOptions {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  readonly unit: RosterUnit;
  readonly words: SheetWords;
  readonly guide: GuideWords;
  /** The sheet for the written report; null where only figures are asked. The same one serves every unit. */
  readonly texts: SheetPlan | null;
}

/** Plans the workbook of one unit: form, written report, guide. */
export function planUnitWorkbook(options: UnitWorkbookOptions): WorkbookPlan {
  const { unit, texts } = options;
  // A list asks for the days of the campaign's week, and is due when its own step is.
  const form = options.campaign === null ? options.form : datedForm(options.form, options.campaign);
  const campaign = campaignOfForm(options.campaign, form);
  const filled = planFormWorkbook(form, {
    purpose: 'blank',
    year: campaign?.year ?? form.year,
    attachedTo: campaign?.attachedTo ?? null,
    unit: { code: unit.code, name: unit.name },
    words: options.words,
    sheetName: null,
  });
  const taken = filled.sheets.map((one) => one.name);
  const written = texts === null ? [] : [{ ...texts, name: legalSheetName(texts.name, taken) }];
  // A list is registered before the week where the campaign asks for that.
  const registers = form.kind === 'list' && campaign?.steps.some((one) => one.what === 'registration') === true;
  const { deadline, step } = dueOf(unit, campaign, registers ? 'registration' : 'result');
  const guide = planGuide(
    {
      unit,
      campaign: campaign?.name ?? null,
      theme: campaign?.theme ?? null,
      deadline,
      receiver: step?.to ?? campaign?.office?.name ?? null,
      channels: step?.channels ?? [],
      attach: step?.attach ?? [],
      form: filled.sheets[0]?.name ?? '',
      fills: form.kind === 'list' ? 'lines' : 'figures',
      texts: written[0]?.name ?? null,
      asksMoney: form.indicators.some((row) => row.fields.some((field) => field.nature === 'money')),
    },
    options.guide,
  );
  const named = { ...guide, name: legalSheetName(guide.name, [...taken, ...written.map((one) => one.name)]) };
  return {
    ...filled,
    sheets: [...filled.sheets, ...written, named],
    properties: { ...filled.properties, ...(campaign === null ? {} : { [PROPERTY.campaign]: campaign.id }) },
  };
}
