/** Small parts of the desk's work. */
import type { OfficialUnit } from '../../core/consolidation/contributor-claims';
import type { WorkbookPlan } from '../../core/sheets/sheet-plan';
import { writeXlsx } from '../../files/write/write-xlsx';
import type { Settled } from './settled';

/** Whether files that were read can stay as they are checked. */
export function isSameExpected(a: Settled, b: Settled): boolean {
  const [one, other] = [a.consolidating.expected, b.consolidating.expected];
  return one.year === other.year && one.theme === other.theme && one.campaign === other.campaign;
}

/** The settings with the official list, once it was needed. */
export function withOfficial(settled: Settled, official: ReadonlyMap<string, OfficialUnit> | null): Settled {
  return official === null ? settled : { ...settled, consolidating: { ...settled.consolidating, official } };
}

export async function bytesOf(plan: WorkbookPlan): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeXlsx(plan));
}

/** The place of a fault, not its text, which might quote what a file holds. */
export function reportOf(error: unknown): string {
  return error instanceof Error ? `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}` : 'unknown';
}
