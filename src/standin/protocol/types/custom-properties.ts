/** Key-value collections: sheet properties, document properties, workbook settings. */
import { invalidArgument } from '../../model/host-error';
import type { CustomProperty } from '../../model/parts';
import { HostObject, asString, defineType, lookups, type HostType } from '../host-type';

/** The three kinds, by what the library calls them. */
export type PropertyKind = 'Worksheet' | 'Document' | 'Setting';

interface Self {
  readonly list: CustomProperty[];
}

interface ItemSelf extends Self {
  readonly entry: CustomProperty;
}

const NAMES: Readonly<Record<PropertyKind, { readonly item: string; readonly collection: string }>> = {
  Worksheet: { item: 'WorksheetCustomProperty', collection: 'WorksheetCustomPropertyCollection' },
  Document: { item: 'CustomProperty', collection: 'CustomPropertyCollection' },
  Setting: { item: 'Setting', collection: 'SettingCollection' },
};

/** Sheet properties and document properties: keys of 255 characters, values of text; settings hold any JSON. */
function checkedValue(kind: PropertyKind, value: unknown): unknown {
  if (kind === 'Setting') {
    if (value === null) throw invalidArgument();
    return value;
  }
  if (kind === 'Worksheet') return asString(value);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument();
  return value;
}

function typeOfDocumentValue(value: unknown): string {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Number' : 'Float';
  return 'String';
}

function remove(list: CustomProperty[], entry: CustomProperty): void {
  const index = list.indexOf(entry);
  if (index >= 0) list.splice(index, 1);
}

function itemType(kind: PropertyKind): HostType<ItemSelf> {
  return defineType<ItemSelf>(NAMES[kind].item, {
    identity: kind === 'Document' ? ['Key'] : ['_Id'],
    get: {
      Key: ({ entry }) => entry.key,
      Value: ({ entry }) => entry.value,
      ...(kind === 'Document' ? { Type: ({ entry }: ItemSelf) => typeOfDocumentValue(entry.value) } : {}),
      ...(kind === 'Document' ? {} : { _Id: ({ entry }: ItemSelf) => entry.key }),
    },
    set: {
      Value: ({ entry }, value) => {
        entry.value = checkedValue(kind, value);
      },
    },
    methods: { Delete: ({ list, entry }) => remove(list, entry) },
  });
}

function collectionType(kind: PropertyKind, item: HostType<ItemSelf>): HostType<Self> {
  const wrap = (self: Self, entry: CustomProperty): HostObject => HostObject.of(item, { ...self, entry });
  const items = (self: Self): HostObject[] => self.list.map((entry) => wrap(self, entry));
  // Keys of settings are case-sensitive; the others are not (documentation of getItem).
  const same = (a: string, b: string): boolean => (kind === 'Setting' ? a === b : a.toLowerCase() === b.toLowerCase());
  const find = (self: Self, key: string | number): HostObject | null => {
    const entry = self.list.find((other) => same(other.key, String(key)));
    return entry === undefined ? null : wrap(self, entry);
  };
  return defineType<Self>(NAMES[kind].collection, {
    items,
    find,
    methods: {
      ...lookups<Self>(items, find),
      Add: (self, args) => {
        const key = args.string(0);
        if (key === '' || key.length > 255) throw invalidArgument();
        const value = checkedValue(kind, args.at(1));
        const existing = self.list.find((other) => same(other.key, key));
        if (existing !== undefined) {
          existing.value = value;
          return wrap(self, existing);
        }
        const entry: CustomProperty = { key, value };
        self.list.push(entry);
        return wrap(self, entry);
      },
      DeleteAll: (self) => void self.list.splice(0),
    },
  });
}

const items = { Worksheet: itemType('Worksheet'), Document: itemType('Document'), Setting: itemType('Setting') };
const collections = {
  Worksheet: collectionType('Worksheet', items.Worksheet),
  Document: collectionType('Document', items.Document),
  Setting: collectionType('Setting', items.Setting),
};

export const customPropertiesOf = (kind: PropertyKind, list: CustomProperty[]): HostObject =>
  HostObject.of(collections[kind], { list });
