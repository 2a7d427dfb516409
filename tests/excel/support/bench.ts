/** What `npm run bench` runs to print what the actions cost Excel; bundled by tools/bench/excel.mjs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { receiveWorkbook } from '../../../src/app/receive-workbook';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../../../src/catalogue/forms';
import { openAddinPage } from '../../standin/support/addin-page';
import { measureActions, LARGEST_REQUEST, type ActionCost } from './counts';

const SAMPLE = '01. PL2 - xã Suối Ngân.xlsx';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function lineOf({ action, batches, limit, bytesOut, bytesIn, largest, largestReply }: ActionCost): string {
  const allowed = limit === null ? '' : ` (at most ${String(limit)})`;
  const late =
    (limit !== null && batches > limit) || largest > LARGEST_REQUEST || largestReply > LARGEST_REQUEST ? '  TOO MUCH' : '';
  return (
    `  ${action.padEnd(36)}${String(batches).padStart(4)} batches${allowed.padEnd(12)}` +
    `${kilobytes(bytesOut).padStart(10)} sent, the largest ${kilobytes(largest).padStart(8)};${kilobytes(bytesIn).padStart(10)} received, the largest ${kilobytes(largestReply).padStart(8)}${late}`
  );
}

/** `root`: the project's folder. Resolves to false where a limit is broken. */
export async function printCounts(root: string, units: readonly number[], print: (line: string) => void): Promise<boolean> {
  const form = findForm(DEFAULT_FORM_ID);
  if (form === undefined) throw new Error('the default form is missing');
  const bytes = new Uint8Array(await readFile(join(root, 'samples', 'received', SAMPLE)));
  const settings = { form, forms: FORMS, expected: { year: form.year, theme: null }, acceptProposals: false };
  const model = receiveWorkbook(bytes, { file: SAMPLE, hash: null, fileTime: null }, settings);
  const page = await openAddinPage();
  let good = true;
  print(`what the actions cost Excel, over Microsoft's library (nothing above ${kilobytes(LARGEST_REQUEST)})`);
  await measureActions(page, form, model, units, (cost) => {
    print(lineOf(cost));
    good &&= cost.batches <= (cost.limit ?? Infinity) && Math.max(cost.largest, cost.largestReply) <= LARGEST_REQUEST;
  });
  page.close();
  return good;
}
