/** Rows as a .csv text that Excel opens with the right letters, and in which no text becomes a formula. */

/** UTF-8 with a mark, commas, lines ended by CR LF (RFC 4180); every cell quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A text that begins like a formula would be calculated on opening: an apostrophe keeps it a text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
