/** The worker for single files: makes the blank form, reads a list of units. Nothing of a file reaches the page unasked. */
import { planBlankWorkbook } from '../../app/insert-form';
import { rosterRows } from '../../core/campaign/roster-table';
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { DEFAULT_LIMITS, describeBytes } from '../../files/read/limits';
import { readWorkbook } from '../../files/read/read-workbook';
import { writeXlsx } from '../../files/write/write-xlsx';
import type { FormOrder } from '../state/tools';
import type { FileAnswer, FileOrder } from './file-work';

async function makeForm({ form, campaign, unitName }: FormOrder): Promise<Uint8Array<ArrayBuffer>> {
  const name = unitName.trim();
  const unit = name === '' ? null : { code: null, name };
  return new Uint8Array(await writeXlsx(planBlankWorkbook({ form, campaign, unit })));
}

/** The rows of the first visible sheet that holds something. */
async function readRows(file: File): Promise<Result<readonly (readonly string[])[], Refusal>> {
  const limit = Math.max(DEFAULT_LIMITS.zipFileBytes, DEFAULT_LIMITS.plainFileBytes);
  if (file.size > limit) return fail({ code: 'too-large', detail: describeBytes(limit) });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved, deleted or locked since it was chosen.
    return fail({ code: 'not-permitted', detail: null });
  }
  const book = readWorkbook(bytes);
  if (!book.ok) return book;
  const sheets = book.value.sheets.filter((one) => one.rows.length > 0);
  const sheet = sheets.find((one) => one.visibility === 'visible') ?? sheets[0];
  return ok(sheet === undefined ? [] : rosterRows(sheet));
}

function tell(answer: FileAnswer, transfer: Transferable[] = []): void {
  globalThis.postMessage(answer, { transfer });
}

async function obey(order: FileOrder): Promise<void> {
  const { id } = order;
  if (order.kind === 'form') {
    const bytes = await makeForm(order.order);
    tell({ kind: 'form', id, bytes }, [bytes.buffer]);
  } else {
    tell({ kind: 'rows', id, result: await readRows(order.file) });
  }
}

globalThis.addEventListener('message', (event: MessageEvent<FileOrder>) => {
  obey(event.data).catch((error: unknown) => {
    // The kind of fault, not its text, which might quote what a file holds.
    tell({ kind: 'failed', id: event.data.id, report: error instanceof Error ? error.name : 'unknown' });
  });
});
