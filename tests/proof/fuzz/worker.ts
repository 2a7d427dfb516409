/** The thread that runs the fuzzer's cases and tells what it finds. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFixtures, runCase } from './cases';
import type { FuzzNews, FuzzOrder } from './run';

// Given by `run` at the start.
const order = workerData as FuzzOrder;
const counts = new Int32Array(order.progress);
const tell = (news: FuzzNews): void => {
  parentPort?.postMessage(news);
};

const fixtures = readFixtures(order.fixtures);
const until = performance.now() + order.seconds * 1000;
let slowest = 0;
for (let number = order.only ?? 0; performance.now() < until; number++) {
  Atomics.store(counts, 0, number);
  const began = performance.now();
  let found: string | null;
  try {
    found = runCase(order.seed, number, fixtures);
  } catch (error) {
    found = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  slowest = Math.max(slowest, performance.now() - began);
  Atomics.add(counts, 1, 1);
  if (found !== null) tell({ found, number });
  if (order.only !== null) break;
}
tell({ done: true, slowest });
