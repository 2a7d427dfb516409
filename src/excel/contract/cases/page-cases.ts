/** Contract: printing and panes. */
import type { ContractCase } from '../case';

export const PAGE_CASES: readonly ContractCase[] = [
  {
    id: 'page/layout',
    title: 'paper, margins, zoom and centring come back',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem(sheet);
        pageLayout.orientation = 'Landscape';
        pageLayout.paperSize = 'A4';
        pageLayout.centerHorizontally = true;
        pageLayout.zoom = { horizontalFitToPages: 1 };
        pageLayout.setPrintMargins('Centimeters', { left: 3, right: 2, top: 2, bottom: 2 });
        pageLayout.load('orientation,paperSize,centerHorizontally,zoom,leftMargin');
        await context.sync();
        const { orientation, paperSize, centerHorizontally, zoom, leftMargin } = pageLayout;
        return [orientation, paperSize, centerHorizontally, zoom.horizontalFitToPages, Math.round(leftMargin)];
      });
      same(seen, ['Landscape', 'A4', true, 1, 85]);
    },
  },
  {
    id: 'page/titles-and-area',
    title: 'title rows and print area come back',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem(sheet);
        const none = pageLayout.getPrintAreaOrNullObject();
        await context.sync();
        const before = none.isNullObject;
        pageLayout.setPrintTitleRows('$5:$6');
        pageLayout.setPrintArea('A1:F40');
        const rows = pageLayout.getPrintTitleRowsOrNullObject();
        const area = pageLayout.getPrintAreaOrNullObject();
        rows.load('address');
        area.load('address');
        await context.sync();
        return [before, rows.address.split('!')[1]?.replaceAll('$', ''), area.address.split('!')[1]?.replaceAll('$', '')];
      });
      same(seen, [true, '5:6', 'A1:F40']);
    },
  },
  {
    id: 'page/freeze',
    title: 'frozen rows are told and can be let go',
    run: async ({ run, sheet, same }) => {
      const seen = await run(async (context) => {
        const { freezePanes } = context.workbook.worksheets.getItem(sheet);
        freezePanes.freezeRows(3);
        const location = freezePanes.getLocationOrNullObject();
        location.load('address');
        await context.sync();
        const address = location.address.split('!')[1];
        freezePanes.unfreeze();
        const none = freezePanes.getLocationOrNullObject();
        await context.sync();
        return [address, none.isNullObject];
      });
      same(seen, ['1:3', true]);
    },
  },
];
