/** Thoughts in nearly the same words are brought together, different ones never; also among thousands. */
import fc from 'fast-check';

import { groupAlike, isSameThought } from '../../../src/core/narrative/likeness/group-alike';
import { contentWords } from '../../../src/core/narrative/likeness/content-words';

const same = (a: string, b: string): boolean => isSameThought(contentWords(a), contentWords(b));
const groups = (...texts: string[]): string[][] => groupAlike(texts, (one) => one).map((group) => [...group.members]);

test('R-NARR-40 the same words in other spelling, order or wrapping are one thought', () => {
  expect(same('Kinh phí tổ chức còn hạn hẹp', 'KINH PHI CON HAN HEP')).toBe(true);
  expect(same('Nhân dân tham gia tích cực', 'Nhân dân và các đơn vị tham gia tích cực.')).toBe(true);
  expect(same('Ngày hội đọc sách tại nhà văn hóa xã', 'Tổ chức ngày hội đọc sách tại nhà văn hoá')).toBe(true);
  expect(same('Các ban ngành phối hợp chặt chẽ', 'Các ban, ngành phối hợp chăt che')).toBe(true);
});

test('R-NARR-41 another claim stays another: other words, denials, numbers', () => {
  for (const [a, b] of [
    ['Tổ chức các hoạt động văn nghệ hưởng ứng Tuần lễ', 'Tổ chức các hoạt động thể thao hưởng ứng Tuần lễ'],
    ['Công tác tuyên truyền kịp thời', 'Công tác tuyên truyền chưa kịp thời'],
    ['Bồi dưỡng ngoại ngữ cho giáo viên', 'Bồi dưỡng ngoại ngữ cho học sinh'],
    ['Mở 12 lớp kỹ năng sống', 'Mở 15 lớp kỹ năng sống'],
    ['Nhân dân tham gia', 'Nhân dân tham gia 300 buổi'],
    ['Cơ sở vật chất đầy đủ', 'Cơ sở vật chất thiếu đầy đủ'],
  ] as const)
    expect([a, same(a, b)]).toEqual([a, false]);
});

test('R-NARR-42 the clearest wording is kept: the most usual, saying no more than the others, with its marks', () => {
  const kept = (...texts: string[]): string | undefined => groupAlike(texts, (one) => one)[0]?.kept;
  expect(kept('Kinh phí còn hạn hẹp ở các thôn', 'Kinh phí còn hạn hẹp', 'kinh phí còn hạn hẹp')).toBe('Kinh phí còn hạn hẹp');
  expect(kept('KINH PHI CON HAN HEP', 'Kinh phí còn hạn hẹp')).toBe('Kinh phí còn hạn hẹp');
});

test('R-NARR-43 nothing is lost or invented: every text is in exactly one group, equal ones together, whatever the order', () => {
  const words = ['kinh phí', 'hạn hẹp', 'sách', 'chưa', 'thư viện', 'còn', 'tuyên truyền', 'kịp thời', '12', 'học sinh'];
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
      const found = groupAlike(texts, (one) => one);
      expect(found.flatMap((group) => [...group.members]).sort()).toEqual([...texts].sort());
      for (const group of found) {
        expect(group.members).toContain(group.kept);
        for (const member of group.members) expect(same(member, group.kept)).toBe(true);
      }
    }),
  );
});

test('R-NARR-44 thousands of units cost no thousands squared', () => {
  const texts = Array.from(
    { length: 12_000 },
    (_, index) =>
      `Kinh phí tổ chức Tuần lễ ở nơi thứ ${String(index % 4_000)} còn hạn hẹp, nhân dân ${String(index % 7)} tham gia`,
  );
  const started = performance.now();
  const found = groupAlike(texts, (one) => one);
  // A bound far beyond what it takes (about a second), far below what comparing all with all would.
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(found.reduce((sum, group) => sum + group.members.length, 0)).toBe(12_000);
  expect(groups('a', 'a', 'b')).toEqual([['a', 'a'], ['b']]);
});
