/** The thread that reads received files for the command line. */
import { createHash, randomUUID } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { createPacker } from '../app/packed-received';
import { receiveJob, type FileJob } from '../app/receive-files';
import { receivePlace, type PlaceAnswer, type PlaceJob } from '../app/receive-items';
import type { ReceiveSettings } from '../app/receive-workbook';
import { nodeWorkerPort } from '../files/pool/node-worker';
import { serveJobs } from '../files/pool/serve-jobs';
import { READY } from '../files/pool/worker-handle';
import { useNode } from '../files/platform-node';
import { DEFAULT_LIMITS } from '../files/read/limits';
import { createScratch, readFileAt } from '../files/receive-node';

// Set by the main thread from the same sources.
const settings = workerData as ReceiveSettings;

useNode();

/** At once: Node's asynchronous digest costs ten times as much for a file of a few kilobytes. */
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pack = createPacker(randomUUID());

const scratch = createScratch();

const port = nodeWorkerPort();

serveJobs<FileJob | PlaceJob, PlaceAnswer>(port, (job) => {
  if (!('source' in job)) return receiveJob(job, settings, pack, hash);
  const { fileTime, bytes } = readFileAt(job.source, DEFAULT_LIMITS, scratch);
  return receivePlace(job.file, fileTime, bytes, settings, pack, hash);
});
port.post(READY);
