/**
 * What must come out of the samples, worked out from the plain data and from what the form says of its rows. Nothing of
 * the product is used: the readings stand in the data, and the roll-up of parents is written here once more.
 */
import { MEASURES } from './annex.mjs';

/** The readings of an entry: per measure a number or null. `accepted`: with the offered ones. */
function readingsOf(entry, accepted) {
  if (entry === undefined) return [];
  if (Array.isArray(entry)) return entry;
  const certain = entry.certain ?? [];
  const offered = accepted ? (entry.offered ?? []) : [];
  return MEASURES.map((_, index) => certain[index] ?? offered[index] ?? null);
}

/** "1/count" → what one unit counts in it, after its parents follow from their children. */
function countsOf(form, unit, accepted) {
  const counts = new Map();
  for (const row of [...form.indicators].reverse()) {
    const readings = readingsOf(unit.report[row.id], accepted);
    for (const { measure } of row.fields) {
      const own = readings[MEASURES.indexOf(measure)] ?? null;
      const parts = form.indicators
        .filter((child) => child.parent === row.id)
        .map((child) => counts.get(`${child.id}/${measure}`));
      const filled = parts.filter((part) => part !== undefined);
      const sum = filled.length === 0 ? null : filled.reduce((total, part) => total + part, 0);
      const value = countOf(row.rollUp, own, sum);
      if (value !== null) counts.set(`${row.id}/${measure}`, value);
    }
  }
  return counts;
}

/** "sum": the children are all there is. "atLeast": the parent may count more than its children list. */
function countOf(rollUp, own, sum) {
  if (sum === null) return own;
  if (rollUp === 'sum') return sum;
  if (rollUp === 'atLeast') return own === null ? sum : Math.max(own, sum);
  return own;
}

/** Totals in the shape of --json: every declared field, with how many units reported it. */
function totalsOf(form, units, accepted) {
  const all = units.map((unit) => countsOf(form, unit, accepted));
  const totals = {};
  for (const row of form.indicators) {
    if (row.fields.length === 0) continue;
    const values = {};
    const reporters = {};
    for (const { measure } of row.fields) {
      const found = all.map((counts) => counts.get(`${row.id}/${measure}`)).filter((value) => value !== undefined);
      values[measure] = found.reduce((sum, value) => sum + value, 0);
      reporters[measure] = found.length;
    }
    totals[row.id] = { ...values, reporters };
  }
  return totals;
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** "proposed-pair D15", or "unit-unknown -" where there is no cell. */
function finds(list) {
  return list
    .map((text) => {
      const [code, cell] = text.split(' ');
      return { code, cell: cell === '-' ? null : cell };
    })
    .sort((a, b) => byText(`${a.code} ${a.cell ?? ''}`, `${b.code} ${b.cell ?? ''}`));
}

/** The expected result for the whole folder, in the shape of --json but without sentences. */
export function expectedOf(form, { UNITS, COPIES, OTHERS, ACROSS_UNITS }, rosterUnits) {
  const submissions = [
    ...UNITS.map((unit) => ({
      file: unit.file,
      unit:
        unit.unit === null
          ? null
          : { code: unit.layout === 'sent' ? unit.unit.code : null, name: unit.unit.written ?? unit.unit.name },
      state: unit.outcome,
      reason: unit.reason ?? null,
      findings: finds(unit.finds),
    })),
    ...COPIES.map((copy) => {
      const original = UNITS.find((unit) => unit.file === copy.of);
      const unit = { code: null, name: original.unit.name };
      return {
        file: copy.file,
        unit,
        state: 'duplicate',
        reason: 'same-bytes',
        findings: finds([...original.finds, ...copy.finds]),
      };
    }),
    ...OTHERS.map(({ file, reason }) => ({ file, unit: null, state: 'refused', reason, findings: [] })),
  ].sort((a, b) => byText(a.file, b.file));
  const counted = UNITS.filter((unit) => unit.outcome === 'counted');
  const heard = new Set(UNITS.flatMap((unit) => (unit.unit === null ? [] : [unit.unit.code])));
  return {
    form: form.id,
    submissions,
    totals: totalsOf(form, counted, false),
    missing: [],
    findings: ACROSS_UNITS.map((code) => ({ code })),
    accepted: { totals: totalsOf(form, counted, true) },
    withRoster: { missing: rosterUnits.filter((unit) => !heard.has(unit.code)).map((unit) => unit.name) },
  };
}
