/** The worker in which the desk works: its messages, its readers (cores less one, at least one) and its clock. */
import type { PlaceAnswer } from '../../app/receive-items';
import { loadProvinces, namesOf, officialUnits } from '../../catalogue/administrative-units';
import { DEFAULT_FORM_ID, FORMS } from '../../catalogue/forms';
import { createPool } from '../../files/pool/pool';
import { wrapWebWorker } from '../../files/pool/web-worker';
import { reportOf } from './desk-parts';
import { createDeskWork } from './desk-work';
import type { DeskNews, DeskOrder } from './messages';
import type { ReaderSettings } from './read-worker';
import type { ReaderJob } from './reader-job';

function tell(news: DeskNews, transfer: Transferable[] = []): void {
  globalThis.postMessage(news, { transfer });
}

/** Small files are done in a millisecond: a reader that had to ask for each would wait as long again. */
const IN_HAND = 8;

/**
 * A reader takes a fifth of a second to start: one is started along with the desk, while the clerk still looks for the
 * files, and another one once it is gone with the files it was for.
 */
let ready: Worker | null = startReader();

function startReader(): Worker {
  return new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'reader' });
}

const desk = createDeskWork({
  tell,
  openReaders: (settings) => {
    const pool = createPool<ReaderJob, PlaceAnswer>({
      size: Math.max(1, navigator.hardwareConcurrency - 1),
      ahead: IN_HAND,
      createWorker: () => {
        const worker = ready ?? startReader();
        ready = null;
        worker.postMessage({ settings } satisfies ReaderSettings);
        return wrapWebWorker(worker);
      },
    });
    const cancel = (): void => {
      pool.cancel();
      ready ??= startReader();
    };
    return { ...pool, cancel };
  },
  forms: FORMS,
  defaultFormId: DEFAULT_FORM_ID,
  loadNames: async () => namesOf(await loadProvinces()),
  loadOfficial: async () => officialUnits(await loadProvinces()),
  now: () => performance.now(),
});

globalThis.addEventListener('message', (event: MessageEvent<DeskOrder>) => {
  desk.obey(event.data).catch((error: unknown) => {
    tell({ kind: 'failed', report: reportOf(error), id: null });
  });
});
