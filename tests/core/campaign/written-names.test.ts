import { identifyUnit, indexRoster } from '../../../src/core/campaign/identify';
import { parseRoster } from '../../../src/core/campaign/roster';
import names from './written-names.json';

const index = indexRoster(parseRoster([['code', 'name', 'superior'], ...names.roster]).roster);
const heard = (text: string): string | null => {
  const identity = identifyUnit([{ source: 'unitLine', text, superior: null, at: null }], index);
  return identity.known ? identity.unit.code : null;
};
const answers = Object.entries(names.answers).flatMap(([code, variants]) => variants.map((text) => ({ text, expected: code })));
const left = names['left to the clerk'].map((text) => ({ text, expected: null as string | null }));

test('R-UNI-20 of some 300 written variants of unit names at least 98 % are right and none is assigned wrongly', () => {
  const all = [...answers, ...left];
  expect(all.length).toBeGreaterThanOrEqual(300);
  const wrong = all.filter(({ text, expected }) => heard(text) !== expected);
  expect(wrong.filter(({ text }) => heard(text) !== null).map(({ text }) => `${text} → ${heard(text) ?? ''}`)).toEqual([]);
  expect(wrong.map(({ text, expected }) => `${text} ≠ ${expected ?? 'clerk'}`).slice(0, Math.max(0, wrong.length - Math.floor(all.length * 0.02)))).toEqual([]);
});
