/** Contract: what the add-in stores beside the cells. */
import type { ContractCase } from '../case';
import { TRACES } from '../traces';

const NAMESPACE = TRACES.xmlNamespace;

export const STORED_CASES: readonly ContractCase[] = [
  {
    id: 'stored/custom-xml',
    title: 'a custom XML part is found by its namespace, changed and deleted',
    run: async ({ run, same }) => {
      const seen = await run(async (context) => {
        const parts = context.workbook.customXmlParts;
        const part = parts.add(`<state xmlns="${NAMESPACE}"><v>Đợt 2024 &amp; 2025</v></state>`);
        part.load('id,namespaceUri');
        const found = parts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
        found.load('id');
        await context.sync();
        const before = found.getXml();
        found.setXml(`<state xmlns="${NAMESPACE}"><v>mới</v></state>`);
        const after = found.getXml();
        await context.sync();
        const result = [
          part.namespaceUri,
          found.id === part.id,
          before.value.includes('2024 &amp; 2025'),
          after.value.includes('mới'),
        ];
        found.delete();
        const none = parts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
        await context.sync();
        return [...result, none.isNullObject];
      });
      same(seen, [NAMESPACE, true, true, true, true]);
    },
  },
  {
    id: 'stored/bad-xml',
    title: 'text that is no XML is refused',
    run: async ({ run, fails }) => {
      await fails(
        () =>
          run(async (context) => {
            context.workbook.customXmlParts.add('<a><b></a>');
            await context.sync();
          }),
        ['InvalidArgument', 'GeneralException'],
      );
    },
  },
  {
    id: 'stored/sheet-properties',
    title: 'a sheet keeps its own properties',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const properties = context.workbook.worksheets.getItem(sheet).customProperties;
        const start = properties.getCount();
        properties.add('vai trò', 'biểu mẫu');
        properties.add('vai trò', 'tổng hợp');
        const item = properties.getItemOrNullObject('Vai trò');
        const missing = properties.getItemOrNullObject('khác');
        item.load('key,value');
        const count = properties.getCount();
        await context.sync();
        const before = [item.value, count.value - start.value, missing.isNullObject];
        item.delete();
        const after = properties.getCount();
        await context.sync();
        return [...before, after.value - start.value];
      });
      same(seen, ['tổng hợp', 1, true, 0]);
    },
  },
  {
    id: 'stored/settings',
    title: 'workbook settings hold values of any kind',
    run: async ({ run, same }) => {
      const seen = await run(async (context) => {
        const { settings } = context.workbook;
        settings.add(TRACES.setting, { nam: 2024, ds: [1, 2] });
        const item = settings.getItemOrNullObject(TRACES.setting);
        item.load('value');
        await context.sync();
        const value: unknown = item.value;
        item.delete();
        const none = settings.getItemOrNullObject(TRACES.setting);
        await context.sync();
        return [value, none.isNullObject];
      });
      same(seen, [{ nam: 2024, ds: [1, 2] }, true]);
    },
  },
  {
    id: 'stored/document-properties',
    title: 'title and own properties of the workbook',
    run: async ({ run, same }) => {
      const seen = await run(async (context) => {
        const { properties } = context.workbook;
        properties.load('title');
        await context.sync();
        const before = properties.title;
        properties.title = TRACES.title;
        properties.custom.add(TRACES.property, 'x');
        const own = properties.custom.getItem(TRACES.property);
        own.load('value');
        properties.load('title');
        await context.sync();
        const result = [properties.title, own.value as string];
        properties.title = before;
        own.delete();
        await context.sync();
        return result;
      });
      same(seen, [TRACES.title, 'x']);
    },
  },
];
