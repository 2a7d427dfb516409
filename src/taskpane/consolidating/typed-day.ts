/** A day that was typed: "19/10/2024", "19-10-2024", "19.10.24". */

const DAY = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/;

/** The day as "2024-10-19"; empty for an empty text; null for anything that is no day of the calendar. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const match = DAY.exec(trimmed);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || full < 2000 || full > 2100) return null;
  return date.toISOString().slice(0, 10);
}
