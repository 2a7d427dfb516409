/** Every ban of eslint.config.mjs is seen to report, and not to report where the thing is meant to be used. */
import { plantTree, type PlantedTree } from '../support/planted-tree';

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
}

/** Path → a line of code, the rule it breaks, and a word of the explanation. */
const BANNED: readonly (readonly [path: string, code: string, rule: string, says: RegExp])[] = [
  ['src/app/zero-1.ts', 'export const a = (x: string): number => Number(x) || 0;', 'no-restricted-syntax', /silently become 0/],
  ['src/app/zero-2.ts', 'export const a = (x: string): number => parseInt(x, 10) || 0;', 'no-restricted-syntax', /silently become 0/],
  ['src/app/zero-3.ts', 'export const a = (x: string): number => Number.parseFloat(x) || 0;', 'no-restricted-syntax', /silently become 0/],
  ['tests/zero-4.ts', 'export const a = (x: string): number => +x || 0;', 'no-restricted-syntax', /silently become 0/],
  ['tools/zero-5.mjs', 'export const a = (x) => Number(x) || 0;', 'no-restricted-syntax', /silently become 0/],
  ['src/core/clock-1.ts', 'export const a = (): number => Date.now();', 'no-restricted-syntax', /no clock/],
  ['src/core/clock-2.ts', 'export const a = (): Date => new Date();', 'no-restricted-syntax', /no clock/],
  ['src/core/chance.ts', 'export const a = (): number => Math.random();', 'no-restricted-syntax', /deterministic/],
  ['src/core/language-1.ts', 'export const a = (x: number): string => x.toLocaleString();', 'no-restricted-syntax', /language/],
  ['src/core/language-2.ts', 'export const a = new Intl.NumberFormat();', 'no-restricted-syntax', /language/],
  ['src/core/office.ts', 'export const a = (): unknown => Excel;', 'no-restricted-globals', /src\/excel/],
  ['src/taskpane/office-1.ts', 'export const a = (): unknown => Office.context;', 'no-restricted-globals', /src\/excel/],
  ['src/taskpane/office-2.ts', 'export type A = Excel.Range;', 'no-restricted-syntax', /src\/excel/],
  ['src/app/office-3.ts', 'export const a = (): unknown => globalThis.Office;', 'no-restricted-syntax', /src\/excel/],
  ['src/app/loud.ts', "export const a = (): void => { console.log('x'); };", 'no-console', /console/],
  ['src/app/sending.ts', "export const a = (): Promise<unknown> => fetch('x');", 'no-restricted-syntax', /leave this machine/],
  ['src/app/nameless.ts', 'export default 1;', 'no-restricted-syntax', /names/],
  ['src/app/any.ts', 'export const a = (x: any): void => { void x; };', '@typescript-eslint/no-explicit-any', /any/],
  ['src/app/floating.ts', 'const b = async (): Promise<void> => { await Promise.resolve(); };\nexport const a = (): void => { b(); };', '@typescript-eslint/no-floating-promises', /./],
  ['src/app/bang.ts', 'export const a = (x: string | null): string => x!;', '@typescript-eslint/no-non-null-assertion', /./],
  ['src/app/ignoring.ts', '// @ts-ignore\nexport const a = 1;', '@typescript-eslint/ban-ts-comment', /./],
  ['src/app/equal.ts', 'export const a = (x: string, y: string): boolean => x == y;', 'eqeqeq', /./],
  ['src/excel/empty.ts', 'export const a = (context: Excel.RequestContext): void => { const r = context.workbook.getSelectedRange(); r.load(); };', 'office-addins/no-empty-load', /./],
  [
    'src/excel/looping.ts',
    'export const a = async (context: Excel.RequestContext): Promise<void> => { for (let i = 0; i < 3; i += 1) { await context.sync(); } };',
    'office-addins/no-context-sync-in-loop',
    /./,
  ],
];

/** The same things where they belong. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/app/clock.ts': 'export const a = (): number => Date.now() + Math.random();',
  'src/core/day.ts': "export const a = (iso: string): Date => new Date(`${iso}T00:00:00Z`);",
  'src/core/or.ts': "export const a = (x: string): string => x || 'không tên';",
  'src/excel/host.ts': 'export const a = (): Promise<void> => Excel.run(async (context) => { await context.sync(); });',
  'src/standin/host.ts': 'export const a = (): unknown => Office;',
  'src/commands/button.ts': "export const a = (): void => { Office.actions.associate('x', () => undefined); };",
  'src/cli/print.ts': "export const a = (): void => { console.log('x'); };",
  'tests/free.ts': "export const a = (x: string | null): string => { console.log('x'); return x!; };",
};

let tree: PlantedTree;
let found: ReadonlyMap<string, readonly Message[]>;

beforeAll(() => {
  tree = plantTree({ ...ALLOWED, ...Object.fromEntries(BANNED.map(([path, code]) => [path, `${code}\n`])) });
  const { output } = tree.run('eslint/bin/eslint.js', '.', '--format', 'json');
  const results = JSON.parse(output) as { filePath: string; messages: Message[] }[];
  found = new Map(results.map((one) => [one.filePath.slice(tree.folder.length + 1).replaceAll('\\', '/'), one.messages]));
}, 120_000);

afterAll(() => {
  tree.remove();
});

test.each(BANNED)('R-ARC-20 %s: %s', (path, _code, rule, says) => {
  const messages = (found.get(path) ?? []).filter((one) => one.ruleId === rule);
  expect(messages.map((one) => one.message)).toContainEqual(expect.stringMatching(says));
});

test.each(Object.keys(ALLOWED))('R-ARC-21 %s may', (path) => {
  expect(found.get(path)).toEqual([]);
});
