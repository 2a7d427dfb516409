/**
 * Univer's CommonJS build requires a few ESM packages: Node loads those, jest's own loader does not.
 * Import this file first in tests that use the formula engine. It bundles the two Univer packages once, into the
 * cache beside the installed ones, and lets jest take that bundle in their place.
 */
import { buildSync } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const packageFile = join(root, 'node_modules', '@univerjs', 'core', 'package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string };
const bundle = join(root, 'node_modules', '.cache', 'tong-hop', `univer-engine-${version}.cjs`);

if (!existsSync(bundle)) {
  const contents = "export * as core from '@univerjs/core';\nexport * as engine from '@univerjs/engine-formula';\n";
  buildSync({
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'silent',
  });
}

interface Bundle {
  readonly core: unknown;
  readonly engine: unknown;
}

const load = (): Bundle => jest.requireActual<Bundle>(bundle);

jest.mock('@univerjs/core', (): unknown => load().core);
jest.mock('@univerjs/engine-formula', (): unknown => load().engine);
