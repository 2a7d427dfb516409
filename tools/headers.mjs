/**
 * Puts the content security policy into the examples of server configuration, docs/deploy/nginx.conf and web.config.
 * `node tools/headers.mjs` writes it; `--check` only says which file has another one, and exits 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { HEADER_POLICY } from './content-policy.mjs';

/** File → what stands around the policy in it. */
const PLACES = {
  'nginx.conf': /(add_header Content-Security-Policy ")[^"]*(" always;)/g,
  'web.config': /(name="Content-Security-Policy" value=")[^"]*(")/g,
};

const checkOnly = process.argv.includes('--check');
for (const [name, place] of Object.entries(PLACES)) {
  const file = new URL(`../docs/deploy/${name}`, import.meta.url);
  const before = readFileSync(file, 'utf8');
  if (before.match(place) === null) throw new Error(`docs/deploy/${name} has no place for the policy`);
  const after = before.replace(place, (_, open, close) => `${open}${HEADER_POLICY}${close}`);
  if (after === before) continue;
  if (checkOnly) {
    console.error(`docs/deploy/${name} has another policy than the page: run node tools/headers.mjs`);
    process.exitCode = 1;
  } else writeFileSync(file, after);
}
