/** Small helpers for texts in sheets. */

/** A whole number with Vietnamese grouping: 1250 → "1.250". */
export function groupDigits(value: number): string {
  return String(value)
    .replace('.', ',')
    .replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, '.'));
}

/** The day in Viet Nam (UTC+7, no summer time) of a UTC time; null for what is no time. */
export function vietnameseDay(utc: string | null): string | null {
  if (utc === null) return null;
  const time = Date.parse(utc);
  if (Number.isNaN(time)) return null;
  const day = new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

/** Whether a text is a day that a spreadsheet can hold as a date: "2024-10-20", after February 1900. */
export function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso < '1900-03-01') return false;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso;
}
