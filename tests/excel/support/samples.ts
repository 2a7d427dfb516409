/** The samples as they come in, read and checked once for all tests of a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { receiveWorkbook } from '../../../src/app/receive-workbook';
import { FORMS } from '../../../src/catalogue/forms';
import { recheckForm } from '../../../src/core/checks/check-form';
import type { Received } from '../../../src/core/consolidation/received';
import { expandReceived } from '../../../src/files/archive/expand';
import { digestPieces } from '../../../src/files/fingerprint';
import { receivePaths } from '../../../src/files/receive-node';
import { laiChau } from '../../support/sample-consolidation';

const SAMPLES = join(__dirname, '..', '..', '..', 'samples');

export async function receiveSamples(): Promise<readonly Received[]> {
  const settings = {
    form: laiChau,
    forms: FORMS,
    expected: { year: laiChau.year, theme: null },
    acceptProposals: false,
  };
  const all: Received[] = [];
  for await (const { path, fileTime, bytes } of expandReceived(receivePaths([join(SAMPLES, 'received')]))) {
    if (bytes.ok)
      all.push(receiveWorkbook(bytes.value, { file: path, hash: await digestPieces([bytes.value]), fileTime }, settings));
    else all.push({ file: path, hash: null, savedAt: null, fileTime, outcome: 'refused', refusal: bytes.error });
  }
  return all;
}

/** Per row id: quantity column → total, as samples/expected.json says. */
export function expectedTotals(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const expected = JSON.parse(readFileSync(join(SAMPLES, 'expected.json'), 'utf8')) as {
    totals: Record<string, Record<string, unknown>>;
  };
  return expected.totals;
}

/** Many units with figures of their own, made from one sample. */
export function manyUnits(samples: readonly Received[], count: number): readonly Received[] {
  const model = samples.find((one) => one.outcome === 'form' && one.lineage === null);
  if (model?.outcome !== 'form') throw new Error('no sample');
  return Array.from({ length: count }, (_unused, index) => {
    const name = `UBND xã Số ${String(index).padStart(4, '0')}`;
    const lines = model.form.lines.map((line) => {
      const at = { sheet: model.form.sheet, cell: 'D24' };
      return line.indicator === '2'
        ? { ...line, readings: { count: { state: 'certain' as const, value: index, raw: String(index), at } } }
        : line;
    });
    return {
      ...model,
      file: `xa-${String(index)}.xlsx`,
      hash: index.toString(16).padStart(64, '0'),
      form: recheckForm(
        laiChau,
        { ...model.form, lines, units: [{ source: 'unitLine' as const, text: name, superior: null, at: null }] },
        { year: laiChau.year, theme: null },
      ),
      metadata: [],
    };
  });
}
