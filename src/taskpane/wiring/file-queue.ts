/** The files of one run as the page hands them over, some at a time: the first are read while the others still come. */
import type { ReceivedItem } from '../../files/archive/expand';
import type { HandedFile } from './messages';
import { itemsOf } from './picked-items';

export interface FileQueue {
  /** More files of the run, in their order. */
  readonly push: (files: readonly HandedFile[]) => void;
  /** No more files come: all are there, or the run was stopped. */
  readonly close: () => void;
  /** The items to receive; ends when the queue is closed and empty. To be gone through once. */
  readonly items: AsyncIterable<ReceivedItem<File>>;
  /** How many files there are in all; null while more may come, and where an archive may hold any number. */
  readonly total: () => number | null;
}

export function createFileQueue(): FileQueue {
  const waiting: (readonly ReceivedItem<File>[])[] = [];
  let count = 0;
  let hasArchive = false;
  let isClosed = false;
  let wake: () => void = () => undefined;

  async function* items(): AsyncGenerator<ReceivedItem<File>, void, undefined> {
    for (;;) {
      const some = waiting.shift();
      if (some !== undefined) yield* some;
      else if (isClosed) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    push: (files) => {
      const some = itemsOf(files);
      count += some.length;
      hasArchive ||= some.some((item) => /\.zip$/i.test(item.path));
      waiting.push(some);
      wake();
    },
    close: () => {
      isClosed = true;
      wake();
    },
    items: items(),
    total: () => (isClosed && !hasArchive ? count : null),
  };
}

/** A queue of files that are all there. */
export function queueOf(files: readonly HandedFile[]): FileQueue {
  const queue = createFileQueue();
  queue.push(files);
  queue.close();
  return queue;
}
