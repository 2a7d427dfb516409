/**
 * `npm run corpus -- DIR… [--json FILE]`: feeds every file to the reading line, one by one, and prints what became of
 * them. Where a DIR has an index.json (see docs/corpus.md), cell values and what LibreOffice opens are compared too.
 * Exit code 0: nothing crashed, timed out or differed; 1: something did; 2: wrong use.
 */
import { parseArgs } from 'node:util';
import { expandReceived, type ReceivedFile } from '../files/archive/expand';
import { NoSuchPath, receivePaths } from '../files/receive-node';
import { compareCells, readIndex, type CorpusIndex } from './corpus-index';
import { printCorpus, type CorpusEntry } from './corpus-table';
import { createGuardedReader, type GuardedReader } from './guarded-reading';
import { writeBeside } from './write-beside';

const USAGE = 'npm run corpus -- DIR… [--json FILE]   (FILE "-": standard output)\n';

export async function run(argv: readonly string[]): Promise<number> {
  const options = parse(argv);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const reader = createGuardedReader();
  const entries: CorpusEntry[] = [];
  try {
    for (const root of options.roots) await readRoot(root, reader, entries);
    const json = `${JSON.stringify({ files: entries }, null, 1)}\n`;
    if (options.json === '-') process.stdout.write(json);
    else process.stdout.write(printCorpus(entries));
    if (options.json !== null && options.json !== '-') await writeBeside(options.json, json);
  } catch (error) {
    if (!(error instanceof NoSuchPath)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}`);
    return 2;
  } finally {
    reader.close();
  }
  const bad = entries.some((one) => one.state === 'crashed' || one.state === 'timed-out' || one.values === 'differ');
  return bad ? 1 : 0;
}

function parse(argv: readonly string[]): { readonly roots: readonly string[]; readonly json: string | null } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'string' } },
    });
    return positionals.length === 0 ? null : { roots: positionals, json: values.json ?? null };
  } catch {
    return null;
  }
}

async function readRoot(root: string, reader: GuardedReader, entries: CorpusEntry[]): Promise<void> {
  const index = await readIndex(root);
  for await (const { path, bytes } of expandReceived(receivePaths([root]))) {
    if (index?.own.has(path) === true) continue;
    entries.push({ root, ...(await entryOf(path, bytes, reader, index)) });
  }
}

async function entryOf(
  file: string,
  bytes: ReceivedFile['bytes'],
  reader: GuardedReader,
  index: CorpusIndex | null,
): Promise<Omit<CorpusEntry, 'root'>> {
  const known = index?.files.get(file);
  const facts = { file, bytes: bytes.ok ? bytes.value.length : 0, libreOffice: known?.libreOffice ?? null };
  const nothing = { sheets: 0, cells: 0, form: null, values: null, differences: [] } as const;
  if (!bytes.ok) {
    const { code, detail } = bytes.error;
    return { ...facts, ...nothing, state: 'refused', reason: code, detail, milliseconds: 0, megabytes: 0 };
  }
  const { answer, ...outcome } = await reader.read({ file, bytes: bytes.value, cells: known?.expected !== undefined });
  if (answer === null) return { ...facts, ...nothing, ...outcome };
  const differences = known?.expected === undefined ? [] : compareCells(known.expected, answer.cells ?? []);
  return {
    ...facts,
    ...outcome,
    sheets: answer.sheets,
    cells: answer.filled,
    form: answer.form,
    values: known?.expected === undefined ? null : differences.length === 0 ? 'agree' : 'differ',
    differences,
  };
}
