/** The cases of the fuzzer: case N of seed S is always the same, so that what was found can be looked at again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateAnnex } from './annexes';
import { judgeAnnexes, judgeDamaged, judgeSameOrRefused, receive } from './judge';
import { mutateBytes, mutateStructure } from './mutations';
import { Random } from './random';

export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every file under a folder. */
export function readFixtures(folder: string): readonly Fixture[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|ts|txt|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path.slice(folder.length + 1), bytes: new Uint8Array(readFileSync(path)) }));
}

/** Runs one case; what is wrong, or null. */
export function runCase(seed: number, number: number, fixtures: readonly Fixture[]): string | null {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca77));
  const kind = random.below(10);
  if (kind < 3) return judgeAnnexes([0, 1, 2].map((place) => generateAnnex(random, number * 3 + place)));
  if (kind < 5) {
    const annex = generateAnnex(random, number);
    const isZip = !annex.name.endsWith('.xls');
    const damaged = mutateBytes(random, annex.bytes);
    return named(annex.name, isZip ? judgeSameOrRefused(receive(annex.name, annex.bytes), damaged) : judgeDamaged(damaged));
  }
  if (kind < 7) {
    const annex = generateAnnex(random, number);
    return named(annex.name, judgeDamaged(mutateStructure(random, annex.bytes)));
  }
  const fixture = random.pick(fixtures);
  return named(fixture.name, judgeDamaged(kind === 7 ? mutateBytes(random, fixture.bytes) : mutateStructure(random, fixture.bytes)));
}

function named(name: string, wrong: string | null): string | null {
  return wrong === null ? null : `${name}: ${wrong}`;
}
