/** The key under which a reporting unit is the same one in every file, list and decision. */
import type { ReportingUnit } from './reporting-unit';
import { markedUnitKey, unitKey } from './unit-name';

/** The key of a unit: its code where it has one, else its name in comparable form. */
export function keyOf(unit: ReportingUnit): string {
  return unit.code === null ? `name:${unitKey(unit.name)}` : `code:${unit.code.toLowerCase()}`;
}

/**
 * Whether two ways of naming mean the same unit: codes decide where both have one, else the names, whose marks must
 * agree where both write them ("xã Tân Thành" and "xã Tân Thạnh" are two units).
 */
export function isSameUnit(a: ReportingUnit, b: ReportingUnit): boolean {
  if (a.code !== null && b.code !== null) return a.code.toLowerCase() === b.code.toLowerCase();
  if (unitKey(a.name) !== unitKey(b.name)) return false;
  const [one, other] = [markedUnitKey(a.name), markedUnitKey(b.name)];
  return one === null || other === null || one === other;
}

/** What is known per unit, found again under any way of naming it. */
export class UnitTable<T> {
  private readonly byName = new Map<string, (readonly [ReportingUnit, T])[]>();
  private readonly byCode = new Map<string, T>();

  add(unit: ReportingUnit, value: T): void {
    if (unit.code !== null) this.byCode.set(unit.code.toLowerCase(), value);
    const key = unitKey(unit.name);
    const known = this.byName.get(key);
    if (known === undefined) this.byName.set(key, [[unit, value]]);
    else known.push([unit, value]);
  }

  find(unit: ReportingUnit): T | undefined {
    const coded = unit.code === null ? undefined : this.byCode.get(unit.code.toLowerCase());
    return coded ?? this.byName.get(unitKey(unit.name))?.find(([known]) => isSameUnit(known, unit))?.[1];
  }
}
