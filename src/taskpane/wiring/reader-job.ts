/** What a reader does: small files and members of archives it gets as bytes; a large file it opens by itself, so that photos in it are never loaded. */
import type { PackedReceived } from '../../app/packed-received';
import { receiveJob, type FileJob } from '../../app/receive-one';
import { packPlace, receivePlace, type PlaceAnswer, type PlaceJob } from '../../app/receive-items';
import type { ReceiveSettings } from '../../app/receive-workbook';
import type { Received } from '../../core/consolidation/received';
import { fail, ok } from '../../core/result';
import { blobSource, type ReadBlob } from '../../files/blob-source';
import { describeBytes } from '../../files/read/limits';
import { MOST_BYTES, timeOf } from './picked-items';

export type ReaderJob = FileJob | PlaceJob<File>;

/** Answers a job; `readNow` is how this thread reads files. */
export function answerReader(
  job: ReaderJob,
  settings: ReceiveSettings,
  pack: (received: Received) => PackedReceived,
  readNow: ReadBlob,
): PlaceAnswer | Promise<PlaceAnswer> {
  if (!('source' in job)) return receiveJob(job, settings, pack);
  const { file, source } = job;
  const isTooLarge = source.size > MOST_BYTES;
  const content = isTooLarge ? fail({ code: 'too-large', detail: describeBytes(MOST_BYTES) } as const) : ok(blobSource(source, readNow));
  return packPlace(receivePlace(file, timeOf(source), content, settings), pack);
}
