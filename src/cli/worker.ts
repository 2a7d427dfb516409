/** The thread that reads received files for the command line. */
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import type { PackedReceived } from '../app/packed-received';
import { receiveJob, type FileJob } from '../app/receive-files';
import type { ReceiveSettings } from '../app/receive-workbook';
import { useInflate } from '../files/archive/inflate';
import { inflateNatively } from '../files/archive/inflate-node';
import { nodeWorkerPort } from '../files/pool/node-worker';
import { serveJobs } from '../files/pool/serve-jobs';

// Set by the main thread from the same sources.
const settings = workerData as ReceiveSettings;

useInflate(inflateNatively);

/** At once: Node's asynchronous digest costs ten times as much for a file of a few kilobytes. */
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

serveJobs<FileJob, PackedReceived>(nodeWorkerPort(), (job) => receiveJob(job, settings, hash));
