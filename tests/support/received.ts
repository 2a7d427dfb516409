/** Received files for tests of consolidation, without any file: rows of a sheet, bound and checked. */
import { createHash } from 'node:crypto';

import { receiveCells, type ReceiveSettings } from '../../src/app/receive-workbook';
import { FORMS } from '../../src/catalogue/forms';
import { indexRoster } from '../../src/core/campaign/identify';
import { parseRoster } from '../../src/core/campaign/roster';
import { consolidate } from '../../src/core/consolidation/consolidate';
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import type { Received } from '../../src/core/consolidation/received';
import { annexRows, FORM, type AnnexOptions, type AnnexValues } from './annex';
import { gridOf } from './grid';

export interface ReceivedOptions extends AnnexOptions {
  readonly hash?: string;
  readonly savedAt?: string | null;
  readonly fileTime?: string | null;
}

export const SETTINGS: ReceiveSettings = { form: FORM, forms: FORMS, expected: { year: 2024, theme: null }, acceptProposals: false };

export function received(file: string, values: AnnexValues, options: ReceivedOptions = {}): Received {
  const workbook = {
    sheets: [gridOf(annexRows(values, options))],
    properties: { savedAt: options.savedAt ?? null, title: null, creator: null, custom: {} },
  };
  const hash = sha256(options.hash ?? JSON.stringify([file, values, options]));
  return receiveCells(workbook, { file, hash, fileTime: options.fileTime ?? null }, SETTINGS);
}

/** A hash as real files have it: lineage of anything else is not believed. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function refused(file: string): Received {
  return { file, hash: null, savedAt: null, fileTime: null, outcome: 'refused', refusal: { code: 'password', detail: null } };
}

/** Consolidates; `roster` is the text of a roster file's rows. */
export function consolidateAll(all: readonly Received[], roster: readonly (readonly string[])[] | null = null): Consolidation {
  const parsed = roster === null ? null : parseRoster(roster);
  return consolidate(FORM, all, { roster: parsed === null ? null : indexRoster(parsed.roster), findings: parsed?.findings ?? [] });
}

/** "a.xlsx counted –" per submission. */
export function states(consolidation: Consolidation): string[] {
  return consolidation.submissions.map((one) => `${one.file} ${one.state} ${one.reason ?? '–'}`);
}

/** Totals with at least one reporter: key → [value, reporters]. */
export function totals(consolidation: Consolidation): Record<string, [number, number]> {
  return Object.fromEntries(
    consolidation.totals.filter((total) => total.reporters > 0).map((total) => [total.field.key, [total.value, total.reporters]]),
  );
}
