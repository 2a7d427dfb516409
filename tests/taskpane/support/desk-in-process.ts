/**
 * The real desk without threads: orders and news are copied as between threads, files are read by the real reader in this
 * process. For tests of the desk itself and of the screens over it.
 */
import './node-globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import { createPacker } from '../../../src/app/packed-received';
import type { PlaceAnswer } from '../../../src/app/receive-items';
import { loadProvinces, officialUnits } from '../../../src/catalogue/administrative-units';
import { DEFAULT_FORM_ID, FORMS } from '../../../src/catalogue/forms';
import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import type { OfficialUnit } from '../../../src/core/consolidation/contributor-claims';
import type { ReadBlob } from '../../../src/files/blob-source';
import { createPool } from '../../../src/files/pool/pool';
import type { JobMessage, WorkerHandle } from '../../../src/files/pool/worker-handle';
import { reportOf } from '../../../src/taskpane/wiring/desk-parts';
import { createDeskWork } from '../../../src/taskpane/wiring/desk-work';
import { answerReader, type ReaderJob } from '../../../src/taskpane/wiring/reader-job';
import { deskOver, type OpenDesk, type PlainNews } from '../../../src/taskpane/wiring/desk';
import type {
  DeskOrder,
  DeskSettings,
  Outcome,
  PickedFile,
  QuestionKind,
  Questions,
} from '../../../src/taskpane/wiring/messages';

const SAMPLES = join(__dirname, '..', '..', '..', 'samples');

export interface ReaderHooks {
  /** Waited for before each file is read. */
  readonly beforeFile?: (file: string) => Promise<void>;
  /** Told when readers are opened. */
  readonly onOpened?: () => void;
  /** In the place of the real clock. */
  readonly now?: () => number;
  /** In the place of the catalogue's official list. */
  readonly loadOfficial?: () => Promise<ReadonlyMap<string, OfficialUnit>>;
}

/** Opens desks in this process. */
export function openInProcess(hooks: ReaderHooks = {}): OpenDesk {
  return (onNews) => {
    let isOpen = true;
    const { desk, hear } = deskOver(
      (order) => {
        const copy = copied(order);
        // As between threads: what is sent arrives later.
        later(() => {
          if (!isOpen) return;
          work.obey(copy).catch((error: unknown) => {
            hear({ kind: 'failed', report: reportOf(error), id: null });
          });
        });
      },
      onNews,
      () => {
        isOpen = false;
      },
    );
    const work = createDeskWork({
      tell: (news) => {
        const copy = clone(news);
        later(() => {
          if (isOpen) hear(copy);
        });
      },
      openReaders: (settings) => {
        hooks.onOpened?.();
        return createPool<ReaderJob, PlaceAnswer>({
          size: 2,
          createWorker: () => {
            const pack = createPacker(crypto.randomUUID());
            return inProcess(async (job) => {
              await hooks.beforeFile?.(job.file);
              return answerReader(job, settings, pack, await readingOf(job));
            });
          },
        });
      },
      forms: FORMS,
      defaultFormId: DEFAULT_FORM_ID,
      loadNames: () => Promise.resolve([]),
      loadOfficial: hooks.loadOfficial ?? (async () => officialUnits(await loadProvinces())),
      now: hooks.now ?? (() => performance.now()),
    });
    return desk;
  };
}

/** The copying of threads: what cannot be copied between them fails here too. */
function clone<T>(value: T): T {
  return deserialize(serialize(value)) as T;
}

function later(work: () => void): void {
  setTimeout(work, 0);
}

/** Files are handles between threads; Node would copy them into nothing. */
function copied(order: DeskOrder): DeskOrder {
  if (order.kind === 'ask' && order.about === 'last-year') return order;
  if (order.kind !== 'receive' && order.kind !== 'files') return clone(order);
  return { ...order, files: order.files.map((one) => ({ ...one })) };
}

/** Only a browser's workers read files at once: here the bytes are fetched before. */
async function readingOf(job: ReaderJob): Promise<ReadBlob> {
  const bytes = 'source' in job ? await job.source.arrayBuffer() : new ArrayBuffer(0);
  return (_file, from, to) => bytes.slice(from, to);
}

function inProcess(handle: (job: ReaderJob) => Promise<PlaceAnswer>): WorkerHandle {
  let listener: (message: unknown) => void = () => undefined;
  let isAlive = true;
  return {
    post: (message) => {
      const { id, job } = message as JobMessage;
      void handle(job as ReaderJob).then((answer) => {
        if (isAlive) listener({ id, done: true, answer });
      });
    },
    onMessage: (next) => {
      listener = next;
    },
    onDeath: () => undefined,
    terminate: () => {
      isAlive = false;
    },
  };
}

/** A desk with everything it said, for tests without screens. */
export function talkTo(openDesk: OpenDesk = openInProcess()): {
  readonly news: PlainNews[];
  readonly order: ReturnType<OpenDesk>['order'];
  readonly ask: <K extends QuestionKind>(about: K, ask: Questions[K]['ask']) => Promise<Questions[K]['answer']>;
  readonly settle: (settings?: Partial<DeskSettings>) => void;
  /** Reads the files and waits for what comes of them. */
  readonly read: (files: readonly PickedFile[]) => Promise<Outcome>;
  /** The next outcome, whatever it follows from. */
  readonly nextOutcome: () => Promise<Outcome | null>;
  readonly onNews: (listener: (news: PlainNews) => void) => void;
} {
  const news: PlainNews[] = [];
  const listeners = new Set<(one: PlainNews) => void>();
  const desk = openDesk((one) => {
    news.push(one);
    for (const listener of [...listeners]) listener(one);
  });
  let run = 0;
  const nextOutcome = (): Promise<Outcome | null> =>
    new Promise((resolve, reject) => {
      const listener = (one: PlainNews): void => {
        if (one.kind === 'failed') reject(new Error(one.report));
        if (one.kind !== 'outcome') return;
        listeners.delete(listener);
        resolve(one.outcome);
      };
      listeners.add(listener);
    });
  return {
    news,
    order: desk.order,
    ask: desk.ask,
    settle: (settings = {}) => {
      desk.order({
        kind: 'settle',
        settings: { formId: null, campaign: null, decisions: NO_DECISIONS, learnedForms: [], ...settings },
      });
    },
    read: async (files) => {
      run += 1;
      const outcome = nextOutcome();
      desk.order({ kind: 'receive', run, files });
      const found = await outcome;
      if (found === null) throw new Error('nothing came of the files');
      return found;
    },
    nextOutcome,
    onNews: (listener) => {
      listeners.add(listener);
    },
  };
}

export function picked(path: string, content: Uint8Array | string, lastModified = Date.UTC(2024, 9, 17)): PickedFile {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content);
  return { path, file: new File([bytes], path.split('/').at(-1) ?? path, { lastModified }) };
}

/** The samples as they come in, as a clerk would choose their folder. */
export function pickedSamples(): readonly PickedFile[] {
  const folder = join(SAMPLES, 'received');
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    return [picked(path.slice(folder.length + 1), readFileSync(path))];
  });
}

interface Expected {
  readonly totals: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly accepted: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What samples/expected.json says of the totals. */
export function expectedSamples(): Expected {
  return JSON.parse(readFileSync(join(SAMPLES, 'expected.json'), 'utf8')) as Expected;
}

/** The roster of the samples in the shape a campaign keeps. */
export function sampleRoster(): {
  code: string;
  name: string;
  kind: string;
  superior: string;
  email: null;
  deadline: null;
  aliases: string[];
}[] {
  const [, ...lines] = readFileSync(join(SAMPLES, 'roster.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const [code = '', name = '', kind = '', superior = ''] = line.split(',');
    return { code, name, kind, superior, email: null, deadline: null, aliases: [] };
  });
}
