/**
 * `npm run cells -- FILE [--json OUT]`: the typed cells of one workbook, so that anyone can compare them with what
 * another program reads. The JSON is described in docs/corpus.md.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { receivePaths } from '../files/receive-node';
import { createGuardedReader } from './guarded-reading';
import { writeBeside } from './write-beside';

const USAGE = 'npm run cells -- FILE [--json OUT]   (OUT "-" or absent: standard output)\n';

/** Exit code 0: read; 1: refused, with the reason in the JSON; 2: wrong use. */
export async function run(argv: readonly string[]): Promise<number> {
  const options = parse(argv);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const reader = createGuardedReader();
  try {
    const described = await describeFile(options.file, reader.read);
    const json = `${JSON.stringify(described, null, 1)}\n`;
    if (options.json === '-') process.stdout.write(json);
    else await writeBeside(options.json, json);
    return described.state === 'read' ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    reader.close();
  }
}

function parse(argv: readonly string[]): { readonly file: string; readonly json: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'string', default: '-' } },
    });
    const [file, ...others] = positionals;
    return file === undefined || others.length > 0 ? null : { file, json: values.json };
  } catch {
    return null;
  }
}

async function describeFile(
  path: string,
  read: ReturnType<typeof createGuardedReader>['read'],
): Promise<{ readonly state: string } & Readonly<Record<string, unknown>>> {
  const file = basename(path);
  for (const item of receivePaths([path])) {
    const bytes = await item.read();
    if (!bytes.ok) return { file, state: 'refused', reason: bytes.error.code, detail: bytes.error.detail, sheets: [] };
    const { state, reason, detail, answer } = await read({ file: path, bytes: bytes.value, cells: true });
    return { file, state, reason, detail, sheets: answer?.cells ?? [] };
  }
  throw new Error(`no file: ${path}`);
}
