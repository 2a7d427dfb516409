/** Names of sheets that every spreadsheet program accepts, and references to them. */

const LONGEST = 31;

/**
 * Makes a name legal: no : \ / ? * [ ], no control characters, no apostrophe at either end, 1 to 31 characters, not
 * "History" (which Excel keeps for itself), and other than all of `taken` whatever the case ("Chi tiết (2)").
 */
export function legalSheetName(wanted: string, taken: readonly string[] = []): string {
  const clean = wanted
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[:\\/?*[\]\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '');
  const base = clean === '' || clean.toLowerCase() === 'history' ? `Trang ${clean}`.trim() : clean;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy += 1) {
    const tail = copy === 1 ? '' : ` (${String(copy)})`;
    const name = cutAt(base, LONGEST - tail.length).replace(/['\s]+$/, '') + tail;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** A sheet's name as a formula writes it: 'Chi tiết'. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The first `length` UTF-16 units of a text, never half a character. */
export function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
