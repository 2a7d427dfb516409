/** The worker in which the desk works: its messages, its readers and its clock. */
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
 * Two share two cores with the page and the browser, which are busy handing over files; where there are more cores, one is
 * left to them. More than four readers would wait for the desk: a file takes it a quarter of what it takes a reader.
 */
const CORES = navigator.hardwareConcurrency;
const READERS = CORES === 1 ? 1 : Math.min(4, Math.max(2, CORES - 1));

/** A reader takes a fifth of a second to start: the first one is started along with the desk. */
let first: Worker | null = startReader();

function startReader(): Worker {
  return new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'reader' });
}

const desk = createDeskWork({
  tell,
  openReaders: (settings) =>
    createPool<ReaderJob, PlaceAnswer>({
      size: READERS,
      ahead: IN_HAND,
      createWorker: () => {
        const worker = first ?? startReader();
        first = null;
        worker.postMessage({ settings } satisfies ReaderSettings);
        return wrapWebWorker(worker);
      },
    }),
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
