/** Excel.PageLayout of a sheet: paper, margins, titles, print area, headers and footers. */
import { invalidArgument, itemNotFound } from '../../model/host-error';
import type { HeadersFooters, PageLayout } from '../../model/parts';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import { HostObject, asBoolean, asNumber, asRecord, asString, defineType, oneOf, type HostServices } from '../host-type';
import { areasOf, rangeAreasObject } from './range-areas';
import { rangeArgument } from './range-self';
import { makeRange } from './registry';

const PAPER = [
  'Letter',
  'LetterSmall',
  'Tabloid',
  'Ledger',
  'Legal',
  'Statement',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Quatro',
  'Paper10x14',
  'Paper11x17',
  'Note',
] as const;

/** Points in one unit of Excel.PrintMarginUnit. */
const UNITS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

type NumberName = 'leftMargin' | 'rightMargin' | 'topMargin' | 'bottomMargin' | 'headerMargin' | 'footerMargin';
type FlagName = 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite' | 'draftMode';

const margin =
  (name: NumberName) =>
  (sheet: Sheet, value: unknown): void => {
    const points = asNumber(value);
    if (points < 0) throw invalidArgument();
    sheet.pageLayout[name] = points;
  };

const flag =
  (name: FlagName) =>
  (sheet: Sheet, value: unknown): void => {
    sheet.pageLayout[name] = asBoolean(value);
  };

const read =
  <K extends keyof PageLayout>(name: K) =>
  (sheet: Sheet): PageLayout[K] =>
    sheet.pageLayout[name];

/** Scale (10–400) or pages, not both: Excel.PageLayoutZoomOptions. */
function setZoom(sheet: Sheet, value: unknown): void {
  const body = asRecord(value);
  const given = (name: string): number | null => {
    const number = body[name] ?? null;
    return number === null ? null : asNumber(number);
  };
  const [scale, across, down] = [given('scale'), given('horizontalFitToPages'), given('verticalFitToPages')];
  if (scale !== null) {
    if (across !== null || down !== null || scale < 10 || scale > 400) throw invalidArgument();
    sheet.pageLayout.zoom = { scale };
    return;
  }
  if ((across ?? 1) < 1 || (down ?? 1) < 1) throw invalidArgument();
  sheet.pageLayout.zoom = {
    ...(across === null ? {} : { horizontalFitToPages: across }),
    ...(down === null ? {} : { verticalFitToPages: down }),
  };
}

const headerNames: readonly (keyof HeadersFooters)[] = [
  'leftHeader',
  'centerHeader',
  'rightHeader',
  'leftFooter',
  'centerFooter',
  'rightFooter',
];

const wire = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const headerFooterType = defineType<HeadersFooters>('HeaderFooter', {
  get: Object.fromEntries(headerNames.map((name) => [wire(name), (self: HeadersFooters) => self[name]])),
  set: Object.fromEntries(
    headerNames.map((name) => [
      wire(name),
      (self: HeadersFooters, value: unknown) => {
        self[name] = asString(value);
      },
    ]),
  ),
});

const headerGroupType = defineType<Sheet>('HeaderFooterGroup', {
  get: { State: () => 'Default', UseSheetMargins: () => true, UseSheetScale: () => true },
  navigate: { DefaultForAllPages: (sheet) => HostObject.of(headerFooterType, sheet.pageLayout.headersFooters) },
});

const wholeRows = (rect: Rect): Rect => ({ ...rect, left: 0, right: MAX_COLUMNS - 1 });
const wholeColumns = (rect: Rect): Rect => ({ ...rect, top: 0, bottom: MAX_ROWS - 1 });

function onThisSheet(sheet: Sheet, value: unknown, host: HostServices): Rect {
  const found = rangeArgument(value, sheet, host.workbook);
  if (found.sheet !== sheet) throw invalidArgument();
  return found.rect;
}

function printArea(sheet: Sheet, value: unknown, host: HostServices): readonly Rect[] {
  const areas = areasOf(value);
  if (areas !== null) return areas.rects;
  if (typeof value === 'string') return value.split(',').map((part) => onThisSheet(sheet, part, host));
  return [onThisSheet(sheet, value, host)];
}

const layoutType = defineType<Sheet>('PageLayout', {
  get: {
    Orientation: read('orientation'),
    PaperSize: read('paperSize'),
    Zoom: read('zoom'),
    LeftMargin: read('leftMargin'),
    RightMargin: read('rightMargin'),
    TopMargin: read('topMargin'),
    BottomMargin: read('bottomMargin'),
    HeaderMargin: read('headerMargin'),
    FooterMargin: read('footerMargin'),
    CenterHorizontally: read('centerHorizontally'),
    CenterVertically: read('centerVertically'),
    PrintGridlines: read('printGridlines'),
    PrintHeadings: read('printHeadings'),
    BlackAndWhite: read('blackAndWhite'),
    DraftMode: read('draftMode'),
    PrintComments: read('printComments'),
    PrintErrors: read('printErrors'),
    PrintOrder: read('printOrder'),
    FirstPageNumber: read('firstPageNumber'),
  },
  set: {
    Orientation: (sheet, value) => {
      sheet.pageLayout.orientation = oneOf(value, ['Portrait', 'Landscape']);
    },
    PaperSize: (sheet, value) => {
      sheet.pageLayout.paperSize = oneOf(value, PAPER);
    },
    Zoom: setZoom,
    LeftMargin: margin('leftMargin'),
    RightMargin: margin('rightMargin'),
    TopMargin: margin('topMargin'),
    BottomMargin: margin('bottomMargin'),
    HeaderMargin: margin('headerMargin'),
    FooterMargin: margin('footerMargin'),
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    PrintGridlines: flag('printGridlines'),
    PrintHeadings: flag('printHeadings'),
    BlackAndWhite: flag('blackAndWhite'),
    DraftMode: flag('draftMode'),
    PrintOrder: (sheet, value) => {
      sheet.pageLayout.printOrder = oneOf(value, ['DownThenOver', 'OverThenDown']);
    },
    FirstPageNumber: (sheet, value) => {
      sheet.pageLayout.firstPageNumber = value === '' ? '' : asNumber(value);
    },
  },
  navigate: { HeadersFooters: (sheet) => HostObject.of(headerGroupType, sheet) },
  methods: {
    SetPrintArea: (sheet, args, host) => {
      sheet.pageLayout.printArea = printArea(sheet, args.at(0), host);
    },
    SetPrintTitleRows: (sheet, args, host) => {
      sheet.pageLayout.titleRows = wholeRows(onThisSheet(sheet, args.at(0), host));
    },
    SetPrintTitleColumns: (sheet, args, host) => {
      sheet.pageLayout.titleColumns = wholeColumns(onThisSheet(sheet, args.at(0), host));
    },
    SetPrintMargins: (sheet, args) => {
      const unit = UNITS[args.oneOf(0, ['Points', 'Inches', 'Centimeters'])] ?? 1;
      const margins = asRecord(args.at(1));
      for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
        const value = margins[side] ?? null;
        if (value !== null) margin(`${side}Margin`)(sheet, asNumber(value) * unit);
      }
    },
    GetPrintArea: (sheet, _args, host) => {
      if (sheet.pageLayout.printArea.length === 0) throw itemNotFound();
      return rangeAreasObject(host, sheet, sheet.pageLayout.printArea);
    },
    GetPrintAreaOrNullObject: (sheet, _args, host) =>
      sheet.pageLayout.printArea.length === 0 ? null : rangeAreasObject(host, sheet, sheet.pageLayout.printArea),
    GetPrintTitleRows: (sheet, _args, host) => {
      if (sheet.pageLayout.titleRows === null) throw itemNotFound();
      return makeRange(host, sheet, sheet.pageLayout.titleRows);
    },
    GetPrintTitleRowsOrNullObject: (sheet, _args, host) =>
      sheet.pageLayout.titleRows === null ? null : makeRange(host, sheet, sheet.pageLayout.titleRows),
    GetPrintTitleColumns: (sheet, _args, host) => {
      if (sheet.pageLayout.titleColumns === null) throw itemNotFound();
      return makeRange(host, sheet, sheet.pageLayout.titleColumns);
    },
    GetPrintTitleColumnsOrNullObject: (sheet, _args, host) =>
      sheet.pageLayout.titleColumns === null ? null : makeRange(host, sheet, sheet.pageLayout.titleColumns),
  },
});

export const pageLayoutOf = (sheet: Sheet): HostObject => HostObject.of(layoutType, sheet);
