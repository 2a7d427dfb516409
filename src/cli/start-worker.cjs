/** The beginning of a worker thread of the command line: runs the bundle named by its first argument (see ./run-bundle). */
'use strict';

const { setImmediate } = require('node:timers');
const { parentPort } = require('node:worker_threads');
const { runBundle } = require('./run-bundle.cjs');
const { COMPILED, LATE } = require('./threads.cjs');

/** With so many jobs sent, of which a few still wait, most of what a worker does has been done once; later nearly all. */
const JOBS = [24, 400];

const { isKept, keep } = runBundle(process.argv[2]);
if (isKept) parentPort.postMessage(COMPILED);
else if (process.argv[3] !== LATE) keepLater();

function keepLater() {
  let jobs = 0;
  parentPort.on('message', () => {
    jobs += 1;
    if (JOBS.includes(jobs)) setImmediate(keep);
  });
}
