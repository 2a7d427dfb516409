/** Every import rule is seen to fail: one planted file per violation, in a copy of the frame. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { plantTree, type PlantedTree } from '../support/planted-tree';
import { ROOT } from '../support/source-tree';

interface Cruise {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

const rules = (createRequire(__filename)(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: { name: string; comment?: string }[] }).forbidden;

/** What is imported; there to be found. */
const TARGETS: Readonly<Record<string, string>> = {
  'src/core/cells/thing.ts': 'export interface Thing { readonly a: number }\nexport const thing = 1;',
  'src/core/forms/rule.ts': 'export const rule = 1;',
  'src/files/read/reader.ts': "import { unzipSync } from 'fflate';\nimport { thing } from '../../core/cells/thing';\nexport const reader = [unzipSync, thing];",
  'src/files/pool/node-worker.ts': "import { Worker } from 'node:worker_threads';\nexport const worker = Worker;",
  'src/files/receive-node.ts': "import { readFile } from 'node:fs/promises';\nexport const receive = readFile;",
  'src/catalogue/forms/index.ts': "import type { Thing } from '../../core/cells/thing';\nexport const forms: Thing[] = [];",
  'src/messages/vi.ts': "import type { rule } from '../core/forms/rule';\nimport { thing } from '../core/cells/thing';\nexport const vi: [typeof rule, number] = [1, thing];",
  'src/app/work.ts':
    "import { reader } from '../files/read/reader';\nimport { forms } from '../catalogue/forms';\nimport { vi } from '../messages/vi';\nexport const work = [reader, forms, vi];",
  'src/excel/host.ts': "import { thing } from '../core/cells/thing';\nexport const host = thing;",
  'src/cli/main.ts':
    "import { work } from '../app/work';\nimport { receive } from '../files/receive-node';\nimport { join } from 'node:path';\nexport const main = [work, receive, join];",
  'src/taskpane/index.tsx': "import { work } from '../app/work';\nimport { reader } from '../files/read/reader';\nimport { createElement } from 'react';\nexport const index = [work, reader, createElement];",
  'src/commands/index.ts': "import { work } from '../app/work';\nexport const commands = work;",
  'src/standin/engine.ts': "import { Univer } from '@univerjs/preset-sheets-core';\nexport const engine = Univer;",
  'src/standin/xlsx/open.ts': "import { reader } from '../../files/read/reader';\nexport const open = reader;",
  'src/standin/server/serve.ts': "import { createServer } from 'node:http';\nexport const serve = createServer;",
  'tests/support/help.ts': 'export const help = 1;',
};

/** Rule → the planted file that breaks it. */
const VIOLATIONS: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'no-cycles': ['src/core/circle-a.ts', "import type { B } from './circle-b';\nexport interface A { readonly b: B }"],
  'no-unresolvable': ['src/core/lost.ts', "import { nothing } from './not-there';\nexport const lost = nothing;"],
  'no-undeclared-packages': ['src/app/undeclared.ts', "import { parse } from 'acorn';\nexport const undeclared = parse;"],
  'shipped-from-dependencies': ['src/app/for-tests.ts', "import { check } from 'fast-check';\nexport const forTests = check;"],
  'core-is-pure': ['src/core/impure.ts', "import type { reader } from '../files/read/reader';\nexport type Impure = typeof reader;"],
  'catalogue-is-data': ['src/catalogue/active.ts', "import { vi } from '../messages/vi';\nexport const active = vi;"],
  'messages-are-words': ['src/messages/reading.ts', "import { reader } from '../files/read/reader';\nexport const reading = reader;"],
  'messages-need-only-types-of-core': ['src/messages/deciding.ts', "import { rule } from '../core/forms/rule';\nexport const deciding = rule;"],
  'files-meet-core-only': ['src/files/read/speaking.ts', "import { vi } from '../../messages/vi';\nexport const speaking = vi;"],
  'excel-meets-core-only': ['src/excel/reading.ts', "import { reader } from '../files/read/reader';\nexport const reading = reader;"],
  'app-stands-on-the-line': ['src/app/hosting.ts', "import { host } from '../excel/host';\nexport const hosting = host;"],
  'file-libraries-only-in-files': ['src/app/zipping.ts', "import { zipSync } from 'fflate';\nexport const zipping = zipSync;"],
  'nobody-imports-the-command-line': ['src/app/calling.ts', "import { main } from '../cli/main';\nexport const calling = main;"],
  'nobody-imports-the-pane': ['src/commands/showing.ts', "import { index } from '../taskpane/index';\nexport const showing = index;"],
  'nobody-imports-the-commands': ['src/cli/pressing.ts', "import { commands } from '../commands';\nexport const pressing = commands;"],
  'the-stand-in-stands-apart': ['src/taskpane/pretending.ts', "import { engine } from '../standin/engine';\nexport const pretending = engine;"],
  'the-stand-in-knows-only-the-wire': ['src/standin/peeking.ts', "import { host } from '../excel/host';\nexport const peeking = host;"],
  'the-stand-in-opens-files-like-the-product': ['src/standin/xlsx/asking.ts', "import { work } from '../../app/work';\nexport const asking = work;"],
  'univer-only-in-the-stand-in': ['src/taskpane/heavy.ts', "import type { Univer } from '@univerjs/preset-sheets-core';\nexport type Heavy = Univer;"],
  'office-js-only-in-stand-in-and-tests': ['src/excel/bundling.ts', "import '@microsoft/office-js';\nexport const bundling = 1;"],
  'react-only-on-screens': ['src/app/drawing.ts', "import type { ReactNode } from 'react';\nexport type Drawing = ReactNode;"],
  'node-only-where-node-is': ['src/files/read/on-disk.ts', "import { readFile } from 'node:fs';\nexport const onDisk = readFile;"],
  'node-adapters-only-from-node': ['src/app/threading.ts', "import { worker } from '../files/pool/node-worker';\nexport const threading = worker;"],
  'pane-wires-in-one-place': ['src/taskpane/file-list.tsx', "import { reader } from '../files/read/reader';\nexport const fileList = reader;"],
  'tests-are-never-imported': ['src/app/testing.ts', "import { help } from '../../tests/support/help';\nexport const testing = help;"],
};

let tree: PlantedTree;
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  tree = plantTree({
    ...TARGETS,
    ...Object.fromEntries(Object.values(VIOLATIONS)),
    'src/core/circle-b.ts': "import type { A } from './circle-a';\nexport interface B { readonly a: A }",
  });
  const { output } = tree.run('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs', '-T', 'json');
  const byRule = new Map<string, string[]>();
  for (const { from, rule } of (JSON.parse(output) as Cruise).summary.violations) byRule.set(rule.name, [...(byRule.get(rule.name) ?? []), from]);
  found = byRule;
}, 60_000);

afterAll(() => {
  tree.remove();
});

test('R-ARC-10 every rule has its violation here, and says why it stands', () => {
  expect(rules.map((rule) => rule.name).sort()).toEqual(Object.keys(VIOLATIONS).sort());
  for (const rule of rules) expect((rule.comment ?? '').length).toBeGreaterThan(30);
});

test.each(Object.entries(VIOLATIONS))('R-ARC-10 %s is reported', (name, [path]) => {
  expect(found.get(name)).toContain(path);
});

test('R-ARC-11 what follows the floors is not reported', () => {
  const innocent = new Set(Object.keys(TARGETS));
  expect([...found].flatMap(([name, files]) => files.filter((file) => innocent.has(file)).map((file) => `${name}: ${file}`))).toEqual([]);
});
