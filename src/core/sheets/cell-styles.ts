/**
 * How each named style of a sheet plan is drawn. One table for every host: the .xlsx writer and the Excel side both
 * read it, so that a file and a live sheet look the same. Sizes follow Decree 30/2020/NĐ-CP, Appendix I, where a
 * sheet stands for a document (annex label and title 14 pt bold, "Kèm theo" italic, signer bold).
 */
import type { PlanConditionalFormat, PlanStyle } from './sheet-plan';

export const SHEET_FONT = 'Times New Roman';
/** The workbook's standard font size in points; column widths count its digits. */
export const STANDARD_SIZE = 11;

export const WHOLE_NUMBER_FORMAT = '#,##0';
export const DATE_FORMAT = 'dd/mm/yyyy';
/** A cell in this format takes what is typed as text: "1.10" stays "1.10". */
export const TEXT_FORMAT = '@';

export interface CellLook {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** RGB, six hexadecimal digits. */
  readonly color: string;
  readonly horizontal: 'left' | 'center' | 'right' | 'general';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** Numbers that are wider than their column get smaller instead of turning into ####. Never together with wrap. */
  readonly shrink: boolean;
  readonly indent: number;
  readonly border: 'none' | 'thin' | 'dottedBelow';
  /** RGB of a plain fill; null for none. */
  readonly fill: string | null;
  /** A number format code; null for General. */
  readonly numberFormat: string | null;
}

const PLAIN: CellLook = {
  size: 12,
  bold: false,
  italic: false,
  color: '000000',
  horizontal: 'general',
  vertical: 'center',
  wrap: false,
  shrink: false,
  indent: 0,
  border: 'none',
  fill: null,
  numberFormat: null,
};

const boxed: CellLook = { ...PLAIN, border: 'thin' };
const figures: CellLook = { ...boxed, horizontal: 'right', shrink: true, numberFormat: WHOLE_NUMBER_FORMAT };
const listed: CellLook = { ...boxed, size: 11, wrap: true };
const centred: CellLook = { ...PLAIN, horizontal: 'center', wrap: true };

/** Style → look. Exhaustive: a style without a look does not compile. */
export const CELL_LOOKS: Readonly<Record<PlanStyle, CellLook>> = {
  plain: PLAIN,
  officeName: { ...centred, size: 13, bold: true },
  motto: { ...centred, size: 13, bold: true },
  title: { ...centred, size: 14, bold: true },
  sectionHeading: { ...PLAIN, size: 13, bold: true, horizontal: 'left', wrap: true, color: '1F4E79' },
  subtitle: { ...centred, size: 13, italic: true },
  unitLine: { ...PLAIN, size: 13, bold: true, horizontal: 'right' },
  header: { ...boxed, bold: true, horizontal: 'center', wrap: true, fill: 'E7EEF5' },
  label: { ...boxed, horizontal: 'left', wrap: true },
  labelHeading: { ...boxed, bold: true, horizontal: 'left', wrap: true },
  number: figures,
  numberHeading: { ...figures, bold: true },
  notAsked: { ...boxed, fill: 'E3E3E3' },
  tt: { ...boxed, horizontal: 'center', numberFormat: TEXT_FORMAT },
  unitOfMeasure: { ...boxed, horizontal: 'center', wrap: true },
  note: { ...boxed, horizontal: 'left', wrap: true },
  input: figures,
  inputText: { ...boxed, horizontal: 'left', wrap: true, numberFormat: TEXT_FORMAT },
  inputDate: { ...listed, horizontal: 'center', numberFormat: DATE_FORMAT },
  inputLine: {
    ...PLAIN,
    size: 13,
    bold: true,
    horizontal: 'left',
    wrap: true,
    indent: 1,
    border: 'dottedBelow',
    numberFormat: TEXT_FORMAT,
  },
  calculated: { ...figures, size: 11, bold: true, fill: 'F3F6E9' },
  date: { ...listed, horizontal: 'center', numberFormat: DATE_FORMAT },
  text: { ...listed, horizontal: 'left' },
  figure: { ...figures, size: 11 },
  sideNote: { ...PLAIN, size: 10, italic: true, horizontal: 'left', wrap: true },
  columnNote: { ...boxed, size: 10, horizontal: 'center', wrap: true },
  code: { ...listed, horizontal: 'center', numberFormat: TEXT_FORMAT },
  textCentre: { ...listed, horizontal: 'center' },
  severityError: { ...listed, horizontal: 'center', bold: true, color: '9C0006', fill: 'FBE3E4' },
  severityWarning: { ...listed, horizontal: 'center', bold: true, color: '7F5200', fill: 'FFF3D6' },
  severityHint: { ...listed, horizontal: 'center', color: '1F4E79', fill: 'E5F0FA' },
  signature: { ...centred, size: 13, bold: true },
  signatureNote: { ...centred, size: 13, italic: true },
  small: { ...PLAIN, size: 11, italic: true, horizontal: 'left', vertical: 'top', wrap: true },
};

/** What a conditional format gives to a cell: font colour and fill. */
export const CONDITIONAL_LOOKS: Readonly<
  Record<PlanConditionalFormat['look'], { readonly color: string; readonly fill: string }>
> = {
  error: { color: '9C0006', fill: 'FBE3E4' },
  warning: { color: '7F5200', fill: 'FFE9A8' },
  hint: { color: '1F4E79', fill: 'E5F0FA' },
  stale: { color: '595959', fill: 'EDEDED' },
};

/** Page margins in millimetres (Decree 30/2020: top and bottom 20–25, left 30–35, right 15–20). */
export const PAGE_MARGINS = {
  document: { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 },
  list: { top: 15, bottom: 12, left: 12, right: 10, header: 7, footer: 7 },
} as const;
