/**
 * What each thing a clerk does costs Excel: batches, bytes, the largest request. Measured on our code over Microsoft's
 * library over the stand-in's host; the tests hold it against its limits, `npm run bench` prints it.
 */
import { checkSheet } from '../../../src/app/check-sheet';
import { addLateFiles, consolidateIntoWorkbook, plainSettings } from '../../../src/app/consolidate-into-workbook';
import { fixFindings } from '../../../src/app/fix-finding';
import type { HostResult } from '../../../src/app/host';
import { insertForm } from '../../../src/app/insert-form';
import type { Received } from '../../../src/core/consolidation/received';
import type { FormDefinition } from '../../../src/core/forms/definition';
import { hostOver } from '../../../src/excel/excel-host';
import type { AddinPage } from '../../standin/support/addin-page';
import { manyUnits } from './samples';

export interface ActionCost {
  readonly action: string;
  readonly batches: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly largest: number;
  /** Bytes of the largest reply. */
  readonly largestReply: number;
  /** At most so many batches; null where only the size is limited. */
  readonly limit: number | null;
}

/** No request and no reply may be larger (bytes): Excel on the web refuses more than 5 MB, either way. */
export const LARGEST_REQUEST = 4_000_000;

let runs = 0;

/** Runs every action in turn. `model`: a received form, of which the many units are made. */
export async function measureActions(
  page: AddinPage,
  form: FormDefinition,
  model: Received,
  units: readonly number[],
  tell: (cost: ActionCost) => void,
): Promise<void> {
  const host = hostOver({
    run: (options, work) => page.excel.run(options, work),
    createWorkbook: (base64) => page.excel.createWorkbook(base64),
    newRun: () => `${String((runs += 1)).padStart(8, '0')}-counted`,
  });
  const nothing = { batches: 0, bytesOut: 0, bytesIn: 0, largest: 0, largestReply: 0 };
  let current = nothing;
  const handle = page.host.handle.bind(page.host);
  page.host.handle = async (text, flags) => {
    const reply = await handle(text, flags);
    const [out, back] = [Buffer.byteLength(text), Buffer.byteLength(reply)];
    const { batches, bytesOut, bytesIn, largest, largestReply } = current;
    current = {
      batches: batches + 1,
      bytesOut: bytesOut + out,
      bytesIn: bytesIn + back,
      largest: Math.max(largest, out),
      largestReply: Math.max(largestReply, back),
    };
    return reply;
  };
  /** What the library gives back after a run belongs to it. */
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 80));
  const measure = async <T>(action: string, limit: number | null, work: () => HostResult<T>): Promise<T> => {
    await rest();
    current = nothing;
    const done = await work();
    await rest();
    if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
    tell({ action, limit, ...current });
    return done.value;
  };
  try {
    const check = { forms: [form], expected: { year: form.year, theme: null } };
    const { id } = await measure('Chèn mẫu', 3, () => insertForm(host, { form, campaign: null, unit: null }));
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.protection.unprotect();
      const cells = sheet.getRange('D12:E40');
      cells.numberFormat = Array.from({ length: 29 }, () => ['@', '@']);
      cells.values = Array.from({ length: 29 }, (_unused, row) => [`${String(row)} lớp`, row % 3 === 0 ? 'khá nhiều' : '1.250']);
      await context.sync();
    });
    const checked = await measure('Kiểm tra', 2, () => checkSheet(host, check));
    await measure('Kiểm tra lại', 2, () => checkSheet(host, check));
    await measure('Sửa tất cả', 2, () => fixFindings(host, id, checked.findings, checked.sheet.grid));
    const settings = plainSettings(form, 'Nhập tay');
    for (const count of units) {
      const received = manyUnits([model], count);
      const limit = count <= 168 ? 8 : null;
      const of = count.toLocaleString('vi-VN');
      await measure(`Tổng hợp ${of} đơn vị`, limit, () => consolidateIntoWorkbook(host, received, settings));
      await measure(`Thêm tệp nộp sau vào ${of} đơn vị`, limit, () => addLateFiles(host, received.slice(0, 1), settings));
    }
  } finally {
    page.host.handle = handle;
  }
}
