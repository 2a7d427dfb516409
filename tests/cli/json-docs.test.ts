/** docs/json.md says what the code says: keys from the schema, codes from the sources of their types. */
import ts from 'typescript';
import * as z from 'zod/mini';

import { jsonReport } from '../../src/cli/json-report';
import { filesUnder, readText } from '../support/source-tree';

const page = readText('docs/json.md');

/** The first cells of the tables of one section, with the cells after them. */
function tableOf(section: string): Map<string, string[]> {
  const from = page.indexOf(`\n## ${section}\n`);
  const next = page.indexOf('\n## ', from + 4);
  const text = page.slice(from, next < 0 ? undefined : next);
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];
  return new Map(rows.map((row) => [row[1] ?? '', (row[2] ?? '').split(' | ')]));
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
}

function pathsOf(schema: Schema, path: string): string[] {
  const under = (inner: Schema, name: string): string[] => [name, ...pathsOf(inner, name)];
  const { properties, items, additionalProperties, anyOf } = schema;
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, inner]) => under(inner, path === '' ? key : `${path}.${key}`)),
    ...(items === undefined ? [] : pathsOf(items, `${path}[]`)),
    ...(typeof additionalProperties === 'object' ? under(additionalProperties, `${path}.*`) : []),
    ...(anyOf ?? []).flatMap((one) => pathsOf(one, path)),
  ];
}

test('R-CLI-40 every key of the schema is told, and no other', () => {
  const keys = new Set(pathsOf(z.toJSONSchema(jsonReport) as Schema, ''));
  expect([...tableOf('Keys').keys()].sort()).toEqual([...keys].sort());
});

const source = ts.createSourceFile('codes.ts', readText('src/core/finding-codes.ts'), ts.ScriptTarget.ES2022, true);

/** The members of a union of texts, or the keys of an interface, by its name. */
function namesIn(name: string): string[] {
  const names: string[] = [];
  source.forEachChild((node) => {
    if (ts.isTypeAliasDeclaration(node) && node.name.text === name && ts.isUnionTypeNode(node.type)) {
      for (const one of node.type.types)
        if (ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal)) names.push(one.literal.text);
    }
    if (ts.isInterfaceDeclaration(node) && node.name.text === name) {
      for (const one of node.members) if (one.name !== undefined && ts.isStringLiteral(one.name)) names.push(one.name.text);
    }
  });
  return names;
}

/** [code, severity] of every call `finding('code', 'severity', …)` in the core; codes put together at run time are left out. */
function severitiesInSources(): [string, string][] {
  const found: [string, string][] = [];
  for (const path of filesUnder('src/core')) {
    if (!path.endsWith('.ts')) continue;
    const file = ts.createSourceFile(path, readText(path), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'finding') {
        const [code, severity] = node.arguments;
        if (code !== undefined && severity !== undefined && ts.isStringLiteral(code) && ts.isStringLiteral(severity)) {
          found.push([code.text, severity.text]);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

test('R-CLI-41 every state, reason and finding code is told, and no other', () => {
  const schema = z.toJSONSchema(jsonReport) as Schema;
  const state = schema.properties?.['submissions']?.items?.properties?.['state'];
  expect([...tableOf('States').keys()].sort()).toEqual([...(state?.enum ?? [])].sort());
  const reasons = [...namesIn('RefusalCode'), ...namesIn('SubmissionReason')];
  expect(reasons.length).toBeGreaterThan(20);
  expect([...tableOf('Reasons').keys()].sort()).toEqual(reasons.sort());
  const codes = namesIn('FindingParameters');
  expect(codes.length).toBeGreaterThan(60);
  expect([...tableOf('Findings').keys()].sort()).toEqual(codes.sort());
});

test('R-CLI-41 every finding code is told with the severities it has', () => {
  const told = tableOf('Findings');
  const calls = severitiesInSources();
  expect(calls.length).toBeGreaterThan(60);
  for (const [code, severity] of calls)
    expect([code, (told.get(code)?.[0] ?? '').split(', ')]).toEqual([code, expect.arrayContaining([severity])]);
  for (const [code, [severities = '']] of told) {
    const level = /^(proposed|unreadable)-/.exec(code)?.[1];
    if (level !== undefined) expect([code, severities]).toEqual([code, level === 'proposed' ? 'warning' : 'error']);
    for (const one of severities.split(', ')) expect(['error', 'warning', 'hint']).toContain(one);
  }
});

test('R-CLI-42 the example fits the schema', () => {
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(() => jsonReport.parse(JSON.parse(example))).not.toThrow();
});
