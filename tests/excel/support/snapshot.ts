/** What a workbook of the stand-in holds, as data that can be compared: nothing a person could see or save is left out. */
import type { Sheet } from '../../../src/standin/model/sheet';
import type { Workbook } from '../../../src/standin/model/workbook';

/** One sheet; the selection is nobody's content. */
export function sheetSnapshot(sheet: Sheet): Record<string, unknown> {
  const entries = <V>(map: ReadonlyMap<number, V>): (readonly [number, V])[] => [...map].sort(([a], [b]) => a - b);
  return structuredClone({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: entries(sheet.cells),
    formats: entries(sheet.formats),
    rows: entries(sheet.rows),
    columns: entries(sheet.columns),
    hyperlinks: entries(sheet.hyperlinks),
    merges: sheet.merges,
    validations: sheet.validations,
    conditionalFormats: sheet.conditionalFormats,
    customProperties: sheet.customProperties,
    pageLayout: sheet.pageLayout,
    freeze: sheet.freeze,
    protection: sheet.protection,
    autoFilter: sheet.autoFilter,
    showGridlines: sheet.showGridlines,
    tabColor: sheet.tabColor,
  });
}

export function workbookSnapshot(workbook: Workbook): unknown {
  return structuredClone({
    sheets: workbook.sheets.map(sheetSnapshot),
    names: workbook.names.map(({ name, formula, scope }) => ({ name, formula, scope: scope?.name ?? null })),
    tables: workbook.tables.map(({ name, range, sheet, columns, style }) => ({
      name,
      range,
      sheet: sheet.name,
      columns,
      style,
    })),
    xmlParts: workbook.xmlParts.map(({ xml, namespaceUri }) => ({ xml, namespaceUri })),
    settings: workbook.settings,
    properties: workbook.properties,
    active: workbook.active.name,
    calculationMode: workbook.calculationMode,
  });
}

/** The first places where two snapshots differ; empty where they are equal. A failed test then says what changed. */
export function differences(before: unknown, after: unknown, path = ''): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const branches = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!branches(before) || !branches(after)) {
    return [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`.slice(0, 300)];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const found: string[] = [];
  for (const key of keys) {
    const read = (value: object): unknown => (value as Record<string, unknown>)[key];
    found.push(...differences(read(before), read(after), `${path}/${key}`));
    if (found.length >= 5) break;
  }
  return found.slice(0, 5);
}
