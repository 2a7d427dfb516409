/**
 * A run that nobody asked for, so that the one somebody will ask for is fast from its first file on: a browser runs a function
 * slowly until it has run some hundred times, which the thirty workbooks of a district never reach. The whole line works, from
 * bytes to the consolidation, over the form itself, filled for invented units with figures that mean nothing. What comes of it
 * is dropped; what readers remember of any file never shows in a result (tests/rules/fast.md).
 */
import { NO_DECISIONS } from '../core/campaign/decisions';
import { fieldKey, type FormDefinition } from '../core/forms/definition';
import { daysOfWeek } from '../core/forms/list/list-part';
import type { Received } from '../core/consolidation/received';
import { ok } from '../core/result';
import { planFormWorkbook, type FormSheetOptions } from '../core/sheets/plan-form';
import type { ReceivedItem } from '../files/archive/expand';
import type { Pool } from '../files/pool/pool';
import { xlsxWriter } from '../files/write/write-xlsx';
import { sheetWords } from '../messages/sheet-words';
import { consolidationWith, type ConsolidationSettings } from './consolidate-into-workbook';
import type { PackedReceived } from './packed-received';
import { receiveItems, type PlaceAnswer, type PlaceJob } from './receive-items';
import type { FileJob } from './receive-one';

/** So many workbooks that differ, over and over: to write one takes as long as to read several. */
const WORKBOOKS = 40;

/** So many are with readers at once: the run that comes waits for them, and the first ones take long. */
const IN_HAND = 4;

/** The form as units send it in, one workbook after the other, without end; the same ones at every call. */
export function* rehearsalItems(form: FormDefinition): Generator<ReceivedItem<never>, never, undefined> {
  const write = xlsxWriter();
  const made: ReceivedItem<never>[] = [];
  for (let number = 1; number <= WORKBOOKS; number += 1) {
    const unit = { code: null, name: `UBND xã số ${String(number)}` };
    const heading = { purpose: 'blank', year: form.year, attachedTo: null, unit } as const;
    const plan = planFormWorkbook(form, { ...heading, ...contentOf(form, number), words: sheetWords, sheetName: null });
    const bytes = ok(write(plan));
    const item = { path: `${String(number)}.xlsx`, fileTime: null, read: () => Promise.resolve(bytes) };
    made.push(item);
    yield item;
  }
  for (;;) yield* made;
}

/** What the unit of this number filled in: two rows of three, some with a note; of a list two days of three. Each unit others. */
function contentOf(form: FormDefinition, number: number): Pick<FormSheetOptions, 'values' | 'notes' | 'lines'> {
  if (form.kind === 'list') {
    const { columns, week } = form.list;
    const days = week === null ? [null] : daysOfWeek(week).filter((_, place) => (place + number) % 3 !== 0);
    const texts = Object.fromEntries(columns.map(({ id }) => [id, `Nội dung ${String(number)}`]));
    return { lines: days.map((day) => ({ day, texts })) };
  }
  const values = new Map<string, number>();
  const notes = new Map<string, string>();
  for (const [place, row] of form.indicators.entries()) {
    if (row.rollUp !== null || (place + number) % 3 === 0) continue;
    for (const { measure } of row.fields) values.set(fieldKey(row.id, measure), 1 + ((number * 37 + place * 11) % 400));
    if ((place + number) % 10 === 1) notes.set(row.id, `Ghi chú ${String(number)}`);
  }
  return { values, notes };
}

/**
 * Rehearses with readers until `isEnough`, which is asked before every workbook with the number of those begun; ends when the
 * readers have nothing in hand any more. Gives how many were read. `unpack` is the one for all that these readers pack.
 * Rejects with `PoolCancelled` when the pool is cancelled.
 */
export async function rehearse<Place>(
  settings: ConsolidationSettings,
  pool: Pool<FileJob | PlaceJob<Place>, PlaceAnswer>,
  unpack: (packed: PackedReceived) => Received,
  isEnough: (begun: number) => boolean,
): Promise<number> {
  let done = 0;
  let wake: () => void = () => undefined;
  async function* items(): AsyncGenerator<ReceivedItem<Place>, void, undefined> {
    const all = rehearsalItems(settings.form);
    for (let begun = 0; ; begun += 1) {
      while (begun - done >= IN_HAND) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (isEnough(begun)) return;
      yield all.next().value;
    }
  }
  // Nobody's roster and nobody's decisions: who the invented units are is not looked for.
  const consolidating = { ...settings, roster: null, decisions: NO_DECISIONS, findings: [] };
  let some: Received[] = [];
  const read = await receiveItems<Place>(items(), pool, unpack, (one) => {
    done += 1;
    wake();
    some.push(one);
    if (some.length < WORKBOOKS) return;
    consolidationWith(some, consolidating, []);
    some = [];
  });
  return read.length;
}
