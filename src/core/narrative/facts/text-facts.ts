/** Facts about the units' texts: how many documents they issued. */
import type { Consolidation } from '../../consolidation/consolidation';
import type { ReportingUnit } from '../../campaign/reporting-unit';
import type { UnitTexts } from '../texts/unit-texts';
import { unitsFigure, type Fact, type FigureCell } from './fact';
import type { FactContext } from './fact-context';

export interface CountedTexts {
  readonly unit: ReportingUnit;
  readonly file: string;
  readonly texts: UnitTexts;
}

/** The texts of the files that count; a unit that is switched off, or whose report waits, says nothing. */
export function countedTexts(consolidation: Consolidation, texts: ReadonlyMap<string, UnitTexts>): readonly CountedTexts[] {
  return consolidation.submissions.flatMap((one): CountedTexts[] => {
    const found = one.state === 'counted' && one.unit !== null ? texts.get(one.file) : undefined;
    return found === undefined || one.unit === null ? [] : [{ unit: one.unit, file: one.file, texts: found }];
  });
}

/** How many documents were issued, all and by type. */
export function documentsFact(context: FactContext): readonly Fact[] {
  const { consolidation, texts, words } = context;
  const all = countedTexts(consolidation, texts).filter((one) => one.texts.documents.length > 0);
  if (all.length === 0) return [];
  const byType = new Map<string, FigureCell[]>();
  const cells: FigureCell[] = [];
  for (const { unit, file, texts: written } of all) {
    for (const { at, type } of written.documents) {
      const cell = { unit, file, sheet: at.sheet, cell: at.cell };
      cells.push(cell);
      if (type === null) continue;
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [cell]);
      else list.push(cell);
    }
  }
  const figure = (name: string, list: readonly FigureCell[]): Fact['figures'][number] => ({
    name,
    value: list.length,
    unit: words.document,
    source: { kind: 'texts', cells: list },
  });
  const types = [...byType].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return [
    {
      id: 'documents',
      kind: 'documents',
      figures: [
        figure('all', cells),
        unitsFigure(
          'units',
          all.map((one) => one.unit),
          words.unit,
        ),
        ...types.map(([type, list]) => figure(`type:${type}`, list)),
      ],
      rule: { name: 'documents', threshold: null },
      row: null,
      units: all.map((one) => one.unit),
    },
  ];
}
