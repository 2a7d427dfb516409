/** What `npm run corpus` prints: read, refused by reason, crashed, timed out, slowest, most memory. */

export interface CorpusEntry {
  /** The folder or file that was named, and the file's path in it, with "/". */
  readonly root: string;
  readonly file: string;
  readonly bytes: number;
  readonly state: 'read' | 'refused' | 'crashed' | 'timed-out';
  /** A code of src/core/finding-codes.ts; null when read. */
  readonly reason: string | null;
  readonly detail: string | null;
  /** Reading alone. */
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly sheets: number;
  readonly cells: number;
  readonly form: 'form' | 'several' | 'refused' | null;
  readonly libreOffice: 'opens' | 'refuses' | null;
  readonly values: 'agree' | 'differ' | null;
  readonly differences: readonly string[];
}

const SHOWN = 5;

export function printCorpus(entries: readonly CorpusEntry[]): string {
  const lines: string[] = [];
  const line = (name: string, value: string | number): void => {
    lines.push(`${name.padEnd(34)}${String(value).padStart(8)}`);
  };
  const count = (test: (one: CorpusEntry) => boolean): number => entries.filter(test).length;
  line('files', entries.length);
  line('read', count((one) => one.state === 'read'));
  line('refused', count((one) => one.state === 'refused'));
  for (const reason of [...new Set(entries.flatMap((one) => (one.state === 'refused' ? [one.reason ?? ''] : [])))].sort()) {
    line(`  ${reason}`, count((one) => one.state === 'refused' && one.reason === reason));
  }
  line('crashed', count((one) => one.state === 'crashed'));
  line('timed out', count((one) => one.state === 'timed-out'));
  if (entries.some((one) => one.values !== null)) {
    line('cell values agree', count((one) => one.values === 'agree'));
    line('cell values differ', count((one) => one.values === 'differ'));
  }
  const opens = entries.filter((one) => one.libreOffice === 'opens');
  if (opens.length > 0) {
    line('LibreOffice opens', opens.length);
    line('  and we read', opens.filter((one) => one.state === 'read').length);
    for (const one of opens) if (one.state !== 'read') lines.push(`    ${one.file}: ${one.state}, ${reasonOf(one)}`);
  }
  lines.push('', 'slowest');
  for (const one of top(entries, (entry) => entry.milliseconds)) lines.push(`  ${`${String(one.milliseconds)} ms`.padStart(12)}  ${one.file}`);
  lines.push('most memory (of the whole process)');
  for (const one of top(entries, (entry) => entry.megabytes)) lines.push(`  ${`${String(one.megabytes)} MB`.padStart(12)}  ${one.file}`);
  for (const one of entries) {
    if (one.state === 'crashed' || one.state === 'timed-out') lines.push(`${one.state.toUpperCase()} ${one.file}: ${one.detail ?? ''}`);
    if (one.values === 'differ') lines.push(`DIFFERS ${one.file}`, ...one.differences.slice(0, 20).map((text) => `  ${text}`));
  }
  return `${lines.join('\n')}\n`;
}

function reasonOf(one: CorpusEntry): string {
  return [one.reason, one.detail].filter((text) => text !== null).join(': ');
}

function top(entries: readonly CorpusEntry[], rank: (one: CorpusEntry) => number): readonly CorpusEntry[] {
  return [...entries].sort((a, b) => rank(b) - rank(a)).slice(0, SHOWN);
}
