/** The worker that reads received files, one at a time. Its settings come first, then jobs. */
import { createPacker, type PackedReceived } from '../../app/packed-received';
import { receiveJob, type FileJob } from '../../app/receive-files';
import type { ReceiveSettings } from '../../app/receive-workbook';
import { serveJobs } from '../../files/pool/serve-jobs';
import { webWorkerPort } from '../../files/pool/web-worker';

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

serveJobs<FileJob, PackedReceived>(port, (job) => {
  if (settings === null) throw new Error('a job came before the settings');
  return receiveJob(job, settings, pack);
});
