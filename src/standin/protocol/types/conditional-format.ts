/** Excel.ConditionalFormat and its collection: the kinds "Custom" and "CellValue". Other kinds are gaps, and say so. */
import {
  addConditionalFormat,
  clearConditionalFormats,
  conditionalFormatsIn,
  removeConditionalFormat,
  setPriority,
} from '../../model/conditional-edits';
import { normalizeColor } from '../../model/cell-format';
import { GapError, invalidArgument, itemNotFound } from '../../model/host-error';
import type { ConditionalFormat } from '../../model/parts';
import type { Sheet } from '../../model/sheet';
import { isWellFormed } from '../../formulas/tokens';
import { HostObject, asBoolean, asNumber, asRecord, asString, defineType, lookups, oneOf, type HostServices } from '../host-type';
import { rectOfRange, sheetOf, type RangeSelf } from './range-self';
import { makeRange } from './registry';
import { rangeAreasObject } from './range-areas';

interface Self {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

const redraw = (self: Self, host: HostServices): void => host.workbook.note({ aspect: 'conditional', sheet: self.sheet });

function readFormula(value: unknown): string {
  const text = asString(value);
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!isWellFormed(formula)) throw invalidArgument();
  return formula;
}

const change =
  (apply: (self: Self, value: unknown) => void) =>
  (self: Self, value: unknown, host: HostServices): void => {
    apply(self, value);
    redraw(self, host);
  };

const color = (value: unknown): string => {
  const normal = value === '' ? '' : normalizeColor(value);
  if (normal === null) throw invalidArgument();
  return normal;
};

const ruleType = defineType<Self>('ConditionalFormatRule', {
  get: { Formula: ({ format }) => format.formula, FormulaLocal: ({ format }) => format.formula },
  set: {
    Formula: change(({ format }, value) => (format.formula = readFormula(value))),
    FormulaLocal: change(({ format }, value) => (format.formula = readFormula(value))),
  },
});

const fontType = defineType<Self>('ConditionalRangeFont', {
  get: {
    Color: ({ format }) => format.look.fontColor,
    Bold: ({ format }) => format.look.bold,
    Italic: ({ format }) => format.look.italic,
    Underline: ({ format }) => format.look.underline,
    Strikethrough: ({ format }) => format.look.strikethrough,
  },
  set: {
    Color: change(({ format }, value) => (format.look.fontColor = color(value))),
    Bold: change(({ format }, value) => (format.look.bold = asBoolean(value))),
    Italic: change(({ format }, value) => (format.look.italic = asBoolean(value))),
    Underline: change(({ format }, value) => (format.look.underline = oneOf(value, ['None', 'Single', 'Double']))),
    Strikethrough: change(({ format }, value) => (format.look.strikethrough = asBoolean(value))),
  },
  methods: {
    Clear: (self, _args, host) => {
      Object.assign(self.format.look, { fontColor: '', bold: null, italic: null, underline: null, strikethrough: null });
      redraw(self, host);
    },
  },
});

const fillType = defineType<Self>('ConditionalRangeFill', {
  get: { Color: ({ format }) => format.look.fillColor },
  set: { Color: change(({ format }, value) => (format.look.fillColor = color(value))) },
  methods: {
    Clear: (self, _args, host) => {
      self.format.look.fillColor = '';
      redraw(self, host);
    },
  },
});

const lookType = defineType<Self>('ConditionalRangeFormat', {
  get: { NumberFormat: ({ format }) => format.look.numberFormat },
  set: { NumberFormat: change(({ format }, value) => (format.look.numberFormat = asString(value))) },
  navigate: {
    Font: (self) => HostObject.of(fontType, self),
    Fill: (self) => HostObject.of(fillType, self),
  },
});

const customType = defineType<Self>('CustomConditionalFormat', {
  navigate: {
    Rule: (self) => HostObject.of(ruleType, self),
    Format: (self) => HostObject.of(lookType, self),
  },
});

const CELL_OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
] as const;

const cellValueType = defineType<Self>('CellValueConditionalFormat', {
  get: {
    Rule: ({ format }) => {
      const rule = format.cellValue;
      if (rule === null) return null;
      return { formula1: rule.formula1, ...(rule.formula2 === null ? {} : { formula2: rule.formula2 }), operator: rule.operator };
    },
  },
  set: {
    Rule: change(({ format }, value) => {
      const body = asRecord(value);
      const operator = oneOf(body['operator'], CELL_OPERATORS);
      const twoSided = operator === 'Between' || operator === 'NotBetween';
      const formula1 = readFormula(body['formula1']);
      format.cellValue = { operator, formula1, formula2: twoSided ? readFormula(body['formula2']) : null };
    }),
  },
  navigate: { Format: (self) => HostObject.of(lookType, self) },
});

/** The part of another kind: an InvalidArgument (or a null object) as Excel answers, and a gap for kinds not built. */
const part =
  (kind: ConditionalFormat['type'], make: (self: Self) => HostObject, orNull: boolean) =>
  (self: Self): HostObject | null => {
    if (self.format.type === kind) return make(self);
    if (orNull) return null;
    throw invalidArgument();
  };

const OTHER_KINDS = ['DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText'] as const;

const formatType = defineType<Self>('ConditionalFormat', {
  identity: ['Id'],
  check: ({ sheet, format }) => {
    if (sheet.deleted || !sheet.conditionalFormats.includes(format)) throw itemNotFound();
  },
  get: {
    Id: ({ format }) => format.id,
    Type: ({ format }) => format.type,
    Priority: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
    StopIfTrue: ({ format }) => format.stopIfTrue,
  },
  set: {
    Priority: (self, value, host) => setPriority(host.workbook, self.sheet, self.format, asNumber(value)),
    StopIfTrue: change(({ format }, value) => (format.stopIfTrue = asBoolean(value))),
  },
  navigate: {
    Custom: part('Custom', (self) => HostObject.of(customType, self), false),
    CustomOrNullObject: part('Custom', (self) => HostObject.of(customType, self), true),
    CellValue: part('CellValue', (self) => HostObject.of(cellValueType, self), false),
    CellValueOrNullObject: part('CellValue', (self) => HostObject.of(cellValueType, self), true),
    DataBarOrNullObject: () => null,
    ColorScaleOrNullObject: () => null,
    IconSetOrNullObject: () => null,
    TopBottomOrNullObject: () => null,
    PresetOrNullObject: () => null,
    TextComparisonOrNullObject: () => null,
  },
  methods: {
    Delete: (self, _args, host) => removeConditionalFormat(host.workbook, self.sheet, self.format),
    GetRange: (self, _args, host) => {
      const [first, second] = self.format.rects;
      if (first === undefined || second !== undefined) throw invalidArgument();
      return makeRange(host, self.sheet, first);
    },
    GetRangeOrNullObject: (self, _args, host) => {
      const [first, second] = self.format.rects;
      return first === undefined || second !== undefined ? null : makeRange(host, self.sheet, first);
    },
    GetRanges: (self, _args, host) => rangeAreasObject(host, self.sheet, self.format.rects),
  },
});

const items = (self: RangeSelf): HostObject[] => {
  const sheet = sheetOf(self);
  return conditionalFormatsIn(sheet, rectOfRange(self)).map((format) => HostObject.of(formatType, { sheet, format }));
};

const find = (self: RangeSelf, key: string | number): HostObject | null => {
  const sheet = sheetOf(self);
  const format = conditionalFormatsIn(sheet, rectOfRange(self)).find((entry) => entry.id === key);
  return format === undefined ? null : HostObject.of(formatType, { sheet, format });
};

const collectionType = defineType<RangeSelf>('ConditionalFormatCollection', {
  items,
  find,
  methods: {
    ...lookups<RangeSelf>(items, find),
    Add: (self, args, host) => {
      const kind = args.oneOf(0, ['Custom', 'CellValue', ...OTHER_KINDS]);
      if (kind !== 'Custom' && kind !== 'CellValue') throw new GapError(`conditional formats of the kind ${kind}`);
      const sheet = sheetOf(self);
      const format = addConditionalFormat(host.workbook, sheet, rectOfRange(self), kind);
      return HostObject.of(formatType, { sheet, format });
    },
    ClearAll: (self, _args, host) => clearConditionalFormats(host.workbook, sheetOf(self), rectOfRange(self)),
  },
});

export const conditionalFormatsOf = (self: RangeSelf): HostObject => HostObject.of(collectionType, self);
