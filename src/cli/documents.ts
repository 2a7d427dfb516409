/** `--report` and `--reminder`: the Word documents of a consolidation. */
import { DEFAULT_OUTLINE } from '../catalogue/outlines';
import { chaseList } from '../core/campaign/chasing';
import type { Ledger } from '../core/campaign/ledger';
import type { Consolidation } from '../core/consolidation/consolidation';
import type { Received } from '../core/consolidation/received';
import type { DocumentPlan } from '../core/document/document-plan';
import { planReminder } from '../core/document/reminder';
import { writeReport } from '../core/narrative/write-report';
import { writeDocx } from '../files/write/docx/write-docx';
import { describeDue } from '../messages/campaign-words';
import { narrativeWords } from '../messages/narrative-words';
import { reminderWords } from '../messages/reminder-words';
import type { CliArguments } from './arguments';
import type { Settled } from './settle';
import { writeBeside } from './write-beside';

export interface DocumentsWritten {
  /** The path that could not be written; null for none. */
  readonly failed: string | null;
  /** Nobody has to be reminded: that document was not made. */
  readonly nobodyToRemind: boolean;
}

/** Writes the documents that were asked for. */
export async function writeDocuments(
  options: Pick<CliArguments, 'report' | 'reminder' | 'today'>,
  settled: Settled,
  received: readonly Received[],
  result: Consolidation,
  ledger: Ledger | null,
): Promise<DocumentsWritten> {
  const { campaign, lastYear, roster, form } = settled;
  if (options.report !== null) {
    const { document } = writeReport(result, {
      words: narrativeWords,
      outline: DEFAULT_OUTLINE,
      campaign,
      ledger,
      lastYear,
      received,
      describeEntry: describeDue,
    });
    if (!(await writtenTo(options.report, document))) return { failed: options.report, nobodyToRemind: false };
  }
  if (options.reminder === null || ledger === null || roster === null) return { failed: null, nobodyToRemind: false };
  const list = chaseList(result, ledger, { roster, today: options.today });
  const letter = planReminder(list, ledger, { form, campaign, words: reminderWords, officeWords: narrativeWords });
  if (letter === null) return { failed: null, nobodyToRemind: true };
  const failed = (await writtenTo(options.reminder, letter)) ? null : options.reminder;
  return { failed, nobodyToRemind: false };
}

/** What fails here is the place, not the document. */
async function writtenTo(path: string, plan: DocumentPlan): Promise<boolean> {
  const bytes = await writeDocx(plan);
  try {
    await writeBeside(path, bytes);
    return true;
  } catch {
    return false;
  }
}
