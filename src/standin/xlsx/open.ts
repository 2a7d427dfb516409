/** Opens a file into the workbook: what src/files reads of it – values, merges, hidden lines, number formats. */
import type { CellGrid, CellValue } from '../../core/cells/cell';
import { readWorkbook } from '../../files/read/read-workbook';
import { BLANK, type CellContent } from '../model/cell';
import { patchFormat } from '../model/cell-format';
import { autofitColumns, autofitRows } from '../model/autofit';
import { columnOf, keyOf, rowOf, type Sheet, type Visibility } from '../model/sheet';
import { putContent } from '../model/store';
import type { Workbook } from '../model/workbook';

const VISIBILITY: Readonly<Record<CellGrid['visibility'], Visibility>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** Why a file was refused, in words. */
const REASONS: Readonly<Record<string, string>> = {
  password: 'tệp được đặt mật khẩu',
  'not-a-workbook': 'đây không phải là tệp bảng tính',
  'empty-file': 'tệp không có nội dung',
  'too-large': 'tệp quá lớn',
  'too-many-cells': 'tệp có quá nhiều ô',
};

function toContent(value: CellValue): CellContent {
  switch (value.kind) {
    case 'number':
      return { value: value.value, type: 'Double', formula: null };
    case 'date':
      return { value: value.serial, type: 'Double', formula: null };
    case 'text':
      return { value: value.value, type: 'String', formula: null };
    case 'boolean':
      return { value: value.value, type: 'Boolean', formula: null };
    case 'error':
      return { value: value.code, type: 'Error', formula: null };
    default:
      return BLANK;
  }
}

const formatOf = (value: CellValue): string | null => {
  if (value.kind === 'date') return value.format ?? 'dd/mm/yyyy';
  return value.kind === 'number' ? (value.format ?? null) : null;
};

function fill(workbook: Workbook, sheet: Sheet, grid: CellGrid): void {
  for (const row of grid.rows) {
    if (row.hidden === true) sheet.rows.set(row.index, { hidden: true });
    for (const cell of row.cells) {
      const key = keyOf(row.index, cell.column);
      putContent(workbook, sheet, key, toContent(cell.value));
      const numberFormat = formatOf(cell.value);
      if (numberFormat !== null) sheet.formats.set(key, patchFormat(sheet.format(row.index, cell.column), { numberFormat }));
      if (cell.font !== undefined) {
        sheet.formats.set(key, patchFormat(sheet.format(row.index, cell.column), { fontName: cell.font }));
      }
    }
  }
  sheet.merges = [...grid.merges];
  for (const column of grid.hiddenColumns) sheet.columns.set(column, { hidden: true });
  fitToRead(workbook, sheet);
}

/** In points: wider columns would push the rest out of sight. */
const WIDEST = 190;

/** Widths are not among what src/files reads: columns fit their content up to a bound, longer texts wrap. */
function fitToRead(workbook: Workbook, sheet: Sheet): void {
  const used = sheet.usedRect(true);
  if (used === null) return;
  autofitColumns(workbook, sheet, used);
  for (const [column, info] of sheet.columns) {
    if ((info.width ?? 0) > WIDEST) sheet.columns.set(column, { ...info, width: WIDEST });
  }
  for (const [key, content] of sheet.cells) {
    const [row, column] = [rowOf(key), columnOf(key)];
    if (content.type !== 'String' || sheet.columnWidth(column) < WIDEST || sheet.mergeAt(row, column) !== null) continue;
    sheet.formats.set(key, patchFormat(sheet.format(row, column), { wrapText: true, verticalAlignment: 'Center' }));
  }
  if (used.bottom - used.top < 3000) autofitRows(workbook, sheet, used);
}

/**
 * Puts a file's sheets in the place of the workbook's own. Returns a sentence when the file cannot be read; the
 * workbook is then as it was. Formulas come as their results: that is what src/files reads.
 */
export function openWorkbook(workbook: Workbook, name: string, bytes: Uint8Array): string | null {
  const read = readWorkbook(bytes);
  if (!read.ok) return `Không mở được “${name}”: ${REASONS[read.error.code] ?? 'tệp bị hỏng'}.`;
  const before = [...workbook.sheets];
  workbook.sheets.splice(0);
  workbook.names.splice(0);
  workbook.tables.splice(0);
  workbook.xmlParts.splice(0);
  workbook.settings.splice(0);
  const sheets = read.value.sheets.map((grid) => ({ grid, sheet: workbook.addSheet(grid.sheet.slice(0, 31), 'person') }));
  for (const { grid, sheet } of sheets) {
    fill(workbook, sheet, grid);
    sheet.visibility = VISIBILITY[grid.visibility];
  }
  const shown = sheets.find(({ sheet }) => sheet.visibility === 'Visible')?.sheet ?? workbook.addSheet(null, 'person');
  for (const sheet of before) {
    sheet.deleted = true;
    workbook.stale.delete(sheet);
    workbook.emit({ kind: 'deleted', sheet, actor: 'person' });
  }
  workbook.name = name;
  workbook.properties.title = read.value.properties.title ?? '';
  workbook.activate(shown, 'person');
  for (const { sheet } of sheets) {
    workbook.note({ aspect: 'cells', sheet, rect: null });
    workbook.note({ aspect: 'layout', sheet });
  }
  workbook.note({ aspect: 'sheets' });
  workbook.note({ aspect: 'selection' });
  return null;
}
