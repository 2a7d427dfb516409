/** How many files came on which day: by what the clerk confirmed, else by what the file offers. */
import type { ReceiptLine } from '../wiring/messages';

export interface DayCount {
  readonly day: string;
  readonly confirmed: number;
  readonly offered: number;
}

/** Days that have files, in order; files without any day are not drawn. `most` is at least 1. */
export function filesByDay(receipts: readonly ReceiptLine[]): { readonly days: readonly DayCount[]; readonly most: number } {
  const days = new Map<string, { confirmed: number; offered: number }>();
  for (const { confirmed, offered } of receipts) {
    const day = confirmed?.slice(0, 10) ?? offered;
    if (day === null) continue;
    const count = days.get(day) ?? { confirmed: 0, offered: 0 };
    if (confirmed === null) count.offered += 1;
    else count.confirmed += 1;
    days.set(day, count);
  }
  const list = [...days].map(([day, count]) => ({ day, ...count })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return { days: list, most: Math.max(1, ...list.map((one) => one.confirmed + one.offered)) };
}
