/** Dates as spreadsheets count them: days since 30 December 1899 (right for every day after February 1900). */

const DAY = 86_400_000;
const ZERO = Date.UTC(1899, 11, 30);

/** The serial number of an ISO date "2024-10-20". Throws for anything else: plans hold dates that were checked. */
export function dateSerial(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const time = match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) throw new Error(`"${iso}" is no date`);
  return (time - ZERO) / DAY;
}
