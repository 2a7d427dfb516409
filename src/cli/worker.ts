/** The thread that reads received files for the command line. */
import * as crypto from 'node:crypto';
import { createPacker } from '../app/packed-received';
import { receiveJob, type FileJob } from '../app/receive-one';
import { packPlace, receivePlace, type PlaceAnswer, type PlaceJob } from '../app/receive-items';
import type { ReceiveSettings } from '../app/receive-workbook';
import { withFileAt } from '../files/file-at-node';
import { WHOLE_BYTES } from '../files/fingerprint';
import { nodeWorkerPort } from '../files/pool/node-worker';
import { serveJobsWith } from '../files/pool/serve-jobs';
import { READY } from '../files/pool/worker-handle';
import { useNode } from '../files/platform-node';

useNode();

/** At once: Node's asynchronous digest costs ten times as much for a file of a few kilobytes. */
function digest(pieces: readonly Uint8Array[]): string {
  const [whole] = pieces;
  // In one call, where Node has it (20.12).
  if (pieces.length === 1 && whole !== undefined && typeof crypto.hash === 'function') return crypto.hash('sha256', whole, 'hex');
  const hash = crypto.createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

const pack = createPacker(crypto.randomUUID());

const memory = new Uint8Array(WHOLE_BYTES);

const port = nodeWorkerPort();

serveJobsWith(port, answer);
port.post(READY);

function answer(job: FileJob | PlaceJob, settings: ReceiveSettings): PlaceAnswer | Promise<PlaceAnswer> {
  if (!('source' in job)) return receiveJob(job, settings, pack, digest);
  const found = withFileAt(job.source, memory, (content, fileTime) => receivePlace(job.file, fileTime, content, settings));
  return packPlace(found, pack, digest);
}
