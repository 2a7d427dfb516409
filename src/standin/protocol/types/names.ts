/** Excel.NamedItem and its collections (of the workbook, of a sheet). */
import { tokenize } from '../../formulas/tokens';
import { invalidArgument, itemNotFound } from '../../model/host-error';
import { absoluteReference, addName, nameTarget, removeName } from '../../model/names';
import type { Sheet } from '../../model/sheet';
import type { DefinedName } from '../../model/workbook';
import { HostObject, asBoolean, asString, defineType, lookups, type HostServices } from '../host-type';
import { rangeSelf, rectOfRange, sheetOf } from './range-self';
import { makeRange, sheetObject } from './registry';

interface Self {
  readonly scope: Sheet | null;
}

async function valueOf(entry: DefinedName, host: HostServices): Promise<unknown> {
  const target = nameTarget(host.workbook, entry);
  if (target !== null) return absoluteReference(target.sheet, target.rect);
  const sheet = entry.scope ?? host.workbook.active;
  const [value] = await host.calculation.evaluate([{ sheet, row: 0, column: 0, formula: entry.formula }]);
  return value ?? '';
}

async function typeOf(entry: DefinedName, host: HostServices): Promise<string> {
  if (nameTarget(host.workbook, entry) !== null) return 'Range';
  const value = await valueOf(entry, host);
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return String(value).startsWith('#') ? 'Error' : 'String';
}

const requireScope = (entry: DefinedName): Sheet => {
  if (entry.scope === null) throw itemNotFound();
  return entry.scope;
};

const nameType = defineType<DefinedName>('NamedItem', {
  identity: ['_Id'],
  check: (entry, host) => {
    if (!host.workbook.names.includes(entry)) throw itemNotFound();
  },
  get: {
    _Id: (entry) => entry.name,
    Name: (entry) => entry.name,
    Comment: (entry) => entry.comment,
    Visible: (entry) => entry.visible,
    Scope: (entry) => (entry.scope === null ? 'Workbook' : 'Worksheet'),
    Formula: (entry) => entry.formula,
    Value: valueOf,
    Type: typeOf,
  },
  set: {
    Comment: (entry, value) => {
      entry.comment = asString(value);
    },
    Visible: (entry, value) => {
      entry.visible = asBoolean(value);
    },
    Formula: (entry, value, host) => {
      const formula = asString(value);
      if (!formula.startsWith('=') || tokenize(formula) === null) throw invalidArgument();
      entry.formula = formula;
      host.workbook.markSymbolicStale();
    },
  },
  navigate: {
    Worksheet: (entry) => sheetObject(requireScope(entry)),
    WorksheetOrNullObject: (entry) => (entry.scope === null ? null : sheetObject(entry.scope)),
  },
  methods: {
    Delete: (entry, _args, host) => removeName(host.workbook, entry),
    GetRange: (entry, _args, host) => {
      const target = nameTarget(host.workbook, entry);
      if (target === null) throw itemNotFound();
      return makeRange(host, target.sheet, target.rect);
    },
    GetRangeOrNullObject: (entry, _args, host) => {
      const target = nameTarget(host.workbook, entry);
      return target === null ? null : makeRange(host, target.sheet, target.rect);
    },
  },
});

const entries = (self: Self, host: HostServices): DefinedName[] =>
  host.workbook.names.filter((entry) => entry.scope === self.scope);

const items = (self: Self, host: HostServices): HostObject[] =>
  entries(self, host).map((entry) => HostObject.of(nameType, entry));

const find = (self: Self, key: string | number, host: HostServices): HostObject | null => {
  const wanted = String(key).toLowerCase();
  const entry = entries(self, host).find((other) => other.name.toLowerCase() === wanted);
  return entry === undefined ? null : HostObject.of(nameType, entry);
};

const collectionType = defineType<Self>('NamedItemCollection', {
  items,
  find,
  methods: {
    ...lookups<Self>(items, find),
    Add: (self, args, host) => {
      const range = rangeSelf(args.at(1));
      const formula = range === null ? args.string(1) : `=${absoluteReference(sheetOf(range), rectOfRange(range))}`;
      const entry = addName(host.workbook, self.scope, args.string(0), formula, args.optionalString(2) ?? '');
      return HostObject.of(nameType, entry);
    },
    AddFormulaLocal: (self, args, host) => {
      const entry = addName(host.workbook, self.scope, args.string(0), args.string(1), args.optionalString(2) ?? '');
      return HostObject.of(nameType, entry);
    },
  },
});

export const namesOf = (scope: Sheet | null): HostObject => HostObject.of(collectionType, { scope });
