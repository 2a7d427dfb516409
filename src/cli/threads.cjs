/**
 * The worker threads of the command line, started before anything else: while the first thread is still loading its own
 * script and looking at what it was asked for, they load theirs.
 */
'use strict';

const { availableParallelism } = require('node:os');
const { Worker } = require('node:worker_threads');
const resourceLimits = require('../files/pool/thread-limits.json');

/** More hostile files at once would need more memory than an office computer can spare. */
const MOST = 2;
const size = Math.min(MOST, Math.max(1, availableParallelism()));

/** What a thread says when its script was compiled before; see ./start-worker. */
exports.COMPILED = 'compiled';
/** What a thread is told that is started when V8's settings may have been changed: what it compiles is not to be kept. */
exports.LATE = 'late';

/**
 * Threads that run the bundle: `size` of them are started at once where they are wanted early. `take` gives one of them, or
 * another once all are taken; those that nobody took end with the process. `onCompiled` is called when all that were started
 * early have loaded their script from compiled code.
 */
exports.startThreads = function startThreads(bundle, { early: wanted, onCompiled }) {
  const start = (...told) => new Worker(require.resolve('./start-worker.cjs'), { argv: [bundle, ...told], resourceLimits });
  let compiled = 0;
  const early = Array.from({ length: wanted ? size : 0 }, () => start());
  for (const worker of early) {
    worker.on('message', (message) => {
      if (message !== exports.COMPILED) return;
      compiled += 1;
      if (compiled === size) onCompiled();
    });
    // Whoever takes it hears of its end by itself; one that ended before is taken by nobody.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      const place = early.indexOf(worker);
      if (place >= 0) early.splice(place, 1);
    });
    // Behind the listeners, which would keep it. One that nobody takes must not keep the process alive.
    worker.unref();
  }
  const take = () => {
    const worker = early.shift() ?? start(exports.LATE);
    worker.ref();
    return worker;
  };
  return { size, take };
};
