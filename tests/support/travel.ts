/** The way between threads: packed, copied as threads copy, unpacked. */
import { createPacker, createUnpacker } from '../../src/app/packed-received';
import type { PlaceAnswer } from '../../src/app/receive-items';
import type { Received } from '../../src/core/consolidation/received';
import type { FormDefinition } from '../../src/core/forms/definition';

/** Received files as they arrive from one worker, in their order. */
export function travelAll(form: FormDefinition, all: readonly Received[]): readonly Received[] {
  const [pack, unpack] = [createPacker('worker'), createUnpacker(form)];
  return all.map((one) => unpack(structuredClone(pack(one))));
}

/** A worker's first answer, as it arrives; not that of an archive. */
export function arrived(form: FormDefinition, answer: PlaceAnswer): Received {
  if (answer === 'archive') throw new Error('an archive');
  return createUnpacker(form)(answer);
}

export function travel(form: FormDefinition, one: Received): Received {
  const [arrived] = travelAll(form, [one]);
  if (arrived === undefined) throw new Error('lost on the way');
  return arrived;
}
