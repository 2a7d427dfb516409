/**
 * The sheet "Báo cáo": one paragraph a row. The clerk edits the text, chooses a state, moves, adds or deletes rows; hidden
 * columns keep what was generated, so that the next run knows what was touched.
 */
import { planList, text, type ListCell, type ListColumn } from '../../sheets/list-sheet';
import { SHEET_ROLES } from '../../sheets/markers';
import { cutAt } from '../../sheets/sheet-name';
import { rangeOf } from '../../sheets/sheet-builder';
import type { PlanCell, SheetPlan } from '../../sheets/sheet-plan';
import { PARAGRAPH_STATES, textOf, type Narrative, type Paragraph } from '../narrative';
import { earlierParagraph } from './earlier-report';
import type { ReportSheetWords } from './report-sheet-words';

/** A cell holds 32,767 characters. */
const LONGEST = 32_000;
/** Column of the hidden key, and of the cell above it with all keys. */
export const KEY_COLUMN = 5;

/** Row of the cell (in the hidden key column) that keeps what the report was made with. */
export const KEPT_ROW = 1;

/** What a row keeps besides its text, as JSON; short names, since every row has it. */
export interface RowData {
  readonly section: string;
  readonly kind: Paragraph['kind'];
  readonly title: string | null;
  /** The state as it was written: an edited text whose state is set back to "auto" is given up by the clerk. */
  readonly was: Paragraph['state'];
  readonly figures: readonly (readonly [fact: string, figure: string, value: number, text: string])[];
  readonly texts: readonly string[];
}

/** `kept` is a text of the caller's, to be found again by `keptText`. */
export function planReportSheet(narrative: Narrative, words: ReportSheetWords, kept = ''): SheetPlan {
  const { headers } = words;
  const columns: ListColumn[] = [
    { header: headers.section, width: 26, style: 'text' },
    { header: headers.text, width: 90, style: 'inputText' },
    { header: headers.state, width: 12, style: 'textCentre' },
    { header: headers.source, width: 36, style: 'text' },
    { header: headers.review, width: 34, style: 'text' },
    { header: headers.key, width: 10, style: 'code', hidden: true },
    { header: headers.generated, width: 10, style: 'text', hidden: true },
    { header: headers.data, width: 10, style: 'code', hidden: true },
  ];
  const labels = sectionLabels(narrative, words);
  const rows = narrative.paragraphs.map((one): ListCell[] => {
    const earlier = earlierParagraph(one);
    const data: RowData = {
      section: one.section,
      kind: one.kind,
      title: one.title,
      was: one.state,
      figures: earlier.base.figures.map((figure) => [figure.fact, figure.figure, figure.value, figure.text] as const),
      texts: earlier.texts,
    };
    const outdated = one.outdated.length === 0 ? '' : words.outdated(one.outdated);
    const label = labels.get(one.section) ?? one.section;
    return [
      text(one.title === null ? label : `${label} – ${one.title}`),
      text(cutAt(textOf(one.parts), LONGEST)),
      text(words.states[one.state]),
      text(cutAt(words.source(one), LONGEST)),
      outdated === '' ? text(null) : { ...text(cutAt(outdated, LONGEST)), style: 'severityWarning' },
      text(one.id),
      text(one.state === 'added' ? null : cutAt(earlier.base.text, LONGEST)),
      text(cutAt(JSON.stringify(data), LONGEST)),
    ];
  });
  const plan = planList({
    name: words.name,
    role: SHEET_ROLES.report,
    table: 'BaoCao',
    title: words.title,
    hints: words.hints,
    columns,
    rows,
    frozenColumns: 1,
  });
  const top = words.hints.length + 3;
  const keys = cutAt(
    narrative.paragraphs
      .filter((one) => one.state !== 'added')
      .map((one) => one.id)
      .join('\n'),
    LONGEST,
  );
  const known: PlanCell = { row: 0, column: KEY_COLUMN, value: { kind: 'text', value: keys }, style: 'plain' };
  return {
    ...plan,
    cells: [
      ...plan.cells,
      known,
      ...(kept === '' ? [] : [{ ...known, row: KEPT_ROW, value: { kind: 'text', value: kept } } as const]),
    ].sort((a, b) => a.row - b.row || a.column - b.column),
    validations: [
      {
        kind: 'list',
        range: rangeOf(top, 2, top + Math.max(rows.length, 1) - 1, 2),
        source: PARAGRAPH_STATES.map((state) => words.states[state]),
        prompt: words.statePrompt,
        alert: words.stateAlert,
      },
    ],
  };
}

/** "3. Kết quả đạt được": how each section is called in the first column. */
export function sectionLabels({ sections }: Pick<Narrative, 'sections'>, words: ReportSheetWords): ReadonlyMap<string, string> {
  const labels = new Map([
    ['opening', words.opening],
    ['closing', words.closing],
  ]);
  let above = '';
  for (const section of sections) {
    if (section.level === 1) above = section.number;
    labels.set(
      section.id,
      section.level === 1 ? `${section.number} ${section.title}` : `${above}${section.number} ${section.title}`,
    );
  }
  return labels;
}
