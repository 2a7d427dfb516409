/** Sheet "Hướng dẫn" of a workbook that is sent out: on one page, what to fill in, how, by when, and where to send it. */
import type { Deadline } from '../campaign/deadline';
import type { ReportingUnit } from '../campaign/reporting-unit';
import { SHEET_ROLES } from './markers';
import { rangeOf, SheetBuilder } from './sheet-builder';
import { legalSheetName } from './sheet-name';
import type { SheetPlan } from './sheet-plan';

/** What the guide can speak of. Null: the campaign does not say. */
export interface GuideContent {
  readonly unit: ReportingUnit;
  readonly campaign: string | null;
  readonly theme: string | null;
  readonly deadline: Deadline | null;
  /** The office that receives the report. */
  readonly receiver: string | null;
  readonly channels: readonly string[];
  readonly attach: readonly string[];
  /** Whether the form asks for figures in fixed rows, or for lines as many as there are. */
  readonly fills: 'figures' | 'lines';
  /** Names of the sheets to fill in; `texts` null where only figures are asked. */
  readonly form: string;
  readonly texts: string | null;
  readonly asksMoney: boolean;
}

export interface GuideWords {
  readonly sheetName: string;
  readonly title: string;
  /** "Tên đơn vị" … with what is known; a fact without a value is left out. */
  readonly facts: (content: GuideContent) => readonly (readonly [label: string, value: string])[];
  readonly stepsTitle: string;
  readonly steps: (content: GuideContent) => readonly string[];
}

const WIDTHS = [5, 22, 66] as const;

/** Plans the guide. It holds no table: nothing in it can be taken for a filled form. */
export function planGuide(content: GuideContent, words: GuideWords): SheetPlan {
  const sheet = new SheetBuilder(WIDTHS);
  const right = WIDTHS.length - 1;
  let row = 0;
  sheet.line(row, 0, right, words.title, 'title');
  row += 2;
  for (const [label, value] of words.facts(content)) {
    sheet.merged(rangeOf(row, 0, row, 1), label, 'labelHeading');
    sheet.line(row, 2, right, value, 'label');
    row += 1;
  }
  row += 1;
  sheet.line(row, 0, right, words.stepsTitle, 'labelHeading');
  row += 1;
  words.steps(content).forEach((step, index) => {
    sheet.text(row, 0, String(index + 1), 'tt');
    sheet.line(row, 1, right, step, 'label');
    row += 1;
  });
  return sheet.build(legalSheetName(words.sheetName), SHEET_ROLES.guide, {
    page: { printArea: rangeOf(0, 0, row - 1, right) },
    editable: [],
  });
}
