/**
 * A list as a sheet to fill in: its title, the line of the unit, and for every day of the week as many lines as the form
 * offers, the day merged over them as printed. Nothing is locked: a unit adds lines where a day has more.
 */
import type { CellRange } from '../../cells/cell';
import type { ListForm } from '../../forms/definition';
import { daysOfWeek, type ListColumn } from '../../forms/list/list-part';
import { withYear, type FormHeading } from '../form-layout';
import { SHEET_ROLES } from '../markers';
import { rangeOf, SheetBuilder } from '../sheet-builder';
import { legalSheetName } from '../sheet-name';
import type { PlanStyle, PlanValidation, PlanValue, SheetPlan } from '../sheet-plan';
import type { SheetWords } from '../sheet-words';

/** A line to print into the form: the day (ISO) and words per column id. */
export interface ListLine {
  readonly day: string | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly numbers?: Readonly<Record<string, number>>;
}

export interface ListSheetOptions extends FormHeading {
  readonly words: SheetWords;
  readonly sheetName: string | null;
  /** Lines already known, by day and then in the order given. */
  readonly lines?: readonly ListLine[];
}

/** Days the form prints when nobody says which: a week of blank ones. */
const BLANK_DAYS = 7;
const LINE_HEIGHT = 24;

/** Plans the list, blank or filled. Everything that makes it this list comes from its definition. */
export function planListForm(form: ListForm, options: ListSheetOptions): SheetPlan {
  const { words } = options;
  const columns = form.list.columns.filter((one) => one.printed !== false || says(one, options.lines ?? []));
  const sheet = new SheetBuilder(columns.map((one) => one.width));
  const right = columns.length - 1;
  let row = 0;
  for (const line of form.title[options.purpose]) {
    sheet.line(row, 0, right, withYear(line, options.year), 'title');
    row += 1;
  }
  if (form.list.attachedTo !== null) {
    sheet.line(row, 0, right, withYear(form.list.attachedTo, options.year), 'subtitle');
    row += 1;
  }
  sheet.rowHeights.set(row, 6);
  row += 1;
  const named = layoutUnit(sheet, form, options, row, right);
  row = named.next;
  const headerRow = row;
  columns.forEach((column, index) => {
    sheet.text(headerRow, index, column.header, 'header');
  });
  sheet.rowHeights.set(headerRow, 28);
  const groups = groupsOf(form, options.lines ?? []);
  const bodyTop = headerRow + 1;
  let at = bodyTop;
  groups.forEach((group, order) => {
    layoutGroup(sheet, columns, group, order, at);
    at += group.lines.length;
  });
  const last = layoutEnd(sheet, form, words, options.year, at, right);
  return sheet.build(legalSheetName(options.sheetName ?? form.annexLabel), SHEET_ROLES.form, {
    validations: validationsOf(form, columns, words, { unit: named.cell, top: bodyTop, bottom: at - 1 }),
    freeze: { rows: headerRow + 1, columns: 0 },
    page: { titleRows: { first: headerRow, last: headerRow }, printArea: rangeOf(0, 0, last, right) },
  });
}

function says(column: ListColumn, lines: readonly ListLine[]): boolean {
  return lines.some((line) => line.texts[column.id] !== undefined || line.numbers?.[column.id] !== undefined);
}

/** The line of the unit, and its code where it has one; the label is long, so it has the left half. */
function layoutUnit(
  sheet: SheetBuilder,
  form: ListForm,
  { unit, words }: ListSheetOptions,
  top: number,
  right: number,
): { readonly next: number; readonly cell: CellRange } {
  let split = 0;
  while (split < right - 1 && sheet.widthOf(0, split) < sheet.widthOf(0, right) * 0.4) split += 1;
  let row = top;
  const pair = (label: string, value: string | null): void => {
    sheet.line(row, 0, split, `${label}:`, 'unitLine');
    const height = sheet.rowHeights.get(row) ?? 0;
    sheet.line(row, split + 1, right, value ?? '', 'inputLine');
    sheet.rowHeights.set(row, Math.max(21, height, sheet.rowHeights.get(row) ?? 0));
    row += 1;
  };
  pair(form.unitLine, unit?.name ?? null);
  if (unit !== null && unit.code !== null) pair(words.form.unitCode, unit.code);
  sheet.rowHeights.set(row, 8);
  return { next: row + 1, cell: rangeOf(top, split + 1, top, split + 1) };
}

interface Group {
  readonly day: string | null;
  readonly lines: readonly (ListLine | null)[];
}

/** The days of the form with their lines, blank ones up to what the form offers; other days in their place, undated at the end. */
function groupsOf(form: ListForm, lines: readonly ListLine[]): readonly Group[] {
  const { week, linesPerDay } = form.list;
  const dated = form.list.columns.some((one) => one.type === 'date');
  const printed = !dated
    ? []
    : week === null
      ? Array.from({ length: lines.length === 0 ? BLANK_DAYS : 0 }, () => null)
      : daysOfWeek(week);
  const own = [...new Set(lines.map((line) => line.day))].filter((day) => day !== null);
  const days = [...new Set([...printed.filter((day) => day !== null), ...own])].sort();
  const groups: Group[] = days.map((day) => ({ day, lines: lines.filter((line) => line.day === day) }));
  const undated = lines.filter((line) => line.day === null);
  if (undated.length > 0) groups.push({ day: null, lines: undated });
  if (groups.length === 0) groups.push(...Array.from({ length: BLANK_DAYS }, () => ({ day: null, lines: [] })));
  return groups.map((group) => ({
    ...group,
    lines: [...group.lines, ...Array.from({ length: Math.max(0, linesPerDay - group.lines.length) }, () => null)],
  }));
}

function layoutGroup(sheet: SheetBuilder, columns: readonly ListColumn[], group: Group, order: number, top: number): void {
  const bottom = top + group.lines.length - 1;
  columns.forEach((column, index) => {
    if (column.type === 'order' || column.type === 'date') {
      const value: PlanValue | null =
        column.type === 'order'
          ? { kind: 'number', value: order + 1 }
          : group.day === null
            ? null
            : { kind: 'date', iso: group.day };
      for (let row = top; row <= bottom; row += 1) {
        sheet.put(row, index, row === top ? value : null, column.type === 'order' ? 'textCentre' : 'inputDate');
      }
      if (bottom > top) sheet.merges.push(rangeOf(top, index, bottom, index));
      return;
    }
    group.lines.forEach((line, place) => {
      const text = line?.texts[column.id];
      const figure = line?.numbers?.[column.id];
      const style: PlanStyle = column.type === 'quantity' ? 'input' : 'inputText';
      const value: PlanValue | null =
        figure !== undefined
          ? { kind: 'number', value: figure }
          : text === undefined || text === ''
            ? null
            : { kind: 'text', value: text };
      sheet.put(top + place, index, value, style);
    });
  });
  // Filled lines take the height their words need; blank ones leave room to write by hand.
  group.lines.forEach((line, place) => {
    if (line === null) sheet.rowHeights.set(top + place, LINE_HEIGHT);
  });
}

/** Signature on the right, the printed note below it on the left; returns the last row. */
function layoutEnd(
  sheet: SheetBuilder,
  form: ListForm,
  words: SheetWords,
  year: number | null,
  top: number,
  right: number,
): number {
  const left = Math.max(0, right - 1);
  sheet.line(top + 1, left, right, words.form.placeAndDate(year), 'signatureNote');
  sheet.line(top + 2, left, right, form.list.signer ?? words.form.signer, 'signature');
  sheet.line(top + 3, left, right, words.form.signHere, 'signatureNote');
  for (let row = top + 4; row <= top + 6; row += 1) sheet.rowHeights.set(row, 20);
  if (form.list.footer === null) return top + 6;
  sheet.line(top + 7, 0, right, withYear(form.list.footer, year), 'small');
  return top + 7;
}

interface Places {
  readonly unit: CellRange;
  readonly top: number;
  readonly bottom: number;
}

function validationsOf(form: ListForm, columns: readonly ListColumn[], words: SheetWords, places: Places): PlanValidation[] {
  const validations: PlanValidation[] = [{ kind: 'any', range: places.unit, prompt: words.form.unitPrompt }];
  columns.forEach((column, index) => {
    const range = rangeOf(places.top, index, places.bottom, index);
    const prompt = { title: column.header.slice(0, 32), message: column.prompt ?? words.list.prompt(column.header) };
    switch (column.type) {
      case 'order':
        return;
      case 'date':
        if (form.list.week === null) validations.push({ kind: 'any', range, prompt });
        else validations.push({ kind: 'date', range, ...form.list.week, prompt, alert: words.list.dayAlert(form.list.week) });
        return;
      case 'quantity': {
        const field = { nature: column.nature ?? 'things', unit: column.unit ?? column.header.toLowerCase() } as const;
        validations.push({
          kind: 'wholeNumber',
          range,
          minimum: 0,
          prompt: words.form.numberPrompt(field),
          alert: words.form.numberAlert(field),
        });
        return;
      }
      default:
        validations.push({ kind: 'any', range, prompt });
    }
  });
  return validations;
}
