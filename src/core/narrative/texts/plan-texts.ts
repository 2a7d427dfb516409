/**
 * The sheet "Báo cáo" that goes out to units with the form: a place for each thing the written report needs from them.
 * Every part may stay blank. What comes back is read by `readTexts`, by the same headings.
 */
import { SHEET_ROLES } from '../../sheets/markers';
import { rangeOf, SheetBuilder } from '../../sheets/sheet-builder';
import type { PlanValidation, SheetPlan } from '../../sheets/sheet-plan';

export interface TextsSheetWords {
  readonly name: string;
  readonly title: (year: number | null) => string;
  readonly hint: string;
  readonly order: string;
  readonly documents: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string];
    readonly types: readonly string[];
  };
  readonly direction: { readonly heading: string; readonly column: string };
  readonly activities: { readonly heading: string; readonly column: string };
  readonly strengths: { readonly heading: string; readonly column: string };
  readonly weaknesses: { readonly heading: string; readonly column: string };
  readonly proposals: { readonly heading: string; readonly columns: readonly [string, string] };
  readonly photos: { readonly heading: string; readonly column: string };
  readonly suggest: (list: string) => { readonly title: string; readonly message: string };
}

export interface TextsSheetOptions {
  readonly words: TextsSheetWords;
  readonly year: number | null;
  /** Whom proposals may be made to. */
  readonly addressees: readonly string[];
}

const WIDTHS = [5, 16, 17, 15, 24, 40];
const LAST = WIDTHS.length - 1;
const ROWS = { documents: 10, direction: 3, activities: 10, strengths: 6, weaknesses: 6, proposals: 6, photos: 6 };
/** Excel shows no more of a prompt. */
const LONGEST_PROMPT = 225;

export function planTextsSheet({ words, year, addressees }: TextsSheetOptions): SheetPlan {
  const sheet = new SheetBuilder(WIDTHS);
  const validations: PlanValidation[] = [];
  const editable: ReturnType<typeof rangeOf>[] = [];
  let row = 0;
  sheet.line(row, 0, LAST, words.title(year), 'title');
  sheet.line((row += 1), 0, LAST, words.hint, 'small');
  row += 1;

  const open = (heading: string): void => {
    row += 1;
    sheet.line(row, 0, LAST, heading, 'labelHeading');
    row += 1;
  };
  // A prompt, not a list of choices: Excel refuses whatever is not in a list, and units issue other documents too.
  const suggest = (column: number, count: number, list: readonly string[]): void => {
    const prompt = words.suggest(list.join('; '));
    if (list.length === 0 || prompt.message.length > LONGEST_PROMPT) return;
    validations.push({ kind: 'any', range: rangeOf(row, column, row + count - 1, column), prompt });
  };
  const numbered = (count: number, fill: (at: number) => void): void => {
    for (let index = 0; index < count; index += 1) {
      sheet.number(row + index, 0, index + 1, 'tt');
      fill(row + index);
    }
    editable.push(rangeOf(row, 1, row + count - 1, LAST));
    row += count;
  };
  const texts = (part: { readonly heading: string; readonly column: string }, count: number): void => {
    open(part.heading);
    sheet.text(row, 0, words.order, 'header');
    sheet.merged(rangeOf(row, 1, row, LAST), part.column, 'header');
    row += 1;
    numbered(count, (at) => {
      sheet.merged(rangeOf(at, 1, at, LAST), null, 'inputText');
    });
  };

  open(words.documents.heading);
  [words.order, ...words.documents.columns].forEach((header, column) => {
    sheet.text(row, column, header, 'header');
  });
  row += 1;
  suggest(1, ROWS.documents, words.documents.types);
  numbered(ROWS.documents, (at) => {
    for (let column = 1; column <= LAST; column += 1) sheet.text(at, column, null, column === 3 ? 'inputDate' : 'inputText');
  });
  texts(words.direction, ROWS.direction);
  texts(words.activities, ROWS.activities);
  texts(words.strengths, ROWS.strengths);
  texts(words.weaknesses, ROWS.weaknesses);

  open(words.proposals.heading);
  sheet.text(row, 0, words.order, 'header');
  sheet.merged(rangeOf(row, 1, row, 2), words.proposals.columns[0], 'header');
  sheet.merged(rangeOf(row, 3, row, LAST), words.proposals.columns[1], 'header');
  row += 1;
  suggest(1, ROWS.proposals, addressees);
  numbered(ROWS.proposals, (at) => {
    sheet.merged(rangeOf(at, 1, at, 2), null, 'inputText');
    sheet.merged(rangeOf(at, 3, at, LAST), null, 'inputText');
  });
  texts(words.photos, ROWS.photos);

  return sheet.build(words.name, SHEET_ROLES.texts, {
    validations,
    editable,
    page: { orientation: 'landscape', margins: 'document', printArea: rangeOf(0, 0, row - 1, LAST) },
  });
}
