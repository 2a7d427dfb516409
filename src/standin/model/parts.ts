/** The things that stand on a sheet or in a workbook besides cells: plain records, changed only by this folder. */
import type { Rect } from './rect';

export interface ValidationAlert {
  readonly title: string;
  readonly message: string;
  readonly showAlert: boolean;
  readonly style: string;
}

export interface ValidationPrompt {
  readonly title: string;
  readonly message: string;
  readonly showPrompt: boolean;
}

export type ComparisonKind = 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength';

export type ValidationRule =
  | { readonly kind: 'none' }
  | {
      readonly kind: ComparisonKind;
      readonly operator: string;
      readonly formula1: string | number;
      readonly formula2: string | number | null;
    }
  | { readonly kind: 'list'; readonly inCellDropDown: boolean; readonly source: string }
  | { readonly kind: 'custom'; readonly formula: string };

/** One validation over some rectangles. Formulas are relative to the first rectangle's top-left cell. */
export interface Validation {
  readonly rects: readonly Rect[];
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: ValidationPrompt;
  readonly errorAlert: ValidationAlert;
}

export interface ConditionalLook {
  fillColor: string;
  fontColor: string;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
  numberFormat: string | null;
}

export interface CellValueRule {
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string | null;
}

export interface ConditionalFormat {
  readonly id: string;
  rects: readonly Rect[];
  readonly type: 'Custom' | 'CellValue';
  /** Of "Custom": relative to the first rectangle's top-left cell, with "=". */
  formula: string;
  cellValue: CellValueRule | null;
  stopIfTrue: boolean;
  readonly look: ConditionalLook;
}

export interface Hyperlink {
  readonly address: string | null;
  readonly documentReference: string | null;
  readonly screenTip: string | null;
  readonly textToDisplay: string;
}

export interface CustomProperty {
  readonly key: string;
  value: unknown;
}

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
  namespaceUri: string;
}

export interface HeadersFooters {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

export interface PageZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

/** Margins in points. */
export interface PageLayout {
  orientation: string;
  paperSize: string | null;
  zoom: PageZoom;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printComments: string;
  printErrors: string;
  printOrder: string;
  firstPageNumber: number | '';
  printArea: readonly Rect[];
  titleRows: Rect | null;
  titleColumns: Rect | null;
  readonly headersFooters: HeadersFooters;
}

export const newPageLayout = (): PageLayout => ({
  orientation: 'Portrait',
  paperSize: 'Letter',
  zoom: { scale: 100 },
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  draftMode: false,
  printComments: 'NoComments',
  printErrors: 'AsDisplayed',
  printOrder: 'DownThenOver',
  firstPageNumber: '',
  printArea: [],
  titleRows: null,
  titleColumns: null,
  headersFooters: {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  },
});

export const PROTECTION_OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;

export type ProtectionOption = (typeof PROTECTION_OPTIONS)[number];

export interface SheetProtection {
  readonly options: Readonly<Record<ProtectionOption, boolean>>;
  readonly selectionMode: string;
  readonly password: string | null;
}
