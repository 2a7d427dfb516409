/** The command line as a user starts it: the real bin in a process of its own, with its exit code, output and memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { jsonReport, type JsonReport } from '../../src/cli/json-report';
import { ROOT } from './source-tree';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The most memory the process held, in bytes. */
  readonly peakMemory: number;
  readonly milliseconds: number;
}

const BIN = join(ROOT, 'src', 'cli', 'bin.mjs');
/** Longer than anything a test starts; a run that hangs ends with code null. */
const LIMIT = 120_000;

/** The Node that npm runs on itself: as a rule the machine's own, where the lock brings another one for the scripts. */
export const MACHINES_NODE = process.env['npm_node_execpath'] ?? process.execPath;

/** Runs `tong-hop` with the arguments; `cwd` is where relative paths begin, `node` the program that runs it. */
export async function tongHop(args: readonly string[], cwd: string = ROOT, node: string = process.execPath): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-run-'));
  const peak = join(folder, 'peak');
  const started = performance.now();
  try {
    const child = spawn(node, ['--import', join(ROOT, 'tests', 'support', 'peak-memory.mjs'), BIN, ...args], {
      cwd,
      env: { ...process.env, PEAK_MEMORY_FILE: peak, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return {
      code,
      stdout: Buffer.concat(out).toString('utf8'),
      stderr: Buffer.concat(err).toString('utf8'),
      peakMemory: code === null ? Number.NaN : Number(readFileSync(peak, 'utf8')),
      milliseconds: performance.now() - started,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface JsonRun extends Run {
  readonly json: JsonReport;
}

/** Runs with `--json -` and reads the answer, which must be the whole of standard output and fit the schema. */
export async function tongHopJson(args: readonly string[], cwd?: string): Promise<JsonRun> {
  const run = await tongHop([...args, '--json', '-'], cwd);
  let parsed: unknown;
  try {
    parsed = JSON.parse(run.stdout);
  } catch {
    throw new Error(
      `no JSON on standard output (exit ${String(run.code)}): ${run.stdout.slice(0, 300)}${run.stderr.slice(0, 300)}`,
    );
  }
  return { ...run, json: jsonReport.parse(parsed) };
}

/** A folder of its own for one test; `remove` takes it away. */
export interface Folder {
  readonly path: string;
  /** Writes a file below it, folders included; returns its full path. */
  readonly write: (path: string, content: Uint8Array | string) => string;
  readonly remove: () => void;
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'tong-hop-cli-'));
  return {
    path,
    write: (name, content) => {
      const full = join(path, name);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** "a.xlsx counted –" per submission. */
export function statesOf(json: JsonReport): string[] {
  return json.submissions.map((one) => `${one.file} ${one.state} ${one.reason ?? '–'}`);
}

/** Totals that somebody reported: row → [value, reporters] per measure. */
export function reportedTotals(json: JsonReport): Record<string, number | Record<string, number>> {
  const found: Record<string, number | Record<string, number>> = {};
  for (const [row, values] of Object.entries(json.totals)) {
    const { reporters } = values;
    if (typeof reporters !== 'object') throw new Error(`row ${row} has no reporters`);
    for (const [measure, count] of Object.entries(reporters)) {
      if (count === 0) continue;
      found[`${row}/${measure}`] = values[measure] ?? Number.NaN;
      found[`${row}/${measure}/reporters`] = count;
    }
  }
  return found;
}
