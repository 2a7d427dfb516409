/**
 * Makes a form out of a table that a clerk selected: guesses first (`learnTable`), and after she confirmed or corrected
 * them a definition like any other (`formOfDraft`). A third form needs no line of code.
 */
import { cellAddress } from '../../cells/address';
import type { CellGrid, CellRange } from '../../cells/cell';
import { foldText } from '../../cells/fold';
import { fail, ok, type Result } from '../../result';
import { bindSheet } from '../bind-form';
import { parseFormDefinition, type DefinitionFlaw, type FormDefinition } from '../definition';
import { viewGrid } from '../grid-view';
import { learnColumns } from './learn-columns';
import { learnRows, type LearnedRows } from './learn-rows';
import type { LearnedColumn, LearnedDraft, LearnedRow, LearnProblem } from './learned-draft';
import { tableArea } from './table-area';

/** Guesses what a selected table asks for. One selected cell stands for the whole table around it. */
export function learnTable(grid: CellGrid, selection: CellRange): Result<LearnedDraft, LearnProblem> {
  const view = viewGrid(grid);
  const area = tableArea(view, grid.merges, selection);
  if (!area.ok) return area;
  const { columns, doubts, unclear } = learnColumns(view, area.value);
  if (unclear) return fail({ code: 'header-unclear', cell: cellAddress(area.value.header.first, area.value.left) });
  if (!columns.some((one) => one.role === 'label')) return fail({ code: 'no-labels', cell: null });
  if (!columns.some((one) => one.role === 'measure')) return fail({ code: 'no-quantities', cell: null });
  const learned = learnRows(view, area.value, columns);
  if (!learned.rows.some((row) => row.kind !== 'ignored')) return fail({ code: 'no-labels', cell: null });
  const { title, left, right, header, last } = area.value;
  return ok({
    name: title.at(-1) ?? grid.sheet,
    title,
    from: `${grid.sheet}!${cellAddress(header.first, left)}:${cellAddress(last, right)}`,
    headerRows: columns.some((one) => one.group !== null) ? 2 : 1,
    columns,
    rows: learned.rows,
    doubts: [...doubts, ...learned.doubts],
  });
}

/** The rows once more, after the clerk said what the columns are. None where the selection is no table. */
export function relearnRows(grid: CellGrid, selection: CellRange, columns: readonly LearnedColumn[]): LearnedRows {
  const view = viewGrid(grid);
  const area = tableArea(view, grid.merges, selection);
  return area.ok ? learnRows(view, area.value, columns) : { rows: [], doubts: [] };
}

export interface LearnedNaming {
  /** How the clerk calls the form. */
  readonly name: string;
  /** Ids that are taken. */
  readonly taken: readonly string[];
  /** The label of the line of the unit: "Đơn vị báo cáo". */
  readonly unitLine: string;
  /** Where the form is from, in words: "Mẫu tự tạo từ bảng …". */
  readonly source: string;
  /** What stands where an official form has its label: "Mẫu tự tạo". */
  readonly label: string;
}

const LEARNED = 'tu-tao/';
const LONGEST_ID = 60;

/** Whether a form was made from a table by a clerk. */
export function isLearned(form: FormDefinition): boolean {
  return form.id.startsWith(LEARNED);
}

/** The form of a confirmed draft; the flaws say what is missing (no label, a measure without rows). */
export function formOfDraft(draft: LearnedDraft, naming: LearnedNaming): Result<FormDefinition, readonly DefinitionFlaw[]> {
  const columns = draft.columns.filter((one) => one.role !== 'ignored');
  const measures = columns.filter((one) => one.role === 'measure');
  const measureOf = new Map(measures.map((one, index) => [one, `m${String(index + 1)}`]));
  const kept = draft.rows.filter((row) => row.kind !== 'ignored');
  if (kept.length === 0 || measures.length === 0)
    return fail([{ row: null, field: kept.length === 0 ? 'rows' : 'measures', problem: 'is empty' }]);
  const numbers = uniqueNumbers(draft.rows);
  const ids = idsOf(draft.rows, numbers);
  const pair = pairOf(measures, kept);
  const data = {
    kind: 'indicators',
    id: freeId(naming),
    name: naming.name,
    status: 'unofficial',
    source: naming.source,
    year: null,
    annexLabel: naming.label,
    title: { blank: titleOf(draft, naming), filled: titleOf(draft, naming) },
    unitLine: naming.unitLine,
    headerRows: columns.some((one) => one.group !== null) ? 2 : 1,
    columns: columns.map((one) => ({
      role: one.role,
      ...(one.role === 'measure' ? { measure: measureOf.get(one) ?? '' } : {}),
      header: one.header,
      ...(one.group === null ? {} : { group: one.group }),
      aliases: [],
      width: widthOf(one),
    })),
    measures: measures.map((one) => ({
      id: measureOf.get(one) ?? '',
      name: one.header,
      accompanies: one === pair?.persons ? (measureOf.get(pair.things) ?? null) : null,
    })),
    indicators: draft.rows.flatMap((row, index) => (row.kind === 'ignored' ? [] : [indicatorOf(draft, row, index)])),
    overlaps: [],
    corrections: [],
    thresholds: { smallMoney: 100_000, largeQuantity: 1_000 },
  };

  function indicatorOf({ rows }: LearnedDraft, row: LearnedRow, index: number): Record<string, unknown> {
    const parent = row.parent === null || rows[row.parent]?.kind === 'ignored' ? null : row.parent;
    const children = rows.filter((child) => child.parent === index && child.kind !== 'ignored');
    const fields = row.kind === 'heading' ? [] : fieldsOf(row);
    // A sum needs children that have what is summed.
    const adds = row.rollUp === 'sum' && children.some((child) => child.kind === 'item');
    return {
      id: ids[index] ?? '',
      number: numbers[index] ?? '',
      text: row.text,
      aliases: [],
      unitOfMeasure: row.unitOfMeasure,
      kind: row.kind,
      parent: parent === null ? null : (ids[parent] ?? null),
      rollUp: children.length === 0 ? null : adds ? 'sum' : 'none',
      fields: adds
        ? fields.filter((field) =>
            children.some((child) => child.kind === 'item' && fieldsOf(child).some((one) => one.measure === field.measure)),
          )
        : fields,
      noteAsks: null,
      reason: naming.source,
    };
  }

  function fieldsOf(row: LearnedRow): { measure: string; nature: string; unit: string }[] {
    // "Lớp/người" asks for both; any other unit of measure beside such rows is one quantity.
    const both = pair === null || foldText(row.unitOfMeasure).endsWith(' nguoi');
    return measures
      .filter((one) => both || one !== pair.persons)
      .map((one) => {
        const unit = row.unitOfMeasure.split('/')[0]?.trim().toLowerCase() ?? '';
        const own = one.nature === 'things' && unit !== '' ? unit : one.unit;
        const words = foldText(unit);
        // A row that says in what it counts knows better than the heading "Số lượng".
        const counts = /(^| )dong$/.test(words)
          ? 'money'
          : /^(luot )?(nguoi|hoc vien|hoc sinh|sinh vien)$/.test(words)
            ? 'persons'
            : 'things';
        const nature = one.nature === 'things' ? counts : one.nature;
        return { measure: measureOf.get(one) ?? '', nature, unit: nature === 'money' ? 'đồng' : own };
      });
  }

  return parseFormDefinition(data);
}

/** A column of persons that goes along with one of things: rows counted in "…/người" say so. */
function pairOf(
  measures: readonly LearnedColumn[],
  rows: readonly LearnedRow[],
): { readonly things: LearnedColumn; readonly persons: LearnedColumn } | null {
  if (!rows.some((row) => foldText(row.unitOfMeasure).endsWith(' nguoi') && row.unitOfMeasure.includes('/'))) return null;
  const persons = measures.find((one) => one.nature === 'persons');
  const things = measures.find((one) => one.nature === 'things');
  return persons === undefined || things === undefined ? null : { things, persons };
}

/** A number that repeats ("1" under "I" and under "II") gets its parent's before it: numbers tell rows apart. */
function uniqueNumbers(rows: readonly LearnedRow[]): readonly string[] {
  const seen = new Set<string>();
  const numbers: string[] = [];
  rows.forEach((row, index) => {
    let number = /[\p{L}\p{N}]/u.test(row.number) ? row.number : '';
    const parent = row.parent === null ? '' : (numbers[row.parent] ?? '');
    if (number !== '' && seen.has(number)) number = parent === '' ? '' : `${parent.replace(/\.$/, '')}.${number}`;
    if (number !== '' && seen.has(number)) number = '';
    if (number !== '' && row.kind !== 'ignored') seen.add(number);
    numbers[index] = number;
  });
  return numbers;
}

function idsOf(rows: readonly LearnedRow[], numbers: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return rows.map((_, index) => {
    const number = (numbers[index] ?? '').replace(/[.)]$/, '');
    const id = /^[0-9A-Za-z][0-9A-Za-z._-]{0,20}$/.test(number) && !used.has(number) ? number : `r${String(index + 1)}`;
    used.add(id);
    return id;
  });
}

function freeId({ name, taken }: LearnedNaming): string {
  const slug =
    foldText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_ID)
      .replace(/^-+|-+$/g, '') || 'mau';
  for (let copy = 1; ; copy += 1) {
    const id = `${LEARNED}${slug}${copy === 1 ? '' : `-${String(copy)}`}`;
    if (!taken.includes(id)) return id;
  }
}

function titleOf(draft: LearnedDraft, { name }: LearnedNaming): readonly string[] {
  return draft.title.length > 0 ? draft.title : [name.toUpperCase()];
}

function widthOf({ role, header }: LearnedColumn): number {
  switch (role) {
    case 'number':
      return 6;
    case 'label':
      return 40;
    case 'unitOfMeasure':
      return 12;
    case 'note':
      return 16;
    default:
      return Math.min(18, Math.max(11, Math.ceil(header.length / 2)));
  }
}

/** Rows of the form that are not found again in the very table it was made from: such a form would not read its reports. */
export function rowsNotFound(form: FormDefinition, grid: CellGrid): readonly string[] {
  const [bound] = bindSheet(form, grid);
  return form.indicators
    .filter((row) => bound?.lines.find((line) => line.indicator === row.id)?.at == null)
    .map((row) => row.text);
}
