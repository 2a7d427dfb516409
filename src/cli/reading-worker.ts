/** The thread in which `npm run corpus` and `npm run cells` read: the same reader, the same bounds as the product. */
import { performance } from 'node:perf_hooks';
import { receiveCells } from '../app/receive-workbook';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../catalogue/forms';
import type { Refusal } from '../core/finding-codes';
import type { FormDefinition } from '../core/forms/definition';
import { useNode } from '../files/platform-node';
import { nodeWorkerPort } from '../files/pool/node-worker';
import { serveJobs } from '../files/pool/serve-jobs';
import { readWorkbook } from '../files/read/read-workbook';
import { describeCells, type DescribedSheet } from './described-cells';

export interface ReadingJob {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whether the cells are wanted, or only what became of the file. */
  readonly cells: boolean;
}

export type ReadingAnswer = { readonly milliseconds: number } & (
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | {
      readonly state: 'read';
      readonly sheets: number;
      readonly filled: number;
      /** What the rest of the line made of the cells: a form of the default kind, several, or none. */
      readonly form: 'form' | 'several' | 'refused';
      readonly cells: readonly DescribedSheet[] | null;
    }
);

function defaultForm(): FormDefinition {
  const form = findForm(DEFAULT_FORM_ID);
  if (form === undefined) throw new Error('the default form is missing');
  return form;
}

const form = defaultForm();

function readJob(job: ReadingJob): ReadingAnswer {
  const began = performance.now();
  const read = readWorkbook(job.bytes);
  const milliseconds = performance.now() - began;
  if (!read.ok) return { milliseconds, state: 'refused', refusal: read.error };
  const { sheets } = read.value;
  const received = receiveCells(
    read.value,
    { file: job.file, hash: null, fileTime: null },
    { form, forms: FORMS, expected: { year: null, theme: null }, acceptProposals: false },
  );
  return {
    milliseconds,
    state: 'read',
    sheets: sheets.length,
    filled: sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.cells.length, 0), 0),
    form: received.outcome,
    cells: job.cells ? describeCells(read.value) : null,
  };
}

useNode();
serveJobs<ReadingJob, ReadingAnswer>(nodeWorkerPort(), readJob);
