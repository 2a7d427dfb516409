/** The readers of a run: opened when it begins, or before, when it is expected; then they rehearse until it begins. */
import type { ConsolidationSettings } from '../../app/consolidate-into-workbook';
import { createUnpacker, type PackedReceived } from '../../app/packed-received';
import type { PlaceAnswer } from '../../app/receive-items';
import type { ReceiveSettings } from '../../app/receive-workbook';
import { rehearse } from '../../app/rehearsal';
import type { Received } from '../../core/consolidation/received';
import type { FormDefinition } from '../../core/forms/definition';
import type { Pool } from '../../files/pool/pool';
import type { ReaderJob } from './reader-job';

export type OpenReaders = (settings: ReceiveSettings) => Pool<ReaderJob, PlaceAnswer>;

export interface Readers {
  readonly pool: Pool<ReaderJob, PlaceAnswer>;
  /** The one for all that they pack. */
  readonly unpack: (packed: PackedReceived) => Received;
  /** Resolves when they have nothing in hand. Rejects with `PoolCancelled` when they were sent away before. */
  readonly free: Promise<unknown>;
}

export interface PreparedReaders {
  /** Files to be read with these settings will probably come in a moment. */
  readonly expect: (settings: ConsolidationSettings, forms: readonly FormDefinition[]) => void;
  /** Readers for a run, in practice where it was expected. Whoever takes them sends them away. */
  readonly take: (settings: ConsolidationSettings, forms: readonly FormDefinition[]) => Readers;
}

/** More changes nothing: a browser optimises what ran some hundred times in each of the readers. */
const MOST_READ = 2_000;
/** A slow machine has other things to do. In milliseconds. */
const LONGEST = 3_000;

/** Readers that are opened now. */
export function openedNow(open: OpenReaders, settings: ReceiveSettings): Readers {
  return { pool: open(settings), unpack: createUnpacker(settings.form), free: Promise.resolve() };
}

interface Prepared {
  readonly readers: Readers;
  readonly settings: ConsolidationSettings;
  readonly forms: readonly FormDefinition[];
  /** The rehearsal ends. */
  readonly stop: () => void;
}

export function createPreparedReaders(open: OpenReaders, now: () => number): PreparedReaders {
  let prepared: Prepared | null = null;

  const dismiss = (): void => {
    prepared?.readers.pool.cancel();
    prepared = null;
  };
  const isFor = (one: Prepared, { form, expected }: ConsolidationSettings, forms: readonly FormDefinition[]): boolean =>
    one.settings.form === form && one.settings.expected === expected && one.forms === forms;

  function expect(settings: ConsolidationSettings, forms: readonly FormDefinition[]): void {
    if (prepared !== null && isFor(prepared, settings, forms)) return;
    dismiss();
    const { pool, unpack } = openedNow(open, readingBy(settings, forms));
    const until = now() + LONGEST;
    let isWanted = false;
    const free = rehearse(settings, pool, unpack, (begun) => isWanted || begun >= MOST_READ || now() > until);
    const mine: Prepared = {
      readers: { pool, unpack, free },
      settings,
      forms,
      stop: () => {
        isWanted = true;
      },
    };
    prepared = mine;
    // Nothing depends on it: readers that could not rehearse are not taken, and what is wrong shows in those that are.
    free.catch(() => {
      if (prepared === mine) dismiss();
    });
  }

  function take(settings: ConsolidationSettings, forms: readonly FormDefinition[]): Readers {
    if (prepared !== null && !isFor(prepared, settings, forms)) dismiss();
    const taken = prepared;
    prepared = null;
    taken?.stop();
    return taken?.readers ?? openedNow(open, readingBy(settings, forms));
  }

  return { expect, take };
}

function readingBy({ form, expected }: ConsolidationSettings, forms: readonly FormDefinition[]): ReceiveSettings {
  return { form, forms, expected, acceptProposals: false };
}
