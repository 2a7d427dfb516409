/** The written part of a unit's workbook: a sheet "Báo cáo", as it was sent out and filled in, or in the unit's own lines. */

export function withWords(plan, sheet) {
  return sheet === null ? plan : { ...plan, sheets: [...plan.sheets, sheet] };
}

/** Lines typed one below the other; the frame of a sheet comes from the one that is sent out. */
export function ownWords({ words }, blank) {
  if (words === undefined) return null;
  const cells = words.map((line, row) => ({ row, column: 0, value: { kind: 'text', value: line }, style: 'text' }));
  const page = { ...blank.page, printArea: null };
  return {
    ...blank,
    cells,
    merges: [],
    columnWidths: [100],
    rowHeights: new Map(),
    validations: [],
    editable: null,
    page,
    role: 'none',
  };
}

/** Column of the first place to write in, by part: a document fills five columns, a proposal two places. */
const PLACES = { documents: [1, 2, 3, 4, 5], proposals: [1, 3] };

/** The sheet that was sent out with the unit's words in their places. */
export function sentWords({ words }, blank) {
  if (words === undefined) return null;
  const parts = ['documents', 'direction', 'activities', 'strengths', 'weaknesses', 'proposals', 'photos'];
  // The first numbered row of each part, in the order of the sheet.
  const starts = blank.cells
    .filter((cell) => cell.column === 0 && cell.value?.kind === 'number' && cell.value.value === 1)
    .map((cell) => cell.row);
  const typed = new Map();
  parts.forEach((part, index) => {
    (words[part] ?? []).forEach((entry, line) => {
      const values = Array.isArray(entry) ? entry : [entry];
      values.forEach((value, place) => typed.set(`${starts[index] + line} ${(PLACES[part] ?? [1])[place]}`, value));
    });
  });
  const cells = blank.cells.map((cell) => {
    const value = typed.get(`${cell.row} ${cell.column}`);
    if (value === undefined) return cell;
    return { ...cell, value: typeof value === 'string' ? { kind: 'text', value } : { kind: 'date', iso: value.date } };
  });
  return { ...blank, cells };
}
