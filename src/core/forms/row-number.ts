/** The number in column TT, which Excel itself spoils: "1.10" becomes the number 1.1, "1.1" may become a date. */
import type { CellValue } from '../cells/cell';
import { cellText } from '../cells/cell-text';

/** A number at the head of a label: "1.1. Bồi dưỡng", "2) Số tin", "1.12- Các lớp". */
const LEADING = /^\s*(\d{1,2}(?:[.,]\d{1,2}){0,3})\s*(?:[.):\-–/]+\s*|\s+)(?=\S)/;

/** Brings "1.1.", " 1,1 ", "(1.1)" to "1.1"; null when it is no such number. */
export function normalizeRowNumber(text: string): string | null {
  const bare = text
    .replace(/^[\s('"]+|[\s.):,;'"–-]+$/g, '')
    .replace(/,/g, '.')
    .replace(/\s+/g, '');
  return /^\d{1,3}(\.\d{1,3}){0,3}[a-zđ]?$/i.test(bare) ? bare : null;
}

/**
 * Every number a TT cell may have meant, the likeliest first. The number 1.1 may be "1.1" or "1.10";
 * a date may be "1.10" that Excel turned into 1 October.
 */
export function rowNumberCandidates(value: CellValue): readonly string[] {
  if (value.kind === 'date') {
    const [, month, day] = value.iso.slice(0, 10).split('-').map(Number);
    if (month === undefined || day === undefined) return [];
    return [`${String(day)}.${String(month)}`, `${String(month)}.${String(day)}`];
  }
  if (value.kind !== 'number' && value.kind !== 'text') return [];
  const shown = normalizeRowNumber(cellText(value));
  if (shown === null) return [];
  const candidates = [shown];
  // One decimal digit of a number may have lost a final zero; two may show one that was never typed.
  if (value.kind === 'number' && /^\d+\.\d$/.test(shown)) candidates.push(`${shown}0`);
  if (value.kind === 'number' && /^\d+\.\d0$/.test(shown)) candidates.push(shown.slice(0, -1));
  return candidates;
}

/** Splits a label that carries its own number: "1.1. Bồi dưỡng" → ["1.1", "Bồi dưỡng"]. */
export function splitLeadingNumber(label: string): { readonly number: string | null; readonly text: string } {
  const match = LEADING.exec(label);
  if (match?.[1] === undefined) return { number: null, text: label.replace(/^\s*[-–+*•]\s*/, '') };
  return { number: normalizeRowNumber(match[1]), text: label.slice(match[0].length) };
}
