/**
 * THIRD-PARTY-NOTICES.md: every package whose code ships, with its licence text, as those licences ask.
 * What ships is the pane (what the last build really took in) and the command line (its packages with all below them).
 * `node tools/notices.mjs` writes the file; `--check` says what is missing and exits 1. Run after a production build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SHIPPED } from './shipped-packages.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const target = join(root, 'THIRD-PARTY-NOTICES.md');

/** Of these only what the build takes in ships; every other dependency is needed to run the command line. */
const PANE_ONLY = /^(react(-dom)?|@fluentui\/.+)$/;

/** Licences under which a package may be part of what ships. */
const ACCEPTED = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MIT AND OFL-1.1']);

function packageFacts(name) {
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) return null;
  const { version, license, author, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file)).sort();
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  return { name, version, license: license ?? '', text: texts.join('\n\n'), by, dependencies: Object.keys(dependencies) };
}

function withAllBelow(names) {
  const found = new Map();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const facts = packageFacts(name);
    if (facts === null) continue;
    found.set(name, facts);
    waiting.push(...facts.dependencies);
  }
  return found;
}

function shippedPackages() {
  const list = join(root, ...SHIPPED);
  if (!existsSync(list)) throw new Error('no list of shipped packages: run a production build first (npm run build)');
  const pane = JSON.parse(readFileSync(list, 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const all = withAllBelow(Object.keys(dependencies).filter((name) => !PANE_ONLY.test(name)));
  for (const name of pane) {
    const facts = packageFacts(name);
    if (facts === null) throw new Error(`${name} is in the build but not in node_modules`);
    all.set(name, facts);
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A package without a licence file of its own: the licence it declares, in full, with its author. */
function licenceText(facts) {
  if (facts.text !== '') return facts.text;
  const like = facts.license === 'MIT' ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : '';
  return like.replace(/^Copyright .*$/m, `Copyright (c) ${facts.by === '' ? `the authors of ${facts.name}` : facts.by}`);
}

function compose(packages) {
  const byText = new Map();
  for (const facts of packages) {
    const text = licenceText(facts);
    byText.set(text, [...(byText.get(text) ?? []), facts]);
  }
  const sections = [...byText].map(([text, group]) => {
    const list = group.map((one) => `- ${one.name} (${one.license})`).join('\n');
    return `${list}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``;
  });
  return [
    '# Third-party notices',
    '',
    'Tổng hợp is under the MIT licence (see LICENSE). It contains, or is run with, the packages below, each under its own',
    'licence. Packages with the same licence text stand together. Made by `npm run notices`; do not edit by hand.',
    '',
    sections.join('\n\n---\n\n'),
    '',
  ].join('\n');
}

const packages = shippedPackages();
const problems = packages.flatMap((one) => [
  ...(ACCEPTED.has(one.license) ? [] : [`${one.name}: the licence “${one.license}” is not among those accepted`]),
  ...(licenceText(one) === '' ? [`${one.name}: no licence text`] : []),
]);
const text = compose(packages);
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) problems.push('THIRD-PARTY-NOTICES.md is not up to date: run npm run notices');
} else {
  writeFileSync(target, text);
  console.log(`${String(packages.length)} packages`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
