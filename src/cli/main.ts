/** `tong-hop`: consolidates received files from the command line. See docs/json.md for what `--json` prints. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { receiveFiles, type FileJob } from '../app/receive-files';
import type { ReceiveSettings } from '../app/receive-workbook';
import { FORMS } from '../catalogue/forms';
import { indexRoster, type RosterIndex } from '../core/campaign/identify';
import { parseRoster } from '../core/campaign/roster';
import { textRows } from '../core/cells/text-rows';
import type { Consolidation, SubmissionState } from '../core/consolidation/consolidation';
import { consolidate } from '../core/consolidation/consolidate';
import type { Received } from '../core/consolidation/received';
import type { Finding } from '../core/findings';
import { planSummary } from '../core/sheets/plan-summary';
import { expandReceived } from '../files/archive/expand';
import { createNodeWorker, processMemory } from '../files/pool/node-worker';
import { createPool } from '../files/pool/pool';
import { readWorkbook } from '../files/read/read-workbook';
import { NoSuchPath, receivePaths } from '../files/receive-node';
import { writeXlsx } from '../files/write/write-xlsx';
import { CLI_WORDS } from '../messages/cli-words';
import { sheetWords } from '../messages/sheet-words';
import { describeReason, STATE_WORDS } from '../messages/submission-words';
import { describeFinding } from '../messages/vi';
import { parseArguments, type CliArguments } from './arguments';
import { reportAsJson } from './json-report';
import { writeBeside } from './write-beside';

const ALL_COUNTED = 0;
const SOMETHING_WAITS = 1;
const WRONG_USE = 2;

/** Growth of the process while a file is read from which on the file is refused, in bytes. */
const MEMORY_PER_FILE = 512 * 1024 * 1024;

/** Runs the command line; returns the exit code. Never prints a stack trace. */
export async function run(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return wrongUse(parsed.error);
  if (parsed.value.help) {
    process.stdout.write(`${CLI_WORDS.usage}\n`);
    return ALL_COUNTED;
  }
  try {
    return await consolidatePaths(parsed.value);
  } catch (error) {
    if (error instanceof NoSuchPath) return wrongUse(CLI_WORDS.noSuchPath(error.path));
    process.stderr.write(`${CLI_WORDS.unexpected}\n`);
    if (process.env['TONG_HOP_DEBUG'] !== undefined) process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    return WRONG_USE;
  }
}

function wrongUse(sentence: string): number {
  process.stderr.write(`${sentence}\n\n${CLI_WORDS.usage}\n`);
  return WRONG_USE;
}

async function consolidatePaths(options: CliArguments): Promise<number> {
  const roster = await readRoster(options.roster);
  if (typeof roster === 'string') return wrongUse(roster);
  const received = await receiveAll(options);
  if (received.length === 0) return wrongUse(CLI_WORDS.noFiles);
  const result = consolidate(options.form, received, { roster: roster?.index ?? null, findings: roster?.findings ?? [] });
  const failed = await writeResults(options, result);
  if (failed !== null) {
    process.stderr.write(`${CLI_WORDS.cannotWrite(failed)}\n`);
    return WRONG_USE;
  }
  printSummary(options, result);
  const waits = result.submissions.some((one) => one.state === 'refused' || one.state === 'undetermined');
  return waits ? SOMETHING_WAITS : ALL_COUNTED;
}

interface ReadRoster {
  readonly index: RosterIndex;
  readonly findings: readonly Finding[];
}

/** The roster, null without one, or the sentence that says why it cannot be used. */
async function readRoster(path: string | null): Promise<ReadRoster | string | null> {
  if (path === null) return null;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return CLI_WORDS.rosterUnreadable(path);
  }
  const workbook = readWorkbook(bytes);
  const sheet = workbook.ok ? workbook.value.sheets[0] : undefined;
  if (sheet === undefined) return CLI_WORDS.rosterUnreadable(path);
  const { roster, findings } = parseRoster(textRows(sheet));
  return roster.units.length === 0 ? CLI_WORDS.rosterEmpty(path) : { index: indexRoster(roster), findings };
}

async function receiveAll(options: CliArguments): Promise<readonly Received[]> {
  const settings: ReceiveSettings = {
    form: options.form,
    forms: FORMS,
    expected: { year: options.form.year, theme: null },
    acceptProposals: options.acceptProposals,
  };
  const pool = createPool<FileJob, Received>({
    size: Math.max(1, availableParallelism()),
    createWorker: () => createNodeWorker(new URL('./worker.mjs', import.meta.url), { data: settings }),
    memory: { read: processMemory, growthBytes: MEMORY_PER_FILE, everyMs: 100 },
    onFault: (message) => {
      if (process.env['TONG_HOP_DEBUG'] !== undefined) process.stderr.write(`${message}\n`);
    },
  });
  const showsProgress = process.stderr.isTTY;
  let done = 0;
  try {
    return await receiveFiles(expandReceived(receivePaths(options.paths)), pool, (received) => {
      done += 1;
      if (showsProgress) process.stderr.write(`\r\u001b[2K${CLI_WORDS.reading(done, received.file).slice(0, 100)}`);
    });
  } finally {
    if (showsProgress) process.stderr.write('\r\u001b[2K');
    pool.cancel();
  }
}

/** Writes what was asked for; returns the path that could not be written, or null. */
async function writeResults(options: CliArguments, result: Consolidation): Promise<string | null> {
  if (options.out !== null) {
    const plan = planSummary(result, {
      words: sheetWords,
      year: options.form.year,
      attachedTo: null,
      office: null,
      consolidatedOn: null,
      describe: describeFinding,
      describeState: (submission) => ({ state: STATE_WORDS[submission.state], reason: describeReason(submission) }),
    });
    const bytes = await writeXlsx(plan);
    try {
      await writeBeside(options.out, bytes);
    } catch {
      return options.out;
    }
  }
  if (options.json === null) return null;
  const json = `${JSON.stringify(reportAsJson(result), null, 2)}\n`;
  if (options.json === '-') {
    await new Promise<void>((resolve) => process.stdout.write(json, () => { resolve(); }));
    return null;
  }
  try {
    await writeBeside(options.json, json);
  } catch {
    return options.json;
  }
  return null;
}

const STATES: readonly SubmissionState[] = ['counted', 'superseded', 'duplicate', 'contained', 'undetermined', 'refused'];

/** The outcome for a person: on standard output, unless the JSON goes there. */
function printSummary(options: CliArguments, result: Consolidation): void {
  const print = (line: string): void => {
    (options.json === '-' ? process.stderr : process.stdout).write(`${line}\n`);
  };
  if (options.json === '-' && !process.stderr.isTTY) return;
  const counts = STATES.map((state) => [STATE_WORDS[state], result.submissions.filter((one) => one.state === state).length] as const);
  print(CLI_WORDS.summary(counts.filter(([, count]) => count > 0)));
  for (const one of result.submissions) {
    if (one.state === 'refused' || one.state === 'undetermined') print(`  ${one.file}: ${describeReason(one)}`);
  }
  if (result.missing.length > 0) print(CLI_WORDS.missing(result.missing.length));
  if (options.out !== null) print(CLI_WORDS.wrote(options.out));
}
