/** Work of consolidating that needs one file only, done while others are still read. */
import { unitFromFileName, versionFromFileName } from '../campaign/file-name';
import { kindOf } from '../campaign/unit-kind';
import { markedUnitKey, unitKey } from '../campaign/unit-name';
import type { Received } from './received';

/**
 * Works out ahead, while other files are still read, what consolidating asks of a received file's names; the answers are
 * remembered where they are worked out. Changes nothing of any result.
 */
export function anticipate(received: Received): void {
  unitFromFileName(received.file);
  versionFromFileName(received.file);
  if (received.outcome !== 'form') return;
  for (const { source, text } of [...received.form.units, ...received.metadata]) {
    if (source === 'code') continue;
    unitKey(text);
    markedUnitKey(text);
    kindOf(text);
  }
}
