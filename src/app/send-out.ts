/**
 * "Gửi mẫu": one pre-filled workbook per unit of the roster, all in one archive. The archive comes out piece by piece and
 * is never in memory as a whole; what all workbooks have in common is compressed once.
 */
import type { Campaign } from '../core/campaign/campaign';
import type { RosterUnit } from '../core/campaign/roster-unit';
import { sentFileNames } from '../core/campaign/sent-names';
import type { FormDefinition } from '../core/forms/definition';
import { planTextsSheet } from '../core/narrative/texts/plan-texts';
import { planUnitWorkbook } from '../core/sheets/plan-unit-workbook';
import type { SheetPlan } from '../core/sheets/sheet-plan';
import { xlsxWriter } from '../files/write/write-xlsx';
import { storePart, ZipWriter } from '../files/write/zip-writer';
import { guideWords } from '../messages/sending-words';
import { sheetWords } from '../messages/sheet-words';
import { textsSheetWords } from '../messages/texts-sheet-words';

export interface SendOutOrder {
  readonly form: FormDefinition;
  readonly campaign: Campaign | null;
  readonly units: readonly RosterUnit[];
  /** With a sheet for the written report; a list has none in any case. */
  readonly withTexts: boolean;
}

/**
 * The pieces of the archive, in order; whoever takes them decides the pace and may stop. `onDone` is told after each
 * workbook how many are there. Throws `ArchiveTooLarge` beyond 65,535 units or 4 GB.
 */
export function* sendOut(
  order: SendOutOrder,
  onDone: (count: number) => void = () => undefined,
): Generator<Uint8Array, void, undefined> {
  const { form, campaign, units } = order;
  const texts = order.withTexts && form.kind === 'indicators' ? textsSheet(order) : null;
  const zip = new ZipWriter();
  const write = xlsxWriter();
  const names = sentFileNames(units);
  for (const [index, unit] of units.entries()) {
    const plan = planUnitWorkbook({ form, campaign, unit, texts, words: sheetWords, guide: guideWords });
    yield* zip.add(names[index] ?? '', storePart(write(plan)));
    onDone(index + 1);
  }
  yield* zip.end();
}

/** The same for every unit: whose it is stands on the form beside it. */
function textsSheet({ form, campaign }: SendOutOrder): SheetPlan {
  const steps = (campaign?.steps ?? []).filter((step) => step.what === 'result');
  const addressees = [...new Set(steps.flatMap((step) => [step.to, ...step.then]))];
  return planTextsSheet({ words: textsSheetWords, year: campaign?.year ?? form.year, addressees });
}
