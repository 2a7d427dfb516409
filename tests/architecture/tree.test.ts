/** What the tree of sources looks like. */
import { filesUnder, readText } from '../support/source-tree';

/** Longer than 300 lines, and why it is better whole. An entry that is no longer needed fails the test too. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/excel/contract/cases/value-cases.ts': 'a plain list of cases, one after another; a reader looks one up and reads no further',
  'src/standin/page/view/projector.ts': 'one projection of the model onto the grid; its parts share the state of what is shown',
  'src/standin/protocol/types/range.ts': 'the members of one type of the library, as the library has them, most of a few lines',
  'src/standin/xlsx/sheet-xml.ts': 'one part of the file format, its elements in the order the standard asks for',
};

const LIMIT = 300;
const sources = filesUnder('src').filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts'));

test('R-ARC-04 files stay short', () => {
  expect(sources.length).toBeGreaterThan(50);
  const long = sources.filter((file) => readText(file).trimEnd().split('\n').length > LIMIT);
  expect(long).toEqual(Object.keys(LONG_FILES).sort());
  for (const reason of Object.values(LONG_FILES)) expect(reason.length).toBeGreaterThan(20);
});

test('R-ARC-05 files say what they are', () => {
  expect(sources.filter((file) => !/^(#![^\n]*\n)?\/(\*\*|\/) ?\S*/.test(readText(file)))).toEqual([]);
});

/** Written in pieces, so that this file does not hold them. */
const HOME = [['', 'work'].join('/'), ['', 'tmp'].join('/'), ['..', 'shared'].join('/')];
const NAMED_MACHINE = new RegExp(`(?<![\\w.])(${HOME.slice(0, 2).join('|')})(/|\\b(?![\\w-]))|${(HOME[2] ?? '').replaceAll('.', '\\.')}`);

test('R-ARC-06 no file names the machine it was written on', () => {
  const text = filesUnder('').filter((file) => /\.(tsx?|[mc]?js|json|md|html|css|xml|csv|txt|ya?ml)$|^[^.]+$|^\.[a-z]/.test(file));
  expect(text.length).toBeGreaterThan(100);
  const named = text.flatMap((file) =>
    readText(file)
      .split('\n')
      .flatMap((line, index) => (NAMED_MACHINE.test(line) ? [`${file}:${String(index + 1)} ${line.trim().slice(0, 80)}`] : [])),
  );
  expect(named).toEqual([]);
  expect(HOME.map((path) => NAMED_MACHINE.test(`see ${path}/x`))).toEqual([true, true, true]);
  expect(['xl/worksheets/sheet1.xml', 'node:worker_threads', '/workbook.xml', 'a/tmp'].filter((one) => NAMED_MACHINE.test(one))).toEqual([]);
});

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly optional?: boolean; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

test('R-ARC-06 the lock file names the public registry only', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as Lock;
  const hosts = new Set(Object.values(packages).flatMap((one) => (one.resolved === undefined ? [] : [new URL(one.resolved).host])));
  expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  const unsigned = Object.entries(packages).filter(([path, one]) => path !== '' && one.optional !== true && one.integrity === undefined);
  expect(unsigned.map(([path]) => path)).toEqual([]);
});

test('R-ARC-07 the lock file names the builds for every system, or a clean install refuses it', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as Lock;
  const missing = Object.entries(packages).flatMap(([path, one]) =>
    Object.keys(one.optionalDependencies ?? {}).filter(
      (name) => packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});
