/** `tong-hop --send-out`: the archive of pre-filled workbooks, written piece by piece beside its place, then renamed. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sendOut } from '../app/send-out';
import { plainLine } from './plain-line';
import type { Settled } from './settle';
import { SENDING_CLI_WORDS as WORDS } from '../messages/sending-words';
import { describeFinding } from '../messages/vi';

/** Makes the archive; the error is the path that could not be written. Findings about campaign and roster are printed. */
export async function writeSentOut(
  path: string,
  settled: Settled & { readonly roster: NonNullable<Settled['roster']> },
): Promise<string | null> {
  const { units } = settled.roster.roster;
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const showsProgress = process.stderr.isTTY;
  const pieces = sendOut({ form: settled.form, campaign: settled.campaign, units, withTexts: true }, (done) => {
    if (showsProgress) process.stderr.write(`\r\u001b[2K${WORDS.progress(done, units.length)}`);
  });
  try {
    await pipeline(Readable.from(pieces, { objectMode: true }), createWriteStream(beside));
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true });
    return path;
  } finally {
    if (showsProgress) process.stderr.write('\r\u001b[2K');
  }
  const print = (line: string): void => void process.stdout.write(`${plainLine(line)}\n`);
  print(WORDS.done(units.length, path));
  const withoutCode = units.filter((unit) => unit.code === null).length;
  if (withoutCode > 0) print(WORDS.withoutCode(withoutCode));
  for (const one of settled.findings.filter((each) => each.severity !== 'hint').slice(0, MOST_SAID))
    print(`  ${describeFinding(one)}`);
  return null;
}

/** Findings that are printed; a roster of thousands can have hundreds. */
const MOST_SAID = 20;
