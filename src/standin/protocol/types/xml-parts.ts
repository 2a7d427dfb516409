/** Excel.CustomXmlPart and its collections. The XML itself is kept as it was given. */
import { invalidArgument, invalidOperation, itemNotFound } from '../../model/host-error';
import type { CustomXmlPart } from '../../model/parts';
import { rootNamespace } from '../../model/xml';
import { HostObject, defineType, lookups, type HostServices } from '../host-type';

const partType = defineType<CustomXmlPart>('CustomXmlPart', {
  identity: ['Id'],
  check: (part, host) => {
    if (!host.workbook.xmlParts.includes(part)) throw itemNotFound();
  },
  get: { Id: (part) => part.id, NamespaceUri: (part) => part.namespaceUri },
  methods: {
    GetXml: (part) => part.xml,
    SetXml: (part, args) => {
      const xml = args.string(0);
      part.namespaceUri = requireNamespace(xml);
      part.xml = xml;
    },
    Delete: (part, _args, host) => {
      host.workbook.xmlParts.splice(host.workbook.xmlParts.indexOf(part), 1);
    },
  },
});

function requireNamespace(xml: string): string {
  const namespace = rootNamespace(xml);
  if (namespace === null) throw invalidArgument();
  return namespace;
}

interface Self {
  readonly namespace: string | null;
}

const parts = (self: Self, host: HostServices): CustomXmlPart[] =>
  host.workbook.xmlParts.filter((part) => self.namespace === null || part.namespaceUri === self.namespace);

const items = (self: Self, host: HostServices): HostObject[] => parts(self, host).map((part) => HostObject.of(partType, part));

const find = (self: Self, key: string | number, host: HostServices): HostObject | null => {
  const part = parts(self, host).find((other) => other.id === key);
  return part === undefined ? null : HostObject.of(partType, part);
};

const scopedType = defineType<Self>('CustomXmlPartScopedCollection', {
  items,
  find,
  methods: {
    ...lookups<Self>(items, find),
    GetOnlyItem: (self, _args, host) => {
      const [only, ...rest] = items(self, host);
      if (only === undefined || rest.length > 0) throw invalidOperation();
      return only;
    },
    GetOnlyItemOrNullObject: (self, _args, host) => {
      const [only, ...rest] = items(self, host);
      return only === undefined || rest.length > 0 ? null : only;
    },
  },
});

const collectionType = defineType<Self>('CustomXmlPartCollection', {
  items,
  find,
  methods: {
    ...lookups<Self>(items, find),
    Add: (_self, args, host) => {
      const xml = args.string(0);
      const part: CustomXmlPart = { id: host.workbook.newId(), xml, namespaceUri: requireNamespace(xml) };
      host.workbook.xmlParts.push(part);
      return HostObject.of(partType, part);
    },
    GetByNamespace: (_self, args) => HostObject.of(scopedType, { namespace: args.string(0) }),
  },
});

export const xmlPartsObject = (): HostObject => HostObject.of(collectionType, { namespace: null });
