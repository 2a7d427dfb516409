/** Facts about units: how many reported, who is missing or late, whose figures disagree or wait. */
import { keyOf } from '../../campaign/unit-key';
import type { LedgerEntry } from '../../campaign/ledger';
import type { ReportingUnit } from '../../campaign/reporting-unit';
import { percentOf, unitsFigure, type Fact, type FigureCell } from './fact';
import type { FactContext } from './fact-context';

/** How many units the figures come from, of how many that were asked. */
export function scopeFact({ consolidation, ledger, words }: FactContext): Fact {
  const units = consolidation.contributors.map((one) => one.unit);
  const counted = unitsFigure('units', units, words.unit);
  const base = { id: 'scope', kind: 'scope', rule: { name: 'scope', threshold: null }, row: null, units } as const;
  if (ledger === null) return { ...base, figures: [counted] };
  const keys = new Set(units.map(keyOf));
  const asked = ledger.entries.map((entry) => entry.unit);
  const known = new Set(asked.map(keyOf));
  return {
    ...base,
    figures: [
      counted,
      unitsFigure('asked', asked, words.unit),
      unitsFigure(
        'listed',
        asked.filter((unit) => keys.has(keyOf(unit))),
        words.unit,
      ),
      unitsFigure(
        'others',
        units.filter((unit) => !known.has(keyOf(unit))),
        words.unit,
      ),
    ],
  };
}

/** Timeliness; units whose day of receipt nobody confirmed stay out of it. */
export function timingFacts({ ledger, words }: FactContext): readonly Fact[] {
  if (ledger === null || ledger.entries.length === 0) return [];
  const unitsOf = (fits: (entry: LedgerEntry) => boolean): readonly ReportingUnit[] =>
    ledger.entries.filter(fits).map((entry) => entry.unit);
  const absent = (entry: LedgerEntry): boolean => entry.state === 'missing' || entry.state === 'returned';
  const missing = unitsOf(absent);
  const onTime = unitsOf((entry) => !absent(entry) && entry.timing === 'onTime');
  const late = unitsOf((entry) => !absent(entry) && entry.timing === 'late');
  const asked = unitsFigure(
    'asked',
    ledger.entries.map((entry) => entry.unit),
    words.unit,
  );
  const facts: Fact[] = [];
  if (missing.length > 0) {
    facts.push({
      id: 'missing',
      kind: 'missing',
      figures: [unitsFigure('missing', missing, words.unit), asked],
      rule: { name: 'missing', threshold: null },
      row: null,
      units: missing,
    });
  }
  const judged = [...onTime, ...late];
  if (judged.length === 0) return facts;
  const judgedFigure = unitsFigure('judged', judged, words.unit);
  facts.push({
    id: 'timing',
    kind: 'timing',
    figures: [
      unitsFigure('onTime', onTime, words.unit),
      judgedFigure,
      {
        name: 'percent',
        value: percentOf(onTime.length, judged.length),
        unit: '%',
        source: { kind: 'share', part: 'onTime', whole: 'judged' },
      },
    ],
    rule: { name: 'timing', threshold: null },
    row: null,
    units: onTime,
  });
  if (late.length > 0) {
    facts.push({
      id: 'late',
      kind: 'late',
      figures: [unitsFigure('late', late, words.unit), judgedFigure],
      rule: { name: 'late', threshold: null },
      row: null,
      units: late,
    });
  }
  return facts;
}

/** Units whose parent rows do not agree with the rows below them. */
export function parentsFact({ consolidation, words }: FactContext): readonly Fact[] {
  const codes = new Set(['parent-differs', 'parent-below', 'parent-has-extra-row']);
  const units = consolidation.contributors
    .filter((one) => one.form.findings.some((found) => codes.has(found.code)))
    .map((one) => one.unit);
  if (units.length === 0) return [];
  const figures = [unitsFigure('parents', units, words.unit)];
  return [{ id: 'parents', kind: 'parents', figures, rule: { name: 'parents', threshold: null }, row: null, units }];
}

/** Cells of counted units that could not be read or wait to be confirmed: they are in no total. */
export function waitingFact({ consolidation, words }: FactContext): readonly Fact[] {
  const [unreadable, proposed]: FigureCell[][] = [[], []];
  const units: ReportingUnit[] = [];
  for (const { unit, file, form } of consolidation.contributors) {
    let waits = false;
    for (const line of form.lines) {
      for (const reading of Object.values(line.readings)) {
        if (reading.state !== 'unreadable' && reading.state !== 'proposed') continue;
        (reading.state === 'unreadable' ? unreadable : proposed)?.push({
          unit,
          file,
          sheet: reading.at.sheet,
          cell: reading.at.cell,
        });
        waits = true;
      }
    }
    if (waits) units.push(unit);
  }
  if (units.length === 0) return [];
  const cells = (name: string, list: readonly FigureCell[]): Fact['figures'][number] => ({
    name,
    value: list.length,
    unit: words.cell,
    source: { kind: 'cells', cells: list },
  });
  return [
    {
      id: 'waiting',
      kind: 'waiting',
      figures: [
        cells('unreadable', unreadable ?? []),
        cells('proposed', proposed ?? []),
        unitsFigure('units', units, words.unit),
      ],
      rule: { name: 'waiting', threshold: null },
      row: null,
      units,
    },
  ];
}
