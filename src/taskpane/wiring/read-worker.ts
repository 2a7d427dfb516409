/** The worker that reads received files, one at a time. Its settings come first, then jobs. */
import { createPacker } from '../../app/packed-received';
import type { PlaceAnswer } from '../../app/receive-items';
import type { ReceiveSettings } from '../../app/receive-workbook';
import { serveJobs } from '../../files/pool/serve-jobs';
import { webWorkerPort } from '../../files/pool/web-worker';
import { answerReader, type ReaderJob } from './reader-job';

/** The first message to a reading worker. */
export interface ReaderSettings {
  readonly settings: ReceiveSettings;
}

const port = webWorkerPort(globalThis);
const pack = createPacker(crypto.randomUUID());
let settings: ReceiveSettings | null = null;

port.onMessage((message) => {
  if (typeof message === 'object' && message !== null && 'settings' in message) ({ settings } = message as ReaderSettings);
});

/** Of workers only; its type cannot stand beside that of a page. */
declare const FileReaderSync: new () => { readonly readAsArrayBuffer: (blob: Blob) => ArrayBuffer };
const fileReader = new FileReaderSync();

serveJobs<ReaderJob, PlaceAnswer>(port, (job) => {
  if (settings === null) throw new Error('a job came before the settings');
  return answerReader(job, settings, pack, (file, from, to) => fileReader.readAsArrayBuffer(file.slice(from, to)));
});
