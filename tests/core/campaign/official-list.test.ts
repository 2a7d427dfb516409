import { loadProvinces, namesOf, rosterOfProvince } from '../../../src/catalogue/administrative-units';
import { identifyUnit, indexRoster, type RosterIndex } from '../../../src/core/campaign/identify';
import { foldText } from '../../../src/core/cells/fold';
import type { UnitEvidence } from '../../../src/core/forms/filled-form';

const said = (text: string, superior: string | null = null): readonly UnitEvidence[] => [{ source: 'unitLine', text, superior, at: null }];
const codeOf = (index: RosterIndex, text: string, superior: string | null = null): string | null => {
  const identity = identifyUnit(said(text, superior), index);
  return identity.known ? identity.unit.code : null;
};

/** Letters and marks of a name, wherever the tone was put and however y and i are written. */
const spelling = (name: string): string =>
  `${foldText(name).replaceAll('y', 'i')} ${(name.normalize('NFD').match(/\p{M}|đ/giu) ?? []).join('').toLowerCase().split('').sort().join('')}`;

test('R-CAM-20 the official list: 34 provinces, 3,321 units with codes of their own, a roster per province', async () => {
  const provinces = await loadProvinces();
  const units = provinces.flatMap((province) => rosterOfProvince(province));
  expect(provinces).toHaveLength(34);
  expect(units).toHaveLength(3321);
  expect(new Set(units.map((unit) => unit.code)).size).toBe(3321);
  expect(units[0]).toMatchObject({ code: '00004', name: 'UBND phường Ba Đình', kind: 'committee', superior: 'Thành phố Hà Nội' });
  expect(units.filter((unit) => /^UBND (xã|phường|đặc khu) /.test(unit.name))).toHaveLength(3321);
});

test('R-UNI-21 no two units of the official list are taken for each other: each name gives itself, or is left to the clerk', async () => {
  const provinces = await loadProvinces();
  const units = provinces.flatMap((province) => rosterOfProvince(province));
  const whole = indexRoster({ units });
  let left = 0;
  for (const unit of units) {
    const forms = [unit.name, unit.name.replace('UBND ', ''), foldText(unit.name), unit.name.toUpperCase(), `Phòng VH-XH ${unit.name.replace('UBND ', '')}`];
    for (const text of forms) {
      const found = codeOf(whole, text);
      if (found === null) left += 1;
      else if (found !== unit.code) throw new Error(`${text} → ${found}, not ${unit.code ?? ''}`);
    }
    expect(codeOf(whole, unit.name, unit.superior)).toBe(unit.code);
  }
  expect(left).toBeGreaterThan(0);
});

test('R-UNI-22 within a province nearly every name is found, and no unit of another province is taken for one of its own', async () => {
  const provinces = await loadProvinces();
  const elsewhere = namesOf(provinces);
  const all = provinces.flatMap((province) => rosterOfProvince(province));
  for (const province of provinces.filter((_, at) => at % 6 === 1)) {
    const roster = rosterOfProvince(province);
    const index = indexRoster({ units: roster }, { elsewhere });
    for (const unit of roster) expect(codeOf(index, unit.name)).toBe(unit.code);
    const own = new Map(roster.map((unit) => [unit.code, spelling(unit.name)]));
    const taken = all.flatMap((other) => {
      const found = codeOf(index, other.name);
      return found === null || found === other.code || own.get(found) === spelling(other.name) ? [] : [`${other.name} → ${own.get(found) ?? ''}`];
    });
    // The same name in another province cannot be told by the name alone; every other one can.
    expect(taken).toEqual([]);
  }
});

test('R-UNI-23 3,321 submissions meet 3,321 units in seconds, mistyped ones included', async () => {
  const units = (await loadProvinces()).flatMap((province) => rosterOfProvince(province));
  const index = indexRoster({ units });
  const start = process.cpuUsage();
  for (const unit of units) identifyUnit(said(`${unit.name.slice(0, -1)}qz`), index);
  for (const unit of units) identifyUnit(said(unit.name, unit.superior), index);
  // Time of the processor: other tests run beside this one.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(60_000);
});
