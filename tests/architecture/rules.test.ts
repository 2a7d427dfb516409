/** Rules and tests belong together: read from the sources of both, so that no run is needed to see what is missing. */
import ts from 'typescript';

import { filesUnder, readText } from '../support/source-tree';

interface Rule {
  readonly number: string;
  readonly file: string;
}

interface Title {
  readonly place: string;
  /** What the title begins with, or null when it is put together at run time. */
  readonly text: string | null;
  /** "only", "skip" … when the call says so. */
  readonly modifier: string | null;
}

const NUMBER = 'R-[A-Z]{2,5}-\\d{2,3}[a-z]?';

function rulesIn(file: string, text: string): Rule[] {
  return [...text.matchAll(new RegExp(`^- \\*\\*(${NUMBER})\\*\\* \\S`, 'gm'))].map((match) => ({ number: match[1] ?? '', file }));
}

/** Every call of `test` or `it`, `.each` and its kind included. */
function titlesIn(file: string, text: string): Title[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const titles: Title[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const names = namesOf(node.expression);
      const isTest = names[0] === 'test' || names[0] === 'it';
      // `test.each(rows)` is called once more with the title.
      const inner = names.includes('each') && !ts.isCallExpression(node.expression) && !ts.isTaggedTemplateExpression(node.expression);
      if (isTest && !inner) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        const modifier = names.find((name) => ['only', 'skip', 'todo', 'failing', 'concurrent'].includes(name)) ?? null;
        titles.push({ place: `${file}:${String(line + 1)}`, text: openingOf(node.arguments[0]), modifier });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** `test.only.each(rows)` → ["test", "only", "each"]. */
function namesOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return callee.text === 'xtest' || callee.text === 'xit' ? ['test', 'skip'] : [callee.text];
  if (ts.isPropertyAccessExpression(callee)) {
    const before = namesOf(callee.expression);
    // `/pattern/.test(…)` begins with no name and is no test.
    return before.length === 0 ? [] : [...before, callee.name.text];
  }
  if (ts.isCallExpression(callee)) return namesOf(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return namesOf(callee.tag);
  return [];
}

function openingOf(title: ts.Expression | undefined): string | null {
  if (title === undefined) return null;
  if (ts.isStringLiteralLike(title)) return title.text;
  if (ts.isTemplateExpression(title)) return title.head.text;
  if (ts.isBinaryExpression(title)) return openingOf(title.left);
  return null;
}

/** "R-A-01 R-A-02 what is tried" proves both. */
function citedBy(title: Title): string[] {
  const opening = new RegExp(`^(?:${NUMBER}[,;]?\\s+)+`).exec(`${title.text ?? ''} `)?.[0] ?? '';
  return opening.match(new RegExp(NUMBER, 'g')) ?? [];
}

const ruleFiles = filesUnder('tests/rules').filter((file) => file.endsWith('.md'));
const rules = ruleFiles.flatMap((file) => rulesIn(file, readText(file)));
const titles = filesUnder('tests')
  .filter((file) => /\.test\.tsx?$/.test(file))
  .flatMap((file) => titlesIn(file, readText(file)));
const known = new Set(rules.map((rule) => rule.number));
const cited = new Set(titles.flatMap(citedBy));

test('R-ARC-01 every rule has a test', () => {
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule) => !cited.has(rule.number)).map((rule) => `${rule.number} (${rule.file})`)).toEqual([]);
});

test('R-ARC-02 every test names a rule that exists', () => {
  const without = titles.filter((title) => citedBy(title).length === 0).map((title) => `${title.place} ${title.text ?? '(made at run time)'}`);
  expect(without).toEqual([]);
  expect(titles.flatMap((title) => citedBy(title).filter((number) => !known.has(number)).map((number) => `${title.place} ${number}`))).toEqual([]);
});

test('R-ARC-03 numbers stand once, their files are listed, no test is left out', () => {
  const numbers = rules.map((rule) => rule.number);
  const twice = numbers.filter((number, place) => numbers.indexOf(number) !== place);
  expect(twice).toEqual([]);
  const index = readText('tests/RULES.md');
  expect(ruleFiles.filter((file) => !index.includes(`(${file.replace('tests/', '')})`))).toEqual([]);
  expect(titles.filter((title) => title.modifier !== null).map((title) => title.place)).toEqual([]);
});

test('R-ARC-02 the reading of tests sees each way of writing one', () => {
  const text = [
    "test('R-ABC-01 plain', () => {});",
    "it.each([1])('R-ABC-02 %s', () => {});",
    'test.each`a\n${1}`(`R-ABC-03 ${1}`, () => {});',
    "describe('x', () => { test.only('R-ABC-04 R-ABC-05 two', () => {}); });",
    "xit('R-ABC-06', () => {});",
    "test('no number', () => {});",
    'test(title, () => {});',
    'test("R-ABC-07 " + String(/x/.test("y")), () => {});',
  ].join('\n');
  const found = titlesIn('sample.test.ts', text);
  expect(found.map(citedBy)).toEqual([['R-ABC-01'], ['R-ABC-02'], ['R-ABC-03'], ['R-ABC-04', 'R-ABC-05'], ['R-ABC-06'], [], [], ['R-ABC-07']]);
  expect(found.map((title) => title.modifier)).toEqual([null, null, null, 'only', 'skip', null, null, null]);
  expect(rulesIn('a.md', '- **R-ABC-01** Says something.\n- R-ABC-02 no rule\n')).toEqual([{ number: 'R-ABC-01', file: 'a.md' }]);
});
