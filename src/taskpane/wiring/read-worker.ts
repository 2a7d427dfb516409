/** The worker that reads received files, one at a time. Its settings come first, then jobs. */
import { createPacker } from '../../app/packed-received';
import type { PlaceAnswer } from '../../app/receive-items';
import type { ReceiveSettings } from '../../app/receive-workbook';
import { serveJobsWith } from '../../files/pool/serve-jobs';
import { webWorkerPort } from '../../files/pool/web-worker';
import { answerReader, type ReaderJob } from './reader-job';

/** The first message to a reading worker. */
export interface ReaderSettings {
  readonly settings: ReceiveSettings;
}

const port = webWorkerPort(globalThis);
const pack = createPacker(crypto.randomUUID());
/** Of workers only; its type cannot stand beside that of a page. */
declare const FileReaderSync: new () => { readonly readAsArrayBuffer: (blob: Blob) => ArrayBuffer };
const fileReader = new FileReaderSync();

serveJobsWith<ReceiveSettings, ReaderJob, PlaceAnswer>(port, (job, settings) =>
  answerReader(job, settings, pack, (file, from, to) => fileReader.readAsArrayBuffer(file.slice(from, to))),
);
