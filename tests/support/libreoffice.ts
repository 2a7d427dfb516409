/**
 * LibreOffice for tests: converting, recalculating, drawing. Every call has its own profile and a time limit.
 * A machine without it fails these tests, since skipping would hide that nothing was looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const LIMIT = 120_000;

function run(program: string, args: readonly string[], hint: string): void {
  try {
    execFileSync(program, args, { timeout: LIMIT, stdio: 'pipe', env: process.env });
  } catch (error) {
    // Not instanceof: jest gives tests an Error of their own.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`"${program}" is not installed, and this test needs it. On Debian: apt-get install ${hint}`);
    }
    throw error;
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-office-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convertIn(folder: string, bytes: Uint8Array, from: string, to: string): string {
  const source = join(folder, `in.${from}`);
  writeFileSync(source, bytes);
  const out = join(folder, 'out');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run(
    'soffice',
    [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', out, source],
    'libreoffice-calc',
  );
  const name = readdirSync(out).find((one) => one.startsWith('in.'));
  if (name === undefined) throw new Error(`LibreOffice made no ${to} of this file`);
  return join(out, name);
}

/** Saves a workbook in another format ("pdf", "xlsx", "ods", "xls"); returns the bytes of the new file. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return inFolder((folder) => new Uint8Array(readFileSync(convertIn(folder, bytes, from, to))));
}

/** Saves many workbooks in another format in one go; name without extension → bytes of the new file. */
export function convertMany(files: ReadonlyMap<string, Uint8Array>, from: string, to: string): ReadonlyMap<string, Uint8Array> {
  return inFolder((folder) => {
    const sources = [...files].map(([name, bytes], index) => {
      const path = join(folder, `${String(index)}.${from}`);
      writeFileSync(path, bytes);
      return { name, path, result: join(folder, 'out', `${String(index)}.${to}`) };
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', join(folder, 'out')];
    run('soffice', [...options, ...sources.map((one) => one.path)], 'libreoffice-calc');
    return new Map(sources.map((one) => [one.name, new Uint8Array(readFileSync(one.result))]));
  });
}

/** Draws every printed page as a PNG; `dpi` dots per inch. */
export function drawPages(bytes: Uint8Array, from: string, dpi = 60): Uint8Array[] {
  return inFolder((folder) => {
    const pdf = convertIn(folder, bytes, from, 'pdf');
    run('pdftoppm', ['-r', String(dpi), '-png', pdf, join(folder, 'page')], 'poppler-utils');
    const pages = readdirSync(folder)
      .filter((name) => /^page-\d+\.png$/.test(name))
      .sort();
    return pages.map((name) => new Uint8Array(readFileSync(join(folder, name))));
  });
}

/** Takes every stored result out of an .xlsx file, so that only calculating can bring the figures back. */
export function withoutResults(xlsx: Uint8Array): Uint8Array {
  return changeSheets(xlsx, (xml) =>
    xml.replace(/(<c [^>]*?)(?: t="str")?((?: [^>]*)?>)(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1$2$3'),
  );
}

/** Rewrites the XML of every sheet of an .xlsx file. */
export function changeSheets(xlsx: Uint8Array, change: (xml: string, part: string) => string): Uint8Array {
  const parts = unzipSync(xlsx);
  for (const [name, content] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(change(strFromU8(content), name));
  }
  return zipSync(parts);
}

/** The workbook with all formulas calculated by LibreOffice, as .xlsx. */
export function recalculate(xlsx: Uint8Array): Uint8Array {
  return convert(withoutResults(xlsx), 'xlsx', 'xlsx');
}
