/** Contract: looks. */
import type { ContractCase } from '../case';

export const FORMAT_CASES: readonly ContractCase[] = [
  {
    id: 'formats/font-and-fill',
    title: 'font, fill and alignment come back',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { format } = context.workbook.worksheets.getItem(sheet).getRange('A1:B2');
        format.font.name = 'Times New Roman';
        format.font.size = 13;
        format.font.bold = true;
        format.font.color = '#C00000';
        format.fill.color = 'yellow';
        format.horizontalAlignment = 'Center';
        format.wrapText = true;
        format.load('horizontalAlignment,wrapText,font/name,font/size,font/bold,font/italic,font/color,fill/color');
        await context.sync();
        const { font } = format;
        return [
          font.name,
          font.size,
          font.bold,
          font.italic,
          font.color,
          format.fill.color,
          format.horizontalAlignment,
          format.wrapText,
        ];
      });
      same(seen, ['Times New Roman', 13, true, false, '#C00000', '#FFFF00', 'Center', true]);
    },
  },
  {
    id: 'formats/mixed',
    title: 'where cells differ, the property is null',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1').format.font.bold = true;
        own.getRange('A1').format.fill.color = '#00FF00';
        const { format } = own.getRange('A1:A2');
        format.load('font/bold,font/name,fill/color');
        await context.sync();
        return [format.font.bold, format.fill.color];
      });
      same(seen, [null, null]);
    },
  },
  {
    id: 'formats/fill-cleared',
    title: 'a cleared fill is white again',
    run: async ({ run, sheet, same }) => {
      const color = await run(async (context) => {
        const { fill } = context.workbook.worksheets.getItem(sheet).getRange('A1').format;
        fill.color = '#123456';
        fill.clear();
        fill.load('color');
        await context.sync();
        return fill.color;
      });
      same(color, '#FFFFFF');
    },
  },
  {
    id: 'formats/borders',
    title: 'borders are kept by side, inside lines too',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { borders } = context.workbook.worksheets.getItem(sheet).getRange('B2:C3').format;
        for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal'] as const) {
          borders.getItem(side).style = 'Continuous';
        }
        borders.getItem('EdgeTop').color = '#FF0000';
        const top = borders.getItem('EdgeTop');
        const inside = borders.getItem('InsideHorizontal');
        const none = borders.getItem('InsideVertical');
        top.load('style,color');
        inside.load('style');
        none.load('style');
        await context.sync();
        return [top.style, top.color, inside.style, none.style];
      });
      same(seen, ['Continuous', '#FF0000', 'Continuous', 'None']);
    },
  },
  {
    id: 'formats/sizes',
    title: 'heights and widths in points; hidden rows and columns',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A:A').format.columnWidth = 120;
        own.getRange('1:1').format.rowHeight = 33;
        const rows = own.getRange('3:4');
        rows.rowHidden = true;
        const cell = own.getRange('A1');
        cell.load('format/columnWidth,format/rowHeight');
        rows.load('rowHidden');
        const mixed = own.getRange('2:3');
        mixed.load('rowHidden');
        await context.sync();
        return [cell.format.columnWidth, cell.format.rowHeight, rows.rowHidden, mixed.rowHidden];
      });
      same(seen, [120, 33, true, null]);
    },
  },
  {
    id: 'formats/number-format',
    title: 'number formats shape the text and not the value',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1:B1');
        range.values = [[1234567.891, 0.256]];
        range.numberFormat = [['#,##0.00', '0%']];
        range.load('values,text,numberFormat');
        await context.sync();
        return [range.values, range.text, range.numberFormat];
      });
      same(seen, [[[1234567.891, 0.256]], [['1,234,567.89', '26%']], [['#,##0.00', '0%']]]);
    },
  },
  {
    id: 'formats/autofit',
    title: 'a fitted column is wider for a longer text',
    run: async ({ run, sheet, same }) => {
      const widths = await run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange('A1:B1').values = [['ngắn', 'một dòng chữ dài hơn nhiều so với ô bên cạnh']];
        own.getRange('A:B').format.autofitColumns();
        const [a, b] = [own.getRange('A1').format, own.getRange('B1').format];
        a.load('columnWidth');
        b.load('columnWidth');
        await context.sync();
        return [a.columnWidth, b.columnWidth];
      });
      same((widths[1] ?? 0) > (widths[0] ?? 0) * 2, true, 'the second column is at least twice as wide');
    },
  },
  {
    id: 'formats/set',
    title: 'set() changes several properties at once',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange('A1');
        range.set({ values: [['x']], format: { font: { italic: true }, fill: { color: '#ABCDEF' } } });
        range.load({ values: true, format: { font: { italic: true }, fill: { color: true } } });
        await context.sync();
        return [range.values, range.format.font.italic, range.format.fill.color];
      });
      same(seen, [[['x']], true, '#ABCDEF']);
    },
  },
];
