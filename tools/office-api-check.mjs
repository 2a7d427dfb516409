/**
 * Every member of Office.js that the add-in uses must exist in the Excel that the manifest asks for, or stand behind a
 * guard: `if (Office.context.requirements.isSetSupported('ExcelApi', '1.18')) …`. Older Excels fail in the middle of a
 * clerk's work otherwise, and neither the compiler nor the library says so: a misspelt name in `load` is not even an error
 * before it reaches the host.
 *
 * `node tools/office-api-check.mjs [folder]` names file, line, member and set; exits 1 for any, and when it saw so few
 * members that it cannot have looked at the add-in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { Guards } from './office-api/guards.mjs';
import { reaches, requirementsOf } from './office-api/requirements.mjs';
import { Uses } from './office-api/uses.mjs';

const FEWEST = 20;
const FOLDERS = ['src/excel', 'src/commands', 'src/taskpane'];

/** Faults that are meant; one that is no longer there is reported, too. */
const ON_PURPOSE = [
  {
    file: 'src/excel/contract/cases/error-cases.ts',
    faults: ['"vals"', '"format/fil/color"'],
    reason: 'the contract says that a host refuses misspelt names',
  },
];

const root = process.argv[2] ?? join(fileURLToPath(new URL('.', import.meta.url)), '..');
const slashes = (path) => path.split(sep).join('/');

/** The sets that VersionOverrides ask for: name → version. */
function declaredSets() {
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
  const overrides = manifest.slice(manifest.indexOf('<VersionOverrides'));
  return new Map(
    [...overrides.matchAll(/<bt:Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, set, version]) => [set, version]),
  );
}

function program() {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: folders }, ts.sys, root);
  // Node's and jest's types say nothing of Office.js and cost seconds.
  return ts.createProgram(parsed.fileNames, { ...parsed.options, types: ['office-js'] });
}

const declared = declaredSets();
const made = program();
const checker = made.getTypeChecker();
const guards = new Guards(checker);
const members = new Set();
const problems = [];

const placeOf = (node) => {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return { file: slashes(relative(root, file.fileName)), line: line + 1, column: character + 1 };
};
const report = (node, sentence) => problems.push({ ...placeOf(node), sentence });

const uses = new Uses(checker, {
  fault: report,
  member: (node, symbol, declarations, use) => {
    const name = checker.getFullyQualifiedName(symbol);
    // Of several declarations of one name (a union of types), each must be there.
    for (const declaration of declarations) {
      const needed = requirementsOf(name, declaration, use);
      if (needed === null) {
        if (ts.isModuleDeclaration(declaration) || ts.isClassDeclaration(declaration) || ts.isEnumDeclaration(declaration))
          continue;
        report(node, `${name} names no requirement set: guard it, or list it in tools/office-api/requirements.mjs`);
        continue;
      }
      if (needed.length > 0) members.add(name);
      const missing = needed.filter(({ set, version }) => !reaches(declared.get(set), version));
      if (missing.length === 0) continue;
      const there = guards.around(node);
      for (const { set, version } of missing) {
        if (!reaches(there.get(set), version)) report(node, `${name} needs ${set} ${version}`);
      }
    }
  },
});

const inFolders = (file) => FOLDERS.some((folder) => slashes(relative(root, file.fileName)).startsWith(`${folder}/`));
for (const file of made.getSourceFiles()) if (!file.isDeclarationFile && inFolders(file)) uses.visit(file);

const meant = ON_PURPOSE.filter(({ file }) => existsSync(join(root, file)));
const isMeant = (problem) =>
  meant.some(({ file, faults }) => file === problem.file && faults.some((fault) => problem.sentence.includes(fault)));
const lines = new Set(
  problems.filter((one) => !isMeant(one)).map((one) => `${one.file}:${one.line}:${one.column} ${one.sentence}`),
);
for (const { file, faults } of meant) {
  for (const fault of faults) {
    if (!problems.some((one) => one.file === file && one.sentence.includes(fault)))
      lines.add(`${file} no longer asks for ${fault}: take it out of ON_PURPOSE`);
  }
}

const sets = [...declared].map(([set, version]) => `${set} ${version}`).join(', ');
for (const line of lines) console.log(line);
console.log(`${members.size} members of Office.js checked against ${sets}; ${lines.size} problems`);
if (members.size < FEWEST) console.log(`Fewer than ${FEWEST} members: the check did not see the add-in.`);
process.exitCode = lines.size > 0 || members.size < FEWEST ? 1 : 0;
