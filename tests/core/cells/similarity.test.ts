import fc from 'fast-check';

import { comparable, compareContainment, compareTexts, containment, likenessBounds, similarity } from '../../../src/core/cells/similarity';
import { FORM_ROWS } from './fixtures/correct-text';

/** The row of the form that a label resembles most. */
function best(label: string): {
  readonly text: string;
  readonly score: number;
  readonly next: number;
} {
  const ranked = FORM_ROWS.map((text) => ({
    text,
    score: similarity(label, text),
  })).sort((a, b) => b.score - a.score);
  return {
    text: ranked[0]?.text ?? '',
    score: ranked[0]?.score ?? 0,
    next: ranked[1]?.score ?? 0,
  };
}

test('R-TXT-10 a text resembles itself fully, in every spelling that folds alike, and nothing resembles emptiness', () => {
  expect(similarity('Xóa mù chữ', 'Xoá  MÙ chữ')).toBe(1);
  expect(similarity('', 'lớp')).toBe(0);
  expect(similarity('', ' … ')).toBe(1);
});

test.each([
  ['Phổ cập giáo dục THCS', 'Phổ cấp giáo dục THCS.'],
  ['Phổ cập giáo dục THCS', 'Phổ cập giáo dục trung học THCS'],
  ['Học nghề cho lao động nông thôn', 'Học nghề cho lao đông nông thon'],
  ['Hội sách, đường sách, phố sách', 'Hội sách, đờng sách, phố sách'],
  ['Bồi dưỡng thường xuyên cho giáo viên', 'Bồi dỡng thờng xuyên cho giáo viên'],
  ['Ấn phẩm, thông tin (tờ rơi, áp phích, băng zôn, khẩu hiệu)', 'Ấn phẩm, thông tin'],
  ['Kinh phí hỗ trợ, huy động từ các nguồn hợp pháp khác (nếu có)', 'Kinh phí hỗ trợ huy động từ các nguồn hợp pháp khác'],
  ['Xóa mù chữ, giáo dục tiếp tục sau khi biết chữ', 'Xoá mù chữ, giáo dục tiếp tục sau biết chữ'],
  ['Số huyện tổ chức Lễ khai mạc Tuần lễ', 'Số huyện tổ chưc Lễ khai mac Tuần lễ'],
])('R-TXT-11 "%s" is found again as "%s"', (row, label) => {
  const found = best(label);
  expect(found.text).toBe(row);
  expect(found.score).toBeGreaterThan(0.75);
  expect(found.score).toBeGreaterThan(found.next);
});

test('R-TXT-11 one typing error anywhere leaves every row the most alike to itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORM_ROWS), fc.nat(), fc.constantFrom('', 'x', 'n', ' '), (row, place, typed) => {
      fc.pre(row.length > 12);
      const at = place % row.length;
      const label = row.slice(0, at) + typed + row.slice(at + 1);
      expect(best(label).text).toBe(row);
    }),
  );
});

test.each([
  ['Người lập biểu', 'Kinh phí'],
  ['Số tập thể tặng sách', 'Hoạt động văn nghệ'],
  ['Ghi chú', 'Cá nhân'],
  ['Nơi nhận', 'Ngân sách nhà nước'],
])('R-TXT-12 "%s" and "%s" have little in common', (one, other) => {
  expect(similarity(one, other)).toBeLessThan(0.45);
});

test('R-TXT-12 numbers do not resemble each other: a digit more is another number', () => {
  expect(similarity('Phường 11', 'Phường 12')).toBeLessThan(0.9);
  expect(containment('Phường 11', 'Phường 12')).toBe(0.5);
});

test('R-TXT-13 likeness is symmetric, between 0 and 1, and the same over prepared texts', () => {
  const text = fc.oneof(fc.constantFrom(...FORM_ROWS), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const score = similarity(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBeCloseTo(score, 10);
      expect(compareTexts(comparable(a), comparable(b))).toBe(score);
      expect(containment(a, b)).toBeGreaterThanOrEqual(0);
      expect(containment(a, b)).toBeLessThanOrEqual(1);
    }),
  );
});

test('R-TXT-14 containment is the share of the shorter text found in the longer', () => {
  expect(containment('Hoạt động văn nghệ', 'Tổ chức hoạt động văn nghệ, thể thao')).toBe(1);
  expect(containment('Hoạt đông văn ngệ', 'Tổ chức hoạt động văn nghệ, thể thao')).toBeGreaterThan(0.8);
  expect(containment('lớp', 'người')).toBe(0);
  expect(containment('', 'người')).toBe(0);
});

test('R-TXT-03 comparing texts of 50,000 characters is harmless', () => {
  const long = 'các lớp bồi dưỡng ('.repeat(3000);
  expect(similarity(long, `${long}x`)).toBeGreaterThan(0.9);
  expect(containment(long, 'các lớp')).toBe(1);
});

test('R-TXT-15 no likeness is above the bounds that are worked out first', () => {
  const word = fc.constantFrom('lop', 'lớp', 'lop hoc', 'hoc', 'hoi', 'sach', 'phó', 'don', 'vi', 'bao', 'cao', 'xa', 'an', '12', 'thao');
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
    fc.constantFrom(...FORM_ROWS),
    fc.tuple(fc.constantFrom(...FORM_ROWS), fc.nat(60), fc.string({ maxLength: 2 })).map(([row, at, slip]) => row.slice(0, at) + slip + row.slice(at + 1)),
  );
  fc.assert(
    fc.property(text, text, (first, second) => {
      const [a, b] = [comparable(first.replace(/[()]/g, '')), comparable(second.replace(/[()]/g, ''))];
      const left = [...b.tokens];
      const words = a.tokens.filter((token) => {
        const at = left.indexOf(token);
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      }).length;
      const most = likenessBounds(a, b, words);
      expect(compareTexts(a, b)).toBeLessThanOrEqual(most.whole + 1e-9);
      expect(compareContainment(a, b)).toBeLessThanOrEqual(most.contained + 1e-9);
    }),
    { numRuns: 2_000 },
  );
});
