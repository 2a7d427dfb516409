/**
 * Units known by name only, whose names differ in nothing but their marks ("xã Tân Thành", "xã Tân Thạnh"): two units,
 * not one that sent twice. A roster tells them apart by itself; without one the marks do, where both names write them.
 */
import { markedUnitKey } from '../campaign/unit-name';
import { finding } from '../findings';
import type { Draft } from './drafts';

/** Gives drafts of differently marked names keys of their own; a name without marks among them waits for the clerk. */
export function separateByMarks(all: readonly Draft[]): readonly Draft[] {
  const variants = new Map<string, Map<string, string>>();
  for (const { unit, unitKey } of all) {
    if (unit === null || unitKey === null || unit.code !== null) continue;
    const marked = markedUnitKey(unit.name);
    if (marked === null) continue;
    const known = variants.get(unitKey) ?? new Map<string, string>();
    if (!known.has(marked)) variants.set(unitKey, known.set(marked, unit.name));
  }
  return all.map((draft) => {
    const known = variants.get(draft.unitKey ?? '');
    if (draft.unit === null || draft.unit.code !== null || known === undefined || known.size < 2) return draft;
    const marked = markedUnitKey(draft.unit.name);
    if (marked !== null) return { ...draft, unitKey: `${draft.unitKey ?? ''} (${marked})` };
    if (draft.state !== 'counted') return draft;
    const candidates = [...known.values()].sort().join('; ');
    const said = finding('unit-ambiguous', 'error', null, { unit: draft.unit.name, candidates });
    return { ...draft, state: 'undetermined', reason: 'unit-ambiguous', findings: [...draft.findings, said] };
  });
}
