/**
 * Runs a bundled script with what V8 compiled of it the last time, which lies beside the bundle: compiling some hundred
 * kilobytes anew costs every start and every worker more than reading a hundred files. What does not fit the bundle or
 * this V8 is compiled anew and kept in its place.
 */
'use strict';

const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const PARAMETERS = 'exports, require, module, __filename, __dirname';

/**
 * Runs the bundle, a CommonJS script of ASCII letters, and gives what it exports, and whether it came from compiled
 * code. `keep` is to be called once most of what the bundle does has been done: it keeps the compiled code where there was
 * none. V8 must have the same settings then as before the bundle was run.
 */
exports.runBundle = function runBundle(file) {
  const source = `(function (${PARAMETERS}) {${readFileSync(file, 'latin1')}\n})`;
  const { mtimeMs, size } = statSync(file);
  // Several versions of Node may take turns with one installation.
  const place = `${file}-${size}-${Math.floor(mtimeMs)}-${process.versions.v8}.code`;
  const cachedData = readIfThere(place);
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  const keep = isKept ? () => undefined : () => writeBeside(place, script.createCachedData());
  return { exports: module.exports, isKept, keep };
};

function readIfThere(place) {
  try {
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

/** Another start may read it at the same time. A cache that cannot be written costs time, nothing else. */
function writeBeside(place, code) {
  const beside = `${place}.${process.pid}.${Math.round(performance.now() * 1000)}.tmp`;
  try {
    writeFileSync(beside, code);
    renameSync(beside, place);
  } catch {
    // See above.
  }
}
