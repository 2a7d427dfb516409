/** What was typed into the fields of a form, as figures or as flaws. */
import { parseFormattedNumber } from '../../core/cells/number-format';

export interface TypedFigures {
  /** Field key → figure. Fields left blank are not reported. */
  readonly values: Readonly<Record<string, number>>;
  /** Keys whose text is no whole number from 0 upwards. */
  readonly wrong: readonly string[];
}

/** Reads "1.250", "1250", " 12 ": thousands by dots, as Vietnamese are written. */
export function readTyped(texts: Readonly<Record<string, string>>): TypedFigures {
  const values: Record<string, number> = {};
  const wrong: string[] = [];
  for (const [key, text] of Object.entries(texts)) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const value = /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : parseFormattedNumber(trimmed);
    if (value === null || !Number.isInteger(value) || value < 0 || value > 1e15) wrong.push(key);
    else values[key] = value;
  }
  return { values, wrong };
}
