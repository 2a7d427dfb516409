/** A working table: title, a line of help, a header, one row per entry; an Excel table with filter buttons. */
import { rangeOf, SheetBuilder } from './sheet-builder';
import { legalSheetName } from './sheet-name';
import type { PlanCell, PlanStyle, PlanValue, SheetPlan } from './sheet-plan';

export interface ListColumn {
  readonly header: string;
  readonly width: number;
  readonly style: PlanStyle;
  readonly hidden?: true;
}

/** A cell of a list: a value, or a value with a style or a link of its own. */
export interface ListCell {
  readonly value: PlanValue | null;
  readonly style?: PlanStyle;
  readonly link?: PlanCell['link'];
}

export interface ListSheet {
  readonly name: string;
  readonly role: string;
  readonly table: string;
  readonly title: string;
  readonly hints: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
  readonly frozenColumns: number;
}

export function text(value: string | null): ListCell {
  return { value: value === null || value === '' ? null : { kind: 'text', value } };
}

export function number(value: number | null): ListCell {
  return { value: value === null ? null : { kind: 'number', value } };
}

export function day(iso: string | null): ListCell {
  return { value: iso === null ? null : { kind: 'date', iso } };
}

/** Plans the sheet. A table needs a row: an empty list keeps one blank. */
export function planList(list: ListSheet): SheetPlan {
  const sheet = new SheetBuilder(list.columns.map((column) => column.width));
  const right = list.columns.length - 1;
  const hidden = list.columns.flatMap((column, index) => (column.hidden === true ? [index] : []));
  const lastShown = list.columns.reduce((last, column, index) => (column.hidden === true ? last : index), 0);
  sheet.line(0, 0, lastShown, list.title, 'title');
  list.hints.forEach((hint, index) => {
    sheet.line(1 + index, 0, lastShown, hint, 'small');
  });
  const top = list.hints.length + 2;
  list.columns.forEach((column, index) => {
    sheet.text(top, index, column.header, 'header');
  });
  const rows = list.rows.length === 0 ? [[]] : list.rows;
  rows.forEach((row, index) => {
    list.columns.forEach((column, place) => {
      const cell = row[place];
      sheet.put(top + 1 + index, place, cell?.value ?? null, cell?.style ?? column.style, cell?.link);
    });
  });
  const bottom = top + rows.length;
  return sheet.build(legalSheetName(list.name), list.role, {
    tables: [
      {
        name: list.table,
        range: rangeOf(top, 0, bottom, right),
        columns: list.columns.map((column) => column.header),
        calculated: {},
      },
    ],
    hiddenColumns: hidden,
    freeze: { rows: top + 1, columns: list.frozenColumns },
    page: {
      orientation: 'landscape',
      titleRows: { first: top, last: top },
      margins: 'list',
      printArea: rangeOf(0, 0, bottom, lastShown),
    },
  });
}
