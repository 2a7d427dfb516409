/** `tong-hop`: consolidates received files from the command line. See docs/json.md for what `--json` prints. */
import type { Worker } from 'node:worker_threads';
import { dueColumn } from '../app/ledger-columns';
import { createUnpacker } from '../app/packed-received';
import type { FileJob } from '../app/receive-one';
import { receiveItems, type PlaceAnswer, type PlaceJob } from '../app/receive-items';
import type { ReceiveSettings } from '../app/receive-workbook';
import { loadProvinces, officialUnits } from '../catalogue/administrative-units';
import { ledgerOf, rateFindings, type Ledger } from '../core/campaign/ledger';
import type { Consolidation, SubmissionState } from '../core/consolidation/consolidation';
import { anticipate } from '../core/consolidation/anticipate';
import { consolidate } from '../core/consolidation/consolidate';
import type { OfficialUnit } from '../core/consolidation/contributor-claims';
import type { Received } from '../core/consolidation/received';
import { planSummary } from '../core/sheets/plan-summary';
import { handleOf, processMemory } from '../files/pool/node-worker';
import { createPool } from '../files/pool/pool';
import { NoSuchPath, receivePaths } from '../files/receive-node';
import { writeXlsx } from '../files/write/write-xlsx';
import { TYPED_IN } from '../messages/campaign-words';
import { CLI_WORDS } from '../messages/cli-words';
import { DOCUMENT_CLI_WORDS } from '../messages/document-cli-words';
import { SENDING_CLI_WORDS } from '../messages/sending-words';
import { sheetWords } from '../messages/sheet-words';
import { describeReason, STATE_WORDS } from '../messages/submission-words';
import { describeFinding } from '../messages/vi';
import { parseArguments, type CliArguments } from './arguments';
import { jsonPieces } from './json-report';
import { plainLine } from './plain-line';
import type { DocumentsWritten } from './documents';
import { writeSentOut } from './send-out';
import { writeChase } from './chase';
import { settle, type Settled } from './settle';
import { gathered, writeBeside } from './write-beside';

const ALL_COUNTED = 0;
const SOMETHING_WAITS = 1;
const WRONG_USE = 2;

/** Small files are done in a millisecond: a worker that had to ask for each would wait as long again. */
const IN_HAND = 8;
/** Growth of the process while a file is read from which on the file is refused, in bytes. */
const MEMORY_PER_FILE = 512 * 1024 * 1024;

/** The threads that read files, started before this script was loaded (see ./threads). */
export interface Threads {
  /** How many there may be at once. */
  readonly size: number;
  /** One of them, or a new one in the place of one that had to be ended. */
  readonly take: () => Worker;
}

/** Runs the command line; returns the exit code. Never prints a stack trace. */
export async function run(argv: readonly string[], threads: Threads): Promise<number> {
  // Whoever reads along may stop early ("| head"): what was asked for is written all the same.
  process.stdout.on('error', () => undefined);
  const parsed = parseArguments(argv);
  if (!parsed.ok) return wrongUse(parsed.error);
  if (parsed.value.help) {
    process.stdout.write(`${CLI_WORDS.usage}\n`);
    return ALL_COUNTED;
  }
  try {
    return await consolidatePaths(parsed.value, threads);
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

async function consolidatePaths(options: CliArguments, threads: Threads): Promise<number> {
  const read = await settle(options);
  if (!read.ok) return wrongUse(read.error);
  const settled = read.value;
  if (options.sendOut !== null) return sendOutTo(options.sendOut, settled);
  const { form, campaign, decisions } = settled;
  if (options.chase !== null && settled.roster === null) return wrongUse(SENDING_CLI_WORDS.chaseNeedsRoster);
  if (options.reminder !== null && settled.roster === null) return wrongUse(DOCUMENT_CLI_WORDS.reminderNeedsRoster);
  const received = await receiveAll(options, settled.settings, threads);
  if (received.length === 0) return wrongUse(CLI_WORDS.noFiles);
  const result = consolidate(form, received, {
    roster: settled.roster,
    findings: settled.findings,
    decisions,
    expected: settled.settings.expected,
    typedInLabel: TYPED_IN,
    thresholds: campaign?.thresholds ?? {},
    official: await officialFor(received),
    ...(settled.lastYear === null ? {} : { lastYear: settled.lastYear }),
  });
  const ledger = settled.roster === null ? null : ledgerOf(result, { roster: settled.roster.roster, campaign, decisions });
  const { failed: unwritten, nobodyToRemind } = await documentsOf(options, settled, received, result, ledger);
  const failed = unwritten ?? (await writeResults(options, settled, result, ledger));
  if (failed !== null) {
    process.stderr.write(`${CLI_WORDS.cannotWrite(failed)}\n`);
    return WRONG_USE;
  }
  printSummary(options, result, nobodyToRemind);
  for (const notice of settled.notices) process.stderr.write(`${plainLine(notice)}\n`);
  if (nobodyToRemind) process.stderr.write(`${DOCUMENT_CLI_WORDS.nobodyToRemind}\n`);
  const waits = result.submissions.some((one) => one.state === 'refused' || one.state === 'undetermined');
  return waits ? SOMETHING_WAITS : ALL_COUNTED;
}

/** The official list is read only where somebody's units are to be held against it. */
async function officialFor(received: readonly Received[]): Promise<ReadonlyMap<string, OfficialUnit>> {
  const needed = received.some((one) => one.outcome === 'form' && one.lineage !== null);
  return needed ? officialUnits(await loadProvinces()) : new Map();
}

async function sendOutTo(path: string, settled: Settled): Promise<number> {
  const { roster } = settled;
  if (roster === null) return wrongUse(SENDING_CLI_WORDS.needsRoster);
  const failed = await writeSentOut(path, { ...settled, roster });
  if (failed === null) return ALL_COUNTED;
  process.stderr.write(`${CLI_WORDS.cannotWrite(failed)}\n`);
  return WRONG_USE;
}

async function receiveAll(options: CliArguments, settings: ReceiveSettings, threads: Threads): Promise<readonly Received[]> {
  const pool = createPool<FileJob | PlaceJob, PlaceAnswer>({
    size: threads.size,
    ahead: IN_HAND,
    createWorker: () => {
      const worker = handleOf(threads.take());
      worker.post({ settings });
      return worker;
    },
    memory: { read: processMemory, growthBytes: MEMORY_PER_FILE, everyMs: 100 },
    onFault: (message) => {
      if (process.env['TONG_HOP_DEBUG'] !== undefined) process.stderr.write(`${message}\n`);
    },
  });
  const showsProgress = process.stderr.isTTY;
  let done = 0;
  try {
    return await receiveItems(receivePaths(options.paths), pool, createUnpacker(settings.form), (received) => {
      anticipate(received);
      done += 1;
      if (showsProgress) process.stderr.write(`\r\u001b[2K${plainLine(CLI_WORDS.reading(done, received.file)).slice(0, 100)}`);
    });
  } finally {
    if (showsProgress) process.stderr.write('\r\u001b[2K');
    pool.cancel();
  }
}

/** The Word writer is loaded only where a document is asked for: every start would pay for it. */
async function documentsOf(
  options: CliArguments,
  settled: Settled,
  received: readonly Received[],
  result: Consolidation,
  ledger: Ledger | null,
): Promise<DocumentsWritten> {
  if (options.report === null && options.reminder === null) return { failed: null, nobodyToRemind: false };
  const { writeDocuments } = await import('./documents');
  return writeDocuments(options, settled, received, result, ledger);
}

/** Writes what was asked for; returns the path that could not be written, or null. */
async function writeResults(options: CliArguments, settled: Settled, result: Consolidation, ledger: Ledger | null): Promise<string | null> {
  const { campaign, decisions } = settled;
  if (options.out !== null) {
    const plan = planSummary(result, {
      words: sheetWords,
      year: settled.year,
      attachedTo: campaign?.attachedTo ?? null,
      office: campaign?.office ?? null,
      consolidatedOn: null,
      describe: describeFinding,
      describeState: (submission) => ({ state: STATE_WORDS[submission.state], reason: describeReason(submission) }),
      receivedDates: new Map(Object.entries(decisions.receipts).map(([file, at]) => [file, at.slice(0, 10)])),
      ...(ledger === null ? {} : { due: dueColumn(ledger, options.today) }),
    });
    const bytes = await writeXlsx(plan);
    try {
      await writeBeside(options.out, bytes);
    } catch {
      return options.out;
    }
  }
  if (options.chase !== null && ledger !== null && settled.roster !== null) {
    const failed = await writeChase(options.chase, options.today, result, ledger, { ...settled, roster: settled.roster });
    if (failed !== null) return failed;
  }
  if (options.json === null) return null;
  const pieces = jsonPieces(withRates(result, ledger));
  if (options.json === '-') {
    for (const piece of gathered(pieces)) await new Promise<void>((resolve) => process.stdout.write(piece, () => { resolve(); }));
    return null;
  }
  try {
    await writeBeside(options.json, pieces);
  } catch {
    return options.json;
  }
  return null;
}

/** Rates stand among the findings: the JSON has no other place for them. */
function withRates(result: Consolidation, ledger: Ledger | null): Consolidation {
  return ledger === null ? result : { ...result, findings: [...result.findings, ...ledger.findings, ...rateFindings(ledger)] };
}

const STATES: readonly SubmissionState[] = ['counted', 'superseded', 'duplicate', 'contained', 'undetermined', 'refused'];

/** Findings about campaign, roster and units that are printed; the rest stands in the workbook and the JSON. */
const MOST_SAID = 10;

/** The outcome for a person: on standard output, unless the JSON goes there. */
function printSummary(options: CliArguments, result: Consolidation, nobodyToRemind: boolean): void {
  const print = (line: string): void => {
    (options.json === '-' ? process.stderr : process.stdout).write(`${plainLine(line)}\n`);
  };
  if (options.json === '-' && !process.stderr.isTTY) return;
  const counts = STATES.map((state) => [STATE_WORDS[state], result.submissions.filter((one) => one.state === state).length] as const);
  print(CLI_WORDS.summary(counts.filter(([, count]) => count > 0)));
  for (const one of result.submissions) {
    if (one.state === 'refused' || one.state === 'undetermined') print(`  ${one.file}: ${describeReason(one)}`);
  }
  for (const one of result.findings.filter((each) => each.severity !== 'hint').slice(0, MOST_SAID)) print(`  ${describeFinding(one)}`);
  if (result.missing.length > 0) print(CLI_WORDS.missing(result.missing.length));
  for (const path of [options.out, options.chase, options.report]) if (path !== null) print(CLI_WORDS.wrote(path));
  if (options.reminder !== null && !nobodyToRemind) print(CLI_WORDS.wrote(options.reminder));
}
