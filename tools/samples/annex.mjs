/**
 * One sample unit as a sheet plan: the table a unit made itself, with whatever it did to columns, rows and labels, or
 * the product's own form filled in. Both are then written by the product's writer, or by SheetJS in another format.
 */

/** Column letters of what is typed into a row: "count" and "people" are the form's two measures. */
const OFFICIAL = [
  { role: 'number', header: 'TT' },
  { role: 'label', header: 'Nội dung các hoạt động' },
  { role: 'unit', header: 'Đơn vị' },
  { role: 'count', header: 'Số lớp/số cuộc thi', group: 'Số lượng' },
  { role: 'people', header: 'Người', group: 'Số lượng' },
  { role: 'note', header: 'Ghi chú' },
];
const WIDTHS = { number: 6, label: 44, unit: 13, count: 13, people: 11, own: 12, note: 14 };
const STYLES = {
  number: 'tt',
  label: 'label',
  unit: 'unitOfMeasure',
  count: 'number',
  people: 'number',
  own: 'text',
  note: 'note',
};
export const MEASURES = ['count', 'people'];

/** What is typed into a row, whether it is written short ([3, 60]) or long ({ typed: […] }). */
export function typedOf(entry) {
  if (entry === undefined) return { typed: [], note: '' };
  return Array.isArray(entry) ? { typed: entry, note: '' } : { typed: entry.typed, note: entry.note ?? '' };
}

/** A typed value of the data as a planned value; null for nothing. Errors only exist in formats SheetJS writes. */
function planned(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'string') return { kind: 'text', value };
  if ('date' in value) return { kind: 'date', iso: value.date };
  if ('error' in value) return { kind: 'error', code: value.error };
  return { kind: 'formula', formula: value.formula, result: value.result };
}

/** The rows of the form as this unit has them: deleted, moved, added, relabelled. */
function rowsOf(form, unit) {
  let rows = form.indicators.map((row) => ({
    id: row.id,
    number: row.number,
    label: unit.labels?.[row.id] ?? row.text,
    unit: row.unitOfMeasure,
    heading: row.kind === 'heading',
    free: row.kind === 'free',
  }));
  if (unit.kept !== undefined) rows = rows.filter((row) => unit.kept.includes(row.id));
  if (unit.moved !== undefined) {
    const row = rows.find((one) => one.id === unit.moved.row);
    rows = rows.filter((one) => one !== row);
    rows.splice(
      rows.findIndex((one) => one.id === unit.moved.before),
      0,
      row,
    );
  }
  for (const { after, cells } of unit.added ?? []) {
    rows.splice(rows.findIndex((one) => one.id === after) + 1, 0, { id: null, cells });
  }
  return rows;
}

/** TT as the unit typed it: text, or a number, whereby Excel makes 1.1 of 1.10. */
function numberOf(text, unit) {
  if (text === '') return null;
  return unit.numbers === 'number' ? Number(text) : text;
}

function cellsOf(row, unit, report) {
  if (row.id === null) return row.cells;
  const { typed, note } = typedOf(report[row.id]);
  const cells = { number: numberOf(row.number, unit), label: row.label, unit: row.unit, note, own: unit.own?.[row.id] ?? null };
  MEASURES.forEach((measure, index) => {
    cells[measure] = typed[index] ?? null;
  });
  if (row.free && unit.free !== undefined) cells.count = unit.free;
  return cells;
}

/** Title, letterhead or unit line, header, rows and signature of a table that the unit made itself. */
export function planOwn(form, year, unit, { sheetName, report, visibility, title }) {
  const columns = unit.columns ?? OFFICIAL;
  const cells = [];
  const merges = [];
  const put = (row, column, value, style) => {
    const one = planned(value);
    if (one !== null && !(one.kind === 'text' && one.value === '')) {
      cells.push({ row, column, value: one, style: one.kind === 'date' ? 'date' : style });
    } else if (style === 'number') cells.push({ row, column, value: null, style });
  };
  const last = columns.length - 1;
  let row = 0;
  for (const line of unit.letterhead ?? []) {
    for (const [column, text] of line) put(row, column, text, 'officeName');
    row += 1;
  }
  const lines = title ?? unit.title ?? form.title.filled.map((one) => one.replaceAll('{year}', String(year)));
  for (const line of [form.annexLabel, ...lines]) {
    put(row, 0, line, 'title');
    merges.push({ top: row, left: 0, bottom: row, right: last });
    row += 1;
  }
  if (unit.letterhead === undefined) {
    put(row, 0, unit.unitLine ?? `Đơn vị báo cáo: ${unit.unit.written ?? unit.unit.name}`, 'unitLine');
    merges.push({ top: row, left: 0, bottom: row, right: last });
  }
  row += 2;
  const headerTop = row;
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      put(row, index, column.header, 'header');
      merges.push({ top: row, left: index, bottom: row + 1, right: index });
      return;
    }
    put(row + 1, index, column.header, 'header');
    if (columns[index - 1]?.group === column.group) return;
    put(row, index, column.group, 'header');
    merges.push({ top: row, left: index, bottom: row, right: columns.findLastIndex((one) => one.group === column.group) });
  });
  row += 2;
  if (unit.numberedColumns) {
    columns.forEach((_, index) => put(row, index, `(${index + 1})`, 'columnNote'));
    row += 1;
  }
  const rows = rowsOf(form, unit);
  for (const one of rows) {
    const values = cellsOf(one, unit, report);
    columns.forEach((column, index) => {
      const style = column.role === 'label' && one.heading ? 'labelHeading' : STYLES[column.role];
      put(row, index, values[column.role], style);
    });
    row += 1;
  }
  row += 1;
  for (const [column, text] of unit.below ?? []) put(row, column, text, 'small');
  put(row + 1, 2, 'THỦ TRƯỞNG ĐƠN VỊ', 'signature');
  put(row + 2, 2, '(Đã ký)', 'signatureNote');
  return {
    name: sheetName,
    visibility,
    cells,
    merges,
    columnWidths: columns.map((column) => WIDTHS[column.role]),
    rowHeights: new Map(),
    hiddenColumns: [],
    validations: [],
    conditionalFormats: [],
    tables: [],
    autoFilter: null,
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: 'portrait',
      titleRows: { first: headerTop, last: headerTop + 1 },
      fitToWidth: true,
      pagesWide: 1,
      titleColumns: null,
      printArea: null,
      margins: 'document',
    },
    gridLines: true,
    editable: null,
    role: 'annex',
  };
}

/** The workbook of a unit that made its own table. */
export function ownWorkbook(form, year, unit) {
  const sheets = [
    planOwn(form, year, unit, { sheetName: unit.sheetName ?? 'PL II', report: unit.report, visibility: 'visible' }),
  ];
  if (unit.hiddenSheet !== undefined) {
    const { name, title, report } = unit.hiddenSheet;
    const lines = [form.title.filled[0], title];
    sheets.unshift(planOwn(form, year, unit, { sheetName: name, report, visibility: 'hidden', title: lines }));
  }
  return { title: 'Phụ lục II', sheets, names: {}, properties: {} };
}

/** What `planForm` needs to know of a unit that filled in the form that was sent out. Only plain numbers are typed there. */
export function sentOptions(unit, year, words) {
  const values = new Map();
  const notes = new Map();
  for (const [id, entry] of Object.entries(unit.report)) {
    const { typed, note } = typedOf(entry);
    typed.forEach((value, index) => {
      if (value !== null) values.set(`${id}/${MEASURES[index]}`, value);
    });
    if (note !== '') notes.set(id, note);
  }
  if (unit.free !== undefined) notes.set('11', unit.free);
  return { words, purpose: 'blank', year, attachedTo: null, unit: unit.unit, sheetName: null, values, notes };
}
