#!/usr/bin/env node
/**
 * Runs the command line on the current sources, no build step first: the sources are bundled (some tens of
 * milliseconds) into the package's cache, then run. Bundled workers start faster than any loader could transform.
 */
import { buildCli } from './build.mjs';

const { main } = await buildCli();
const { run } = await import(main);
process.exitCode = await run(process.argv.slice(2));
