/** The page's side of the desk: starts the worker, sends orders, keeps questions until they are answered, hands on news. */
import { handedOver } from './handed-files';
import type { DeskNews, DeskOrder, QuestionKind, Questions } from './messages';

/** What the page hears besides answers to its own questions. */
export type PlainNews = Exclude<DeskNews, { kind: 'answer' }>;
export type PlainOrder = Exclude<DeskOrder, { kind: 'ask' }>;

export interface Desk {
  readonly order: (order: PlainOrder) => void;
  /** Asks; rejects with `DeskFailure` where the desk met a bug or was closed. */
  readonly ask: <K extends QuestionKind>(about: K, ask: Questions[K]['ask']) => Promise<Questions[K]['answer']>;
  /** Ends the worker with all it holds. */
  readonly close: () => void;
}

/** Opens a desk; `onNews` is told everything, a worker that cannot start included. */
export type OpenDesk = (onNews: (news: PlainNews) => void) => Desk;

/** A question that got no answer. The report names no data. */
export class DeskFailure extends Error {
  constructor(readonly report: string) {
    super('the desk failed');
  }
}

/** A desk behind any way of sending orders; `hear` takes what comes back. */
export function deskOver(
  send: (order: DeskOrder) => void,
  onNews: (news: PlainNews) => void,
  end: () => void,
): { readonly desk: Desk; readonly hear: (news: DeskNews) => void } {
  const waiting = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (why: DeskFailure) => void }>();
  let last = 0;
  const rejectAll = (report: string): void => {
    for (const { reject } of waiting.values()) reject(new DeskFailure(report));
    waiting.clear();
  };
  const desk: Desk = {
    order: (order) => {
      send('files' in order ? { ...order, files: handedOver(order.files) } : order);
    },
    ask: (about, ask) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        send({ kind: 'ask', id: last, about, ask } as DeskOrder);
      }),
    close: () => {
      end();
      rejectAll('closed');
    },
  };
  const hear = (news: DeskNews): void => {
    if (news.kind === 'answer') {
      waiting.get(news.id)?.resolve(news.answer as never);
      waiting.delete(news.id);
      return;
    }
    if (news.kind === 'failed' && news.id !== null) {
      waiting.get(news.id)?.reject(new DeskFailure(news.report));
      waiting.delete(news.id);
      return;
    }
    // A desk that broke answers nothing more.
    if (news.kind === 'failed') rejectAll(news.report);
    onNews(news);
  };
  return { desk, hear };
}

/** A desk in a worker of its own. */
export const openDeskWorker: OpenDesk = (onNews) => {
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module', name: 'desk' });
  const { desk, hear } = deskOver(
    (order) => {
      worker.postMessage(order);
    },
    onNews,
    () => {
      worker.terminate();
    },
  );
  worker.addEventListener('message', (event: MessageEvent<DeskNews>) => {
    hear(event.data);
  });
  worker.addEventListener('error', (event) => {
    hear({ kind: 'failed', report: `desk: ${event.filename.split('/').at(-1) ?? ''}:${String(event.lineno)}`, id: null });
  });
  return desk;
};
