/** The thread that reads received files for the command line. */
import { workerData } from 'node:worker_threads';
import { receiveJob, type FileJob } from '../app/receive-files';
import type { ReceiveSettings } from '../app/receive-workbook';
import type { Received } from '../core/consolidation/received';
import { nodeWorkerPort } from '../files/pool/node-worker';
import { serveJobs } from '../files/pool/serve-jobs';

// Set by the main thread from the same sources.
const settings = workerData as ReceiveSettings;

serveJobs<FileJob, Received>(nodeWorkerPort(), (job) => receiveJob(job, settings));
