/** An Excel table (xl/tables/tableN.xml), ECMA-376 Part 1, 18.5. Its column names must equal the texts of its header row. */
import type { PlanTable, SheetPlan } from '../../core/sheets/sheet-plan';
import { rangeAddress } from './references';
import { attributes, escapePlain, XML_HEAD } from './xml-text';

/** Throws where plan and table disagree: Excel would call the file damaged. */
export function tableXml(sheet: SheetPlan, table: PlanTable, id: number): string {
  checkHeader(sheet, table);
  const columns = table.columns.map((name, index) => {
    const formula = Object.hasOwn(table.calculated, name) ? table.calculated[name] : undefined;
    const head = `<tableColumn${attributes({ id: index + 1, name })}`;
    return formula === undefined
      ? `${head}/>`
      : `${head}><calculatedColumnFormula>${escapePlain(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  const ref = rangeAddress(table.range);
  return (
    `${XML_HEAD}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
    `${attributes({ id, name: table.name, displayName: table.name, ref, totalsRowShown: 0 })}><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${String(columns.length)}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" ' +
    'showColumnStripes="0"/></table>'
  );
}

function checkHeader(sheet: SheetPlan, table: PlanTable): void {
  const { top, left, bottom, right } = table.range;
  const problem = (what: string): Error => new Error(`table ${table.name} on sheet "${sheet.name}": ${what}`);
  if (right - left + 1 !== table.columns.length) throw problem('range and columns differ in number');
  if (bottom <= top) throw problem('needs a row below its header');
  if (new Set(table.columns.map((name) => name.toLowerCase())).size !== table.columns.length)
    throw problem('a header stands twice');
  const header = new Map(sheet.cells.filter((cell) => cell.row === top).map((cell) => [cell.column, cell.value]));
  table.columns.forEach((name, index) => {
    const value = header.get(left + index) ?? null;
    if (value === null || value.kind !== 'text' || value.value !== name) throw problem(`no header cell says "${name}"`);
  });
}
