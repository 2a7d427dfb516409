/** The strictness of the compiler is seen to refuse: planted files in a copy of the frame. */
import { plantTree, type PlantedTree } from '../support/planted-tree';

/** Path → code and the compiler's number for its complaint. */
const IMPURE: Readonly<Record<string, readonly [code: string, error: string]>> = {
  'src/core/browser.ts': ['export const a = (): string => document.title;', 'TS2584'],
  'src/core/node.ts': ['export const a = (): string => process.cwd();', 'TS2591'],
  'src/core/office.ts': ['export const a = (): unknown => Office.context;', 'TS2304'],
  'src/core/excel.ts': ['export type A = Excel.Range;', 'TS2503'],
  'src/core/network.ts': ["export const a = (): unknown => fetch('x');", 'TS2304'],
};

const LOOSE: Readonly<Record<string, readonly [code: string, error: string]>> = {
  'src/app/index-unguarded.ts': ['export const a = (x: readonly string[]): string => x[0];', 'TS2322'],
  'src/app/optional-undefined.ts': ['export const a: { readonly b?: string } = { b: undefined };', 'TS2375'],
  'src/app/implicit.ts': ['export const a = (x) => x;', 'TS7006'],
  'src/app/nullish.ts': ['export const a = (x: string | null): number => x.length;', 'TS18047'],
};

let tree: PlantedTree;

beforeAll(() => {
  const all = { ...IMPURE, ...LOOSE };
  tree = plantTree(Object.fromEntries(Object.entries(all).map(([path, [code]]) => [path, `${code}\n`])));
});

afterAll(() => {
  tree.remove();
});

function complaints(project: string): readonly string[] {
  const { output } = tree.run('typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project);
  return [...output.matchAll(/^(?:.*\/)?(src\/[^(]+)\(.*?error (TS\d+)/gm)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`).sort();
}

test('R-ARC-30 the core alone knows no browser, no Node, no Office', () => {
  expect(complaints('src/core/tsconfig.json')).toEqual(Object.entries(IMPURE).map(([path, [, error]]) => `${path} ${error}`).sort());
}, 60_000);

test('R-ARC-31 the compiler is strict', () => {
  expect(complaints('tsconfig.json')).toEqual(Object.entries(LOOSE).map(([path, [, error]]) => `${path} ${error}`).sort());
}, 60_000);
