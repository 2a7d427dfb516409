/**
 * A unit that changed "đồng" to "triệu đồng" in the unit column meant its plain numbers in millions. That is offered
 * as a reading, never counted unasked: the same column is also changed by units that write đồng in full.
 */
import { foldText } from '../cells/fold';
import { formatNumber } from '../cells/number-format';
import { finding, type Finding } from '../findings';
import type { Indicator } from './definition';
import type { Reading } from './filled-form';
import { rowName, type RowReadings } from './row-drafts';

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(ty|ti)( dong)?$/, 1_000_000_000],
  [/^(trieu|tr)( dong| d)?$/, 1_000_000],
  [/^(nghin|ngan|1000)( dong| d)?$/, 1_000],
];

/** The readings of a row with its printed unit of measure taken into account. Only money rows can change. */
export function readMoneyUnit(
  indicator: Indicator,
  unitOfMeasure: string | null,
  read: RowReadings,
): { readonly readings: Readonly<Record<string, Reading>>; readonly findings: readonly Finding[] } {
  const folded = foldText(unitOfMeasure ?? '');
  const scale = SCALES.find(([pattern]) => pattern.test(folded))?.[1];
  const money = indicator.fields.filter((field) => field.nature === 'money');
  if (scale === undefined || money.length === 0) return read;
  const readings: Record<string, Reading> = { ...read.readings };
  const findings: Finding[] = [...read.findings];
  for (const field of money) {
    const one = readings[field.measure];
    // Values that are large already, or carry their own multiplier, were written in đồng.
    if (one?.state !== 'certain' || one.value === 0 || one.value >= 1_000_000 || /\p{L}/u.test(one.raw)) continue;
    const value = one.value * scale;
    readings[field.measure] = { state: 'proposed', value, raw: one.raw, at: one.at };
    const params = {
      row: rowName(indicator),
      raw: one.raw,
      unit: unitOfMeasure ?? '',
      reading: `${formatNumber(value)} ${field.unit}`,
    };
    const proposal = { indicator: indicator.id, values: { [field.measure]: value } };
    const fix = one.at.cell === null ? {} : { fix: { writes: [{ cell: one.at.cell, value }] } };
    findings.push(finding('proposed-money-unit', 'warning', one.at, params, { proposal, ...fix }));
  }
  return { readings, findings };
}
