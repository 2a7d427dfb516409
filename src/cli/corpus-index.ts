/**
 * What others say of a corpus: an index.json in its folder, and the cell values it points to. Format:
 * `[{ "file": "a.xlsx", "values"?: "values/1.json", "libreoffice"?: "opens" | "refuses" }]`, values:
 * `{ "sheet": "…", "merged": ["A1:B2"], "cells": { "A1": { "t": "n" | "s" | "bool" | "date" | "duration" | "e", "v": … } } }`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { DescribedCell, DescribedSheet } from './described-cells';

const indexSchema = z.array(
  z.looseObject({ file: z.string(), values: z.optional(z.string()), libreoffice: z.optional(z.enum(['opens', 'refuses'])) }),
);
const valuesSchema = z.looseObject({
  sheet: z.string(),
  merged: z.optional(z.array(z.string())),
  cells: z.record(z.string(), z.looseObject({ t: z.string(), v: z.union([z.number(), z.string(), z.boolean()]) })),
});
type ExpectedCells = z.infer<typeof valuesSchema>;

export interface CorpusIndex {
  /** The files of the index itself: no part of the corpus. */
  readonly own: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, { readonly libreOffice: 'opens' | 'refuses' | null; readonly expected?: ExpectedCells }>;
}

/** The index of a corpus folder, or null when it has none. Throws where an index is there but is no index. */
export async function readIndex(folder: string): Promise<CorpusIndex | null> {
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const entries = indexSchema.parse(JSON.parse(text));
  const files = new Map<string, { libreOffice: 'opens' | 'refuses' | null; expected?: ExpectedCells }>();
  for (const { file, values, libreoffice } of entries) {
    const expected = values === undefined ? undefined : valuesSchema.parse(JSON.parse(await readFile(join(folder, values), 'utf8')));
    files.set(file, { libreOffice: libreoffice ?? null, ...(expected === undefined ? {} : { expected }) });
  }
  return { own: new Set(['index.json', ...entries.flatMap((one) => one.values ?? [])]), files };
}

/** Serial numbers count days: a thousandth of a second is less than this. */
const SAME_MOMENT_SECONDS = 0.001;

/**
 * Where our cells differ from the expected ones, "A1: expected …, got …"; empty when all agree. A formula without a
 * cached result differs by design (we say "uncalculated", others give its text or nothing) and is passed over.
 */
export function compareCells(expected: ExpectedCells, sheets: readonly DescribedSheet[]): readonly string[] {
  const sheet = sheets.find((one) => one.name === expected.sheet);
  if (sheet === undefined) return [`no sheet “${expected.sheet}”`];
  const differences: string[] = [];
  const ours = sheet.cells;
  for (const [address, cell] of Object.entries(expected.cells)) {
    const own = Object.hasOwn(ours, address) ? ours[address] : undefined;
    if (own?.t === 'uncalculated' || sameCell(cell, own)) continue;
    differences.push(`${address}: expected ${JSON.stringify(cell)}, got ${JSON.stringify(own ?? null)}`);
  }
  for (const [address, own] of Object.entries(ours)) {
    if (own.t === 'uncalculated' || Object.hasOwn(expected.cells, address)) continue;
    differences.push(`${address}: expected nothing, got ${JSON.stringify(own)}`);
  }
  if (expected.merged !== undefined && [...expected.merged].sort().join() !== [...sheet.merged].sort().join()) {
    differences.push(`merged areas: expected ${expected.merged.join()}, got ${sheet.merged.join()}`);
  }
  return differences;
}

function sameCell(expected: { readonly t: string; readonly v: number | string | boolean }, own: DescribedCell | undefined): boolean {
  // An empty text is no cell of ours: it says nothing.
  if (own === undefined) return expected.v === '';
  if (expected.t === 'duration') {
    return typeof expected.v === 'number' && Math.abs((own.serial ?? NaN) * 86_400 - expected.v) < SAME_MOMENT_SECONDS;
  }
  if (typeof expected.v === 'string' && typeof own.v === 'string') {
    // Who has no type for errors gives them as text.
    const sameType = expected.t === own.t || (own.t === 'e' && expected.t === 's');
    return sameType && expected.v.replace(/\r\n?/g, '\n') === own.v;
  }
  return expected.t === own.t && expected.v === own.v;
}
