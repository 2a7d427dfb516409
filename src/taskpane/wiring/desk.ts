/** The page's side of the desk: starts the worker, sends orders, hands on news. */
import type { DeskNews, DeskOrder } from './messages';

export interface Desk {
  readonly order: (order: DeskOrder) => void;
  /** Ends the worker with all it holds. */
  readonly close: () => void;
}

/** Opens a desk; `onNews` is told everything, a worker that cannot start included. */
export type OpenDesk = (onNews: (news: DeskNews) => void) => Desk;

/** A desk in a worker of its own. */
export const openDeskWorker: OpenDesk = (onNews) => {
  const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module', name: 'desk' });
  worker.addEventListener('message', (event: MessageEvent<DeskNews>) => {
    onNews(event.data);
  });
  worker.addEventListener('error', (event) => {
    onNews({ kind: 'failed', report: `desk: ${event.filename.split('/').at(-1) ?? ''}:${String(event.lineno)}` });
  });
  return {
    order: (order) => {
      worker.postMessage(order);
    },
    close: () => {
      worker.terminate();
    },
  };
};
