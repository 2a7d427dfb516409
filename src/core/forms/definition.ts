/**
 * A form (phụ lục, biểu mẫu) as data. Everything the product knows of an annex is said here and in the catalogue;
 * no other code may know that a row is called 1.4 or that there are two measures.
 */
import * as z from 'zod/mini';

import { fail, ok, type Result } from '../result';
import { listFlaws, listPart, type ListPart } from './list/list-part';
import { rowWording } from './row-wording';

const identifier = z.string().check(z.regex(/^[0-9A-Za-z._-]+$/));
const words = z.string().check(z.minLength(1));

/** What kind of amount a field holds; it decides how a cell is read and which checks apply. */
export const fieldNature = z.enum(['things', 'persons', 'money']);
export type FieldNature = z.infer<typeof fieldNature>;

/** A measure is a quantity column of the form: "Số lớp/số cuộc thi", "Người". */
const measure = z.strictObject({
  id: identifier,
  name: words,
  /** The measure this one goes along with: persons along with classes. Null when it stands alone. */
  accompanies: z.nullable(identifier),
});
export type Measure = z.infer<typeof measure>;

const column = z.strictObject({
  role: z.enum(['number', 'label', 'unitOfMeasure', 'measure', 'note']),
  /** Only for the role "measure": which one. */
  measure: z.optional(identifier),
  header: words,
  /** The header above it that it shares with its neighbours: "Số lượng". */
  group: z.optional(words),
  /** Other words under which received files head this column. */
  aliases: z.array(words),
  /** Width in characters of the standard font, for printing on A4. */
  width: z.number().check(z.positive()),
});
export type FormColumn = z.infer<typeof column>;

/** One quantity an indicator asks for: indicator × measure = field. */
const field = z.strictObject({
  measure: identifier,
  nature: fieldNature,
  /** The unit of measure in running text, lower case: "lớp", "người", "đồng". */
  unit: words,
  /** True where "x" or "có" may stand for one (proposed, never certain). */
  yesNo: z.optional(z.boolean()),
});
export type IndicatorField = z.infer<typeof field>;

const indicator = z.strictObject({
  id: identifier,
  /** As printed in column TT; empty where the form prints none. */
  number: z.string(),
  text: words,
  /** Spellings of the same row found elsewhere: the issuer's slips, other tone placements, other words. */
  aliases: z.array(words),
  /** As printed in column "Đơn vị"; empty where the form prints none. */
  unitOfMeasure: z.string(),
  kind: z.enum(['heading', 'item', 'free']),
  parent: z.nullable(identifier),
  /**
   * How a parent relates to its children, unit by unit. "sum": its children are all there is. "atLeast": its text
   * names more than its children list. "none": the children count different things. Null for rows without children.
   */
  rollUp: z.nullable(z.enum(['sum', 'atLeast', 'none'])),
  fields: z.array(field),
  /** What a filled row should say in the note column ("số quyết định khen thưởng"); null for nothing. */
  noteAsks: z.nullable(words),
  /** How the written report speaks of the row, where its own words do not do. */
  wording: z.optional(rowWording),
  /** Why the row is as it is, where the official text leaves room. */
  reason: words,
});
export type Indicator = z.infer<typeof indicator>;

const overlap = z.strictObject({
  indicators: z.tuple([identifier, identifier]),
  measure: identifier,
  reason: words,
});

const correction = z.strictObject({ indicator: identifier, from: words, to: words, confidence: words });

/** What both kinds of form say of themselves. */
const common = {
  id: z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)),
  name: words,
  /** "official" only for a form that an authority issued; a proposal of ours says so on every screen. */
  status: z.enum(['official', 'unofficial']),
  source: words,
  /** The year printed in the form; null where only the campaign knows it. */
  year: z.nullable(z.int()),
  annexLabel: words,
  /** Title lines; "{year}" stands for the campaign's year. "blank" is the form to fill in, "filled" drops the word MẪU. */
  title: z.strictObject({ blank: z.array(words), filled: z.array(words) }),
  /** The label of the line where a unit writes its name. */
  unitLine: words,
};

const definition = z.strictObject({
  kind: z.literal('indicators'),
  ...common,
  headerRows: z.int(),
  columns: z.array(column),
  measures: z.array(measure),
  indicators: z.array(indicator),
  /** Pairs of rows that may report the same thing twice. */
  overlaps: z.array(overlap),
  corrections: z.array(correction),
  thresholds: z.strictObject({
    /** A sum of money above 0 and below this (đồng) was probably typed in thousands or millions. */
    smallMoney: z.number(),
    /** A quantity of this size without persons was probably the number of persons. */
    largeQuantity: z.number(),
  }),
});

const listDefinition = z.strictObject({ kind: z.literal('list'), ...common, list: listPart });

interface Checked {
  readonly __checked: 'FormDefinition';
}

/** A table of quantities: fixed rows, and a figure in each. */
export type IndicatorForm = z.infer<typeof definition> & Checked;
/** A list of lines. It has no rows and no measures of its own, so whatever adds up figures finds none in it. */
export type ListForm = Omit<IndicatorForm, 'kind'> & { readonly kind: 'list'; readonly list: ListPart };

/** A checked form definition: every id it names exists, every row is unique. Only `parseFormDefinition` makes one. */
export type FormDefinition = IndicatorForm | ListForm;

/** The part of a table of quantities that a list does not have. */
const NO_TABLE = {
  headerRows: 1,
  columns: [],
  measures: [],
  indicators: [],
  overlaps: [],
  corrections: [],
  thresholds: { smallMoney: 0, largeQuantity: 0 },
};

/** One flaw of a definition, naming the row (id, else place in the list) and the field. */
export interface DefinitionFlaw {
  readonly row: string | null;
  readonly field: string;
  readonly problem: string;
}

/**
 * Checks data against the schema and its own references (unique ids and numbers, parents and measures that exist,
 * children that share their parent's measure where it is rolled up, exactly one label column).
 * Returns every flaw, each with the row and the field it is in.
 */
export function parseFormDefinition(data: unknown): Result<FormDefinition, readonly DefinitionFlaw[]> {
  if (typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'list') return parseListForm(data);
  const parsed = z.safeParse(definition, data);
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => flawOf(issue.path, issue.message, data)));
  const flaws = referenceFlaws(parsed.data);
  return flaws.length > 0 ? fail(flaws) : ok(parsed.data as FormDefinition);
}

function parseListForm(data: unknown): Result<FormDefinition, readonly DefinitionFlaw[]> {
  const parsed = z.safeParse(listDefinition, data);
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => flawOf(issue.path, issue.message, data)));
  const flaws = listFlaws(parsed.data.list).map(({ column: row, field: name, problem }) => ({ row, field: name, problem }));
  if (flaws.length > 0) return fail(flaws);
  return ok({ ...NO_TABLE, ...parsed.data } as unknown as ListForm);
}

/** The form as plain data again, which `parseFormDefinition` accepts. */
export function formAsData(form: FormDefinition): Readonly<Record<string, unknown>> {
  const drop: ReadonlySet<string> = new Set(form.kind === 'list' ? Object.keys(NO_TABLE) : []);
  return Object.fromEntries(Object.entries(form).filter(([key]) => !drop.has(key)));
}

function flawOf(path: readonly PropertyKey[], message: string, data: unknown): DefinitionFlaw {
  if (path[0] !== 'indicators' || typeof path[1] !== 'number') {
    return { row: null, field: path.map(String).join('.'), problem: message };
  }
  const rows = (data as { indicators: readonly unknown[] }).indicators;
  const row = rows[path[1]];
  const id =
    typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : `#${String(path[1] + 1)}`;
  return { row: id, field: path.slice(2).map(String).join('.'), problem: message };
}

function referenceFlaws(form: z.infer<typeof definition>): DefinitionFlaw[] {
  const flaws: DefinitionFlaw[] = [];
  const measures = new Set(form.measures.map((one) => one.id));
  const byId = new Map<string, z.infer<typeof indicator>>();
  const numbers = new Set<string>();
  const flaw = (row: string | null, fieldName: string, problem: string): void => {
    flaws.push({ row, field: fieldName, problem });
  };
  for (const row of form.indicators) {
    if (byId.has(row.id)) flaw(row.id, 'id', 'is used twice');
    if (row.number !== '' && numbers.has(row.number)) flaw(row.id, 'number', `"${row.number}" is used twice`);
    numbers.add(row.number);
    if (row.parent !== null && !byId.has(row.parent)) flaw(row.id, 'parent', `"${row.parent}" is no earlier row`);
    const seen = new Set<string>();
    for (const one of row.fields) {
      if (!measures.has(one.measure)) flaw(row.id, 'fields', `"${one.measure}" is no measure of the form`);
      if (seen.has(one.measure)) flaw(row.id, 'fields', `"${one.measure}" stands twice`);
      seen.add(one.measure);
    }
    byId.set(row.id, row);
  }
  for (const row of form.indicators) {
    const children = form.indicators.filter((child) => child.parent === row.id);
    for (const measureId of Object.keys(row.wording?.nouns ?? {})) {
      if (!row.fields.some((one) => one.measure === measureId)) flaw(row.id, 'wording.nouns', `the row has no measure "${measureId}"`);
    }
    if (row.wording?.within !== undefined && !byId.has(row.wording.within)) flaw(row.id, 'wording.within', `"${row.wording.within}" is no row`);
    if (children.length > 0 && row.rollUp === null) flaw(row.id, 'rollUp', 'a row with children must say how they relate');
    if (children.length === 0 && row.rollUp !== null) flaw(row.id, 'rollUp', 'the row has no children');
    if (row.rollUp === 'sum' || row.rollUp === 'atLeast') {
      for (const one of row.fields) {
        if (!children.some((child) => child.fields.some((other) => other.measure === one.measure))) {
          flaw(row.id, 'rollUp', `no child has the measure "${one.measure}"`);
        }
      }
    }
  }
  for (const one of form.measures) {
    if (one.accompanies !== null && !measures.has(one.accompanies)) flaw(null, `measures.${one.id}.accompanies`, 'is no measure');
    const columns = form.columns.filter((column) => column.role === 'measure' && column.measure === one.id);
    if (columns.length !== 1) flaw(null, 'columns', `measure "${one.id}" needs exactly one column`);
  }
  for (const one of form.columns) {
    if (one.role === 'measure' && (one.measure === undefined || !measures.has(one.measure))) {
      flaw(null, 'columns', `column "${one.header}" names no measure`);
    }
  }
  if (form.columns.filter((one) => one.role === 'label').length !== 1)
    flaw(null, 'columns', 'exactly one column has the role "label"');
  for (const pair of form.overlaps) {
    for (const id of pair.indicators) if (!byId.has(id)) flaw(id, 'overlaps', 'is no row');
  }
  for (const one of form.corrections) if (!byId.has(one.indicator)) flaw(one.indicator, 'corrections', 'is no row');
  return flaws;
}

/** A field of a form, with the indicator and measure it belongs to. Its key is unique within the form. */
export interface Field {
  readonly key: string;
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly nature: FieldNature;
  readonly unit: string;
  readonly yesNo: boolean;
}

/** The key of a field: "1.1/people". */
export function fieldKey(indicatorId: string, measureId: string): string {
  return `${indicatorId}/${measureId}`;
}

const fields = new WeakMap<FormDefinition, readonly Field[]>();
const children = new WeakMap<FormDefinition, ReadonlyMap<string, readonly Indicator[]>>();

/** Every declared field of a form, in the order of its rows and of their fields. Only these have totals. */
export function fieldsOf(form: FormDefinition): readonly Field[] {
  const known = fields.get(form) ?? listFields(form);
  fields.set(form, known);
  return known;
}

function listFields(form: FormDefinition): readonly Field[] {
  const measures = new Map(form.measures.map((one) => [one.id, one]));
  return form.indicators.flatMap((row) =>
    row.fields.map((one) => {
      const found = measures.get(one.measure);
      if (found === undefined) throw new Error(`form ${form.id}: row ${row.id} names no measure`);
      return {
        key: fieldKey(row.id, one.measure),
        indicator: row,
        measure: found,
        nature: one.nature,
        unit: one.unit,
        yesNo: one.yesNo === true,
      };
    }),
  );
}

/** The children of a row, in order. Asked for every row of every received file: worked out once a form. */
export function childrenOf(form: FormDefinition, indicatorId: string): readonly Indicator[] {
  let known = children.get(form);
  if (known === undefined) {
    known = new Map(form.indicators.map((parent) => [parent.id, form.indicators.filter((row) => row.parent === parent.id)]));
    children.set(form, known);
  }
  return known.get(indicatorId) ?? [];
}
