/** `--chase`: the list of units to remind, with their texts, as .xlsx or .csv. */
import { chase, chaseWorkbook } from '../app/chase';
import type { RosterIndex } from '../core/campaign/identify';
import type { Ledger } from '../core/campaign/ledger';
import type { Consolidation } from '../core/consolidation/consolidation';
import { writeXlsx } from '../files/write/write-xlsx';
import type { Settled } from './settle';
import { writeBeside } from './write-beside';

/** Writes the list; returns the path where that failed. `today` null takes the computer's day in Vietnam. */
export async function writeChase(
  path: string,
  today: string | null,
  result: Consolidation,
  ledger: Ledger,
  settled: Settled & { readonly roster: RosterIndex },
): Promise<string | null> {
  const { roster, campaign } = settled;
  const list = chase(result, ledger, { roster, campaign, today: today ?? vietnameseToday() });
  try {
    await writeBeside(path, /\.csv$/i.test(path) ? list.csv : await writeXlsx(chaseWorkbook(list)));
    return null;
  } catch {
    return path;
  }
}

/** The day it is in Vietnam (UTC+7), wherever the computer stands. */
function vietnameseToday(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
