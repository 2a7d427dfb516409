/**
 * The desk: the worker that opens archives, hands files to reading workers, consolidates and writes the workbook, so
 * that the page only paints. It keeps what was read between orders; the page gets what it shows.
 */
import type { PackedReceived } from '../../app/packed-received';
import { receiveFiles, type FileJob } from '../../app/receive-files';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../../catalogue/forms';
import type { Consolidation } from '../../core/consolidation/consolidation';
import { consolidate } from '../../core/consolidation/consolidate';
import type { Received } from '../../core/consolidation/received';
import type { FormDefinition } from '../../core/forms/definition';
import { planSummary } from '../../core/sheets/plan-summary';
import { expandReceived } from '../../files/archive/expand';
import { createPool, PoolCancelled, type Pool } from '../../files/pool/pool';
import { wrapWebWorker } from '../../files/pool/web-worker';
import { writeXlsx } from '../../files/write/write-xlsx';
import { sheetWords } from '../../messages/sheet-words';
import { describeReason, STATE_WORDS } from '../../messages/submission-words';
import { describeFinding } from '../../messages/vi';
import type { DeskNews, DeskOrder, FormChoice, ReadFile } from './messages';
import { outcomeOf } from './outcome';
import { itemsOf } from './picked-items';
import type { ReaderSettings } from './read-worker';

/** News of progress are gathered, so that a thousand files do not paint a thousand times. In milliseconds. */
const NEWS_EVERY = 100;
/** Names shown while reading. */
const RECENT = 5;

let form: FormDefinition | undefined;
let received: readonly Received[] = [];
let consolidation: Consolidation | null = null;
let current: { readonly run: number; readonly pool: Pool<FileJob, PackedReceived> } | null = null;

function tell(news: DeskNews, transfer: Transferable[] = []): void {
  globalThis.postMessage(news, { transfer });
}

function createReaders(of: FormDefinition): Pool<FileJob, PackedReceived> {
  const settings: ReaderSettings['settings'] = {
    form: of,
    forms: FORMS,
    expected: { year: of.year, theme: null },
    acceptProposals: false,
  };
  return createPool<FileJob, PackedReceived>({
    size: Math.max(1, navigator.hardwareConcurrency - 1),
    createWorker: () => {
      const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module', name: 'reader' });
      worker.postMessage({ settings } satisfies ReaderSettings);
      return wrapWebWorker(worker);
    },
  });
}

async function receive(order: Extract<DeskOrder, { kind: 'receive' }>): Promise<void> {
  const wanted = findForm(order.formId ?? DEFAULT_FORM_ID);
  if (wanted === undefined) throw new Error(`no form ${order.formId ?? ''}`);
  current?.pool.cancel();
  const kept = wanted === form ? received : [];
  const pool = createReaders(wanted);
  current = { run: order.run, pool };
  const items = itemsOf(order.files);
  const total = items.some((item) => /\.zip$/i.test(item.path)) ? null : items.length;
  let done = 0;
  let recent: ReadFile[] = [];
  let told = 0;
  try {
    const added = await receiveFiles(expandReceived(items), pool, (one) => {
      done += 1;
      recent = [{ path: one.file, readable: one.outcome !== 'refused' }, ...recent].slice(0, RECENT);
      const now = performance.now();
      if (now - told < NEWS_EVERY) return;
      told = now;
      tell({ kind: 'progress', run: order.run, done, total, recent });
    });
    // Another run began, or this one was stopped, between two files.
    if (current.run !== order.run) return;
    form = wanted;
    received = [...kept, ...added];
    consolidation = consolidate(wanted, received, { roster: null });
    tell({ kind: 'outcome', run: order.run, outcome: outcomeOf(consolidation) });
  } catch (error) {
    // What was read before stays; of the stopped run nothing does.
    if (!(error instanceof PoolCancelled)) throw error;
  } finally {
    pool.cancel();
  }
}

async function write(today: string): Promise<void> {
  if (consolidation === null) throw new Error('nothing was consolidated');
  const plan = planSummary(consolidation, {
    words: sheetWords,
    year: consolidation.form.year,
    attachedTo: null,
    office: null,
    consolidatedOn: today,
    describe: describeFinding,
    describeState: (one) => ({ state: STATE_WORDS[one.state], reason: describeReason(one) }),
  });
  const bytes = new Uint8Array(await writeXlsx(plan));
  tell({ kind: 'workbook', bytes }, [bytes.buffer]);
}

async function obey(order: DeskOrder): Promise<void> {
  switch (order.kind) {
    case 'receive':
      await receive(order);
      break;
    case 'cancel':
      if (current?.run === order.run) {
        current.pool.cancel();
        current = { run: -1, pool: current.pool };
      }
      break;
    case 'forget':
      current?.pool.cancel();
      current = null;
      form = undefined;
      received = [];
      consolidation = null;
      break;
    case 'write':
      await write(order.today);
      break;
  }
}

globalThis.addEventListener('message', (event: MessageEvent<DeskOrder>) => {
  obey(event.data).catch((error: unknown) => {
    // The place of the fault, not its text, which might quote what a file holds.
    const report = error instanceof Error ? `${error.name}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}` : 'unknown';
    tell({ kind: 'failed', report });
  });
});

const choices: readonly FormChoice[] = FORMS.map(({ id, name, annexLabel, year }) => ({ id, name, annexLabel, year }));
tell({ kind: 'ready', forms: choices, formId: DEFAULT_FORM_ID });
