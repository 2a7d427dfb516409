/** Runs one case through the line and says what is wrong with the outcome, or null. Never throws for a bad outcome. */
import { createHash } from 'node:crypto';
import { receiveWorkbook } from '../../../src/app/receive-workbook';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { Received } from '../../../src/core/consolidation/received';
import { reportedValues } from '../../../src/core/checks/check';
import { fieldKey } from '../../../src/core/forms/definition';
import type { Reading } from '../../../src/core/forms/filled-form';
import { FORM } from '../../support/annex';
import { SETTINGS } from '../../support/received';
import type { GeneratedAnnex } from './annexes';

export function receive(file: string, bytes: Uint8Array): Received {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return receiveWorkbook(bytes, { file, hash, fileTime: null }, SETTINGS);
}

/** Any outcome is allowed but a fault; what is counted must be a number that can be. */
export function judgeDamaged(bytes: Uint8Array): string | null {
  let received: Received;
  try {
    received = receive('damaged', bytes);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  if (received.outcome !== 'form') return null;
  for (const [key, value] of reportedValues(received.form)) {
    if (!Number.isFinite(value) || value < 0 || Math.abs(value) > Number.MAX_SAFE_INTEGER) return `${key} counted as ${String(value)}`;
  }
  return null;
}

/** A zip says by its checksums that it was damaged: what is still read must be what was there before. */
export function judgeSameOrRefused(before: Received, bytes: Uint8Array): string | null {
  const fault = judgeDamaged(bytes);
  if (fault !== null || before.outcome !== 'form') return fault;
  const after = receive('damaged', bytes);
  if (after.outcome !== 'form') return null;
  const was = JSON.stringify([...reportedValues(before.form)]);
  const is = JSON.stringify([...reportedValues(after.form)]);
  return was === is ? null : `other figures after damage: ${is.slice(0, 300)}`;
}

/** Every field as it was meant, and the totals of those that stand alone. */
export function judgeAnnexes(annexes: readonly GeneratedAnnex[]): string | null {
  const all = annexes.map((annex) => receive(annex.name, annex.bytes));
  for (const [index, annex] of annexes.entries()) {
    const received = all[index];
    if (received?.outcome !== 'form') return `${annex.name}: ${received?.outcome ?? 'nothing'} ${JSON.stringify(received)}`;
    const wrong = wrongField(annex, received);
    if (wrong !== null) return `${annex.name}: ${wrong}`;
  }
  const consolidation = consolidate(FORM, all, { roster: null });
  const waiting = consolidation.submissions.find((one) => one.state !== 'counted');
  if (waiting !== undefined) return `${waiting.file} is ${waiting.state} (${waiting.reason ?? ''})`;
  for (const total of consolidation.totals) {
    if (total.field.indicator.rollUp !== null) continue;
    const meant = annexes.flatMap((annex) => {
      const truth = annex.truth.get(total.field.key);
      return truth?.state === 'certain' ? [truth.value] : [];
    });
    const sum = meant.reduce((a, b) => a + b, 0);
    if (total.value !== sum || total.reporters !== meant.length) {
      return `total ${total.field.key}: ${String(total.value)} of ${String(total.reporters)}, meant ${String(sum)} of ${String(meant.length)}`;
    }
  }
  return null;
}

function wrongField(annex: GeneratedAnnex, received: Extract<Received, { outcome: 'form' }>): string | null {
  for (const line of received.form.lines) {
    const readings: readonly (readonly [string, Reading])[] = Object.entries(line.readings);
    for (const [measure, reading] of readings) {
      const key = fieldKey(line.indicator, measure);
      const meant = annex.truth.get(key);
      const state = meant?.state ?? 'absent';
      const value = reading.state === 'certain' ? reading.value : null;
      if (reading.state !== state || (meant?.state === 'certain' && meant.value !== value)) {
        return `${key} meant ${JSON.stringify(meant ?? null)}, taken for ${JSON.stringify(reading)}`;
      }
    }
  }
  return null;
}
