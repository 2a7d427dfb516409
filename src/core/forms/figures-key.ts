/** What a filled form says, as a text to compare by: the same report under another name says the same. */
import type { FilledForm, FilledLine, Reading } from './filled-form';
import { listKey } from './list/list-entries';

/** True when two filled forms say the same in every field and note: a copied sheet, not a second report. */
export function sameFigures(a: FilledForm, b: FilledForm): boolean {
  return figuresKey(a) === figuresKey(b);
}

/** Everything a filled form says, as one comparable text. */
export function figuresKey(filled: FilledForm): string {
  const extras = filled.extras.map((extra) => [extra.number, extra.text, ...extra.rest].join('|'));
  return [...filled.lines.map(lineKey), ...extras, listKey(filled.list)].join('\n');
}

function lineKey(line: FilledLine): string {
  const reading = (one: Reading): string =>
    one.state === 'absent' ? '' : `${one.state}:${'value' in one ? String(one.value) : one.raw}`;
  const pairs = (record: Readonly<Record<string, Reading>>): string =>
    Object.entries(record)
      .map(([measure, one]) => `${measure}=${reading(one)}`)
      .sort()
      .join(',');
  return [line.indicator, pairs(line.readings), pairs(line.besides), line.note].join('|');
}
