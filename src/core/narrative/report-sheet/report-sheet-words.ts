/** The words of the sheet "Báo cáo" of a consolidated workbook. */
import type { OutdatedFigure, Paragraph, ParagraphState } from '../narrative';

export interface ReportSheetWords {
  readonly name: string;
  readonly title: string;
  readonly hints: readonly string[];
  readonly headers: {
    readonly section: string;
    readonly text: string;
    readonly state: string;
    readonly source: string;
    readonly review: string;
    /** Hidden columns. */
    readonly key: string;
    readonly generated: string;
    readonly data: string;
  };
  readonly states: Readonly<Record<ParagraphState, string>>;
  readonly opening: string;
  readonly closing: string;
  readonly statePrompt: { readonly title: string; readonly message: string };
  readonly stateAlert: { readonly title: string; readonly message: string };
  /** Where a paragraph comes from, in one line. */
  readonly source: (paragraph: Paragraph) => string;
  readonly outdated: (figures: readonly OutdatedFigure[]) => string;
}
