/** What "Chèn mẫu" would put into the workbook, as few words: read from the plan itself, so that it cannot say otherwise. */
import type { InsertSettings } from './insert-form';
import { planBlankForm } from './insert-form';

export interface FormPreview {
  /** The title as it is printed, line by line, the label of the annex first. */
  readonly title: readonly string[];
  /** "(Kèm theo Báo cáo số …)". */
  readonly attachedTo: string;
  /** "Đơn vị báo cáo: ……" with the name, where there is one. */
  readonly unitLines: readonly { readonly label: string; readonly value: string }[];
  /** What stands in the header: columns, and groups of columns. */
  readonly headings: readonly string[];
  readonly columns: number;
  /** Rows of the table; null for a list, which has as many as are written. */
  readonly rows: number | null;
}

/** Reads titles, lines and headers off the planned sheet by the looks they have there. */
export function previewForm(settings: InsertSettings): FormPreview {
  const plan = planBlankForm(settings);
  const top = plan.cells
    .filter((cell) => cell.row < plan.freeze.rows)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ row, style, value }) => [{ row, style, text: value?.kind === 'text' ? value.value : '' }]);
  const textsOf = (style: string): readonly string[] =>
    top.flatMap((one) => (one.style === style && one.text !== '' ? [one.text] : []));
  return {
    title: textsOf('title'),
    attachedTo: textsOf('subtitle').join(' '),
    unitLines: top
      .filter((one) => one.style === 'unitLine' && one.text !== '')
      .map(({ row, text }) => ({
        label: text,
        value: top.find((one) => one.row === row && one.style === 'inputLine' && one.text !== '')?.text ?? '',
      })),
    headings: textsOf('header'),
    columns: plan.columnWidths.length,
    rows: settings.form.kind === 'indicators' ? settings.form.indicators.length : null,
  };
}
