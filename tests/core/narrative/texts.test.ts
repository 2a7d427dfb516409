/** Reading what units wrote: every way of writing it, every bound, and their words against their own figures. */
import { checkTexts } from '../../../src/core/narrative/texts/check-texts';
import { headingOf } from '../../../src/core/narrative/texts/headings';
import { documentOfText } from '../../../src/core/narrative/texts/issued-documents';
import { isSlogan } from '../../../src/core/narrative/texts/judge-passage';
import { planTextsSheet } from '../../../src/core/narrative/texts/plan-texts';
import { readTexts } from '../../../src/core/narrative/texts/read-texts';
import { MOST_CHARACTERS } from '../../../src/core/narrative/texts/text-lines';
import type { UnitTexts } from '../../../src/core/narrative/texts/unit-texts';
import type { CellGrid } from '../../../src/core/cells/cell';
import { describeFinding } from '../../../src/messages/vi';
import { textsSheetWords } from '../../../src/messages/texts-sheet-words';
import { gridOf, type Plain } from '../../support/grid';
import { laiChau, sampleContributor } from '../../support/sample-consolidation';

const sheet = (rows: readonly (readonly Plain[])[], name = 'Báo cáo'): CellGrid => gridOf(rows, { sheet: name });
const lines = (...texts: readonly string[]): readonly (readonly Plain[])[] => texts.map((text) => [text]);

function read(rows: readonly (readonly Plain[])[], name?: string): UnitTexts {
  const texts = readTexts([sheet(rows, name)], 'Phụ lục II');
  if (texts === null) throw new Error('nothing was read');
  return texts;
}

const said = (texts: UnitTexts): string[] =>
  texts.passages.map(
    (one) => `${one.part}${one.addressee === null ? '' : ` [${one.addressee}]`}: ${one.text} ${one.at.cell ?? ''}`,
  );

test('R-NARR-20 the sheet that is sent out, filled in, comes back part by part', () => {
  const plan = planTextsSheet({ words: textsSheetWords, year: 2024, addressees: ['Bộ Giáo dục và Đào tạo'] });
  const rows: Plain[][] = [];
  for (const { row, column, value } of plan.cells) {
    const cells = (rows[row] ??= []);
    while (cells.length <= column) cells.push(null);
    cells[column] = value?.kind === 'text' || value?.kind === 'number' ? value.value : null;
  }
  const filled = Array.from(rows, (row) => [...((row as Plain[] | undefined) ?? [])]);
  // Blank, it says nothing.
  expect(readTexts([sheet(filled)], 'x')).toBeNull();
  const start = (heading: string): number => filled.findIndex((row) => String(row[0] ?? '').includes(heading)) + 2;
  filled[start('Văn bản chỉ đạo')] = [
    1,
    'kế hoạch',
    '12/KH-UBND',
    { kind: 'date', iso: '2024-09-15T00:00:00', serial: 45550 },
    'UBND xã A',
    'Tổ chức Tuần lễ',
  ];
  filled[start('điều hành')] = [1, 'Ban hành văn bản kịp thời'];
  filled[start('hoạt động đã triển khai')] = [1, 'Tổ chức ngày hội đọc sách'];
  filled[start('4. Ưu điểm')] = [1, 'Nhân dân tham gia tích cực'];
  filled[start('Tồn tại')] = [1, 'Kinh phí còn hạn hẹp'];
  filled[start('Kiến nghị')] = [1, 'Bộ Giáo dục và Đào tạo', null, 'Hướng dẫn sớm hơn'];
  filled[start('Hình ảnh')] = [1, 'Lễ khai mạc'];
  const texts = read(filled);
  expect(texts.documents).toMatchObject([
    { type: 'Kế hoạch', number: '12/KH-UBND', date: '2024-09-15', issuer: 'UBND xã A', subject: 'Tổ chức Tuần lễ' },
  ]);
  expect(texts.passages.map((one) => [one.part, one.addressee, one.text])).toEqual([
    ['direction', null, 'Ban hành văn bản kịp thời'],
    ['activities', null, 'Tổ chức ngày hội đọc sách'],
    ['strengths', null, 'Nhân dân tham gia tích cực'],
    ['weaknesses', null, 'Kinh phí còn hạn hẹp'],
    ['proposals', 'Bộ Giáo dục và Đào tạo', 'Hướng dẫn sớm hơn'],
  ]);
  expect(texts.photos.map((one) => one.text)).toEqual(['Lễ khai mạc']);
});

test('R-NARR-21 headings typed by hand are known, numbered or not; statements that open alike are none', () => {
  for (const [line, part] of [
    ['1. Công tác chỉ đạo, điều hành', 'direction'],
    ['ƯU ĐIỂM:', 'strengths'],
    ['b) Tồn tại, hạn chế và nguyên nhân', 'weaknesses'],
    ['III. KIẾN NGHỊ VÀ ĐỀ XUẤT', 'proposals'],
    ['2. Nội dung các hoạt động đã triển khai trong Tuần lễ năm 2024', 'activities'],
    ['Nơi nhận:', 'end'],
    ['I. KẾT QUẢ TRIỂN KHAI THỰC HIỆN TUẦN LỄ', 'none'],
  ] as const)
    expect([line, headingOf(line)?.part]).toEqual([line, part]);
  for (const line of [
    'Công tác chỉ đạo kịp thời, sát sao',
    'Hoạt động đọc sách thu hút học sinh',
    'Khó khăn lớn nhất là kinh phí',
    'Kết quả có 12 lớp được mở',
  ])
    expect([line, headingOf(line)]).toEqual([line, null]);
  expect(headingOf('Ưu điểm: Nhân dân tham gia tích cực')).toEqual({ part: 'strengths', rest: 'Nhân dân tham gia tích cực' });
});

test('R-NARR-22 bullets of every kind are taken off, nothing else of the words', () => {
  const bullets = [
    '- một việc đã làm',
    '+ hai việc đã làm',
    '• ba việc đã làm',
    '➢ bốn việc đã làm',
    '✓ năm việc đã làm',
    '1) sáu việc đã làm',
    'a) bảy việc đã làm',
    '– tám việc đã làm',
    '▪chín việc đã làm',
  ];
  expect(read(lines('Ưu điểm', ...bullets)).passages.map((one) => one.text)).toEqual(
    ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((word) => `${word} việc đã làm`),
  );
});

test('R-NARR-23 TCVN3 is read as Unicode', () => {
  const texts = readTexts(
    [
      {
        sheet: 'B¸o c¸o',
        visibility: 'visible',
        merges: [],
        hiddenColumns: [],
        rows: ['Tån t¹i, h¹n chÕ', '- Kinh phÝ cßn h¹n hÑp'].map((value, index) => ({
          index,
          cells: [{ column: 0, value: { kind: 'text', value }, font: '.VnTime' }],
        })),
      },
      sheet([['khác']], 'x'),
    ],
    'Phụ lục II',
  );
  // One heading alone needs a telling name of the sheet, which is in TCVN3 here: two headings do without.
  expect(texts).toBeNull();
  const both = readTexts(
    [
      {
        sheet: 'Sheet2',
        visibility: 'visible',
        merges: [],
        hiddenColumns: [],
        rows: ['¦u ®iÓm', '- Nh©n d©n tham gia tÝch cùc', 'Tån t¹i, h¹n chÕ', '- Kinh phÝ cßn h¹n hÑp'].map((value, index) => ({
          index,
          cells: [{ column: 0, value: { kind: 'text', value }, font: '.VnTime' }],
        })),
      },
    ],
    'Phụ lục II',
  );
  expect(both?.passages.map((one) => one.text)).toEqual(['Nhân dân tham gia tích cực', 'Kinh phí còn hạn hẹp']);
});

test('R-NARR-24 a whole report inside one cell, tables pasted with tabs, is read line by line', () => {
  const texts = read([
    [
      'BÁO CÁO\n1. Văn bản đã ban hành\nTT\tLoại văn bản\tSố, ký hiệu\tNgày ban hành\tTrích yếu\n1\tCông văn\t9/UBND\t05/10/2024\tbáo cáo kết quả\n2. Các hoạt động\n1\tHội sách tại trường\tcả tuần\n3. Kiến nghị\nVới UBND tỉnh: bố trí thêm kinh phí',
    ],
  ]);
  expect(texts.documents).toMatchObject([{ type: 'Công văn', number: '9/UBND', date: '2024-10-05', subject: 'báo cáo kết quả' }]);
  expect(said(texts)).toEqual(['activities: Hội sách tại trường – cả tuần A1', 'proposals [UBND tỉnh]: bố trí thêm kinh phí A1']);
});

test('R-NARR-25 documents are read as they are cited; a remark about documents is none', () => {
  const at = { sheet: 's', cell: 'A1' };
  expect(
    documentOfText('- Kế hoạch số 12/KH-UBND ngày 15 tháng 9 năm 2024 của UBND xã A về việc tổ chức Tuần lễ;', at),
  ).toMatchObject({
    type: 'Kế hoạch',
    number: '12/KH-UBND',
    date: '2024-09-15',
    issuer: 'UBND xã A',
    subject: 'tổ chức Tuần lễ',
  });
  expect(documentOfText('QĐ 118/QĐ-UBND', at)).toMatchObject({ type: null, number: '118/QĐ-UBND' });
  for (const text of ['Công văn của cấp trên đến chậm', 'Kế hoạch được xây dựng sát thực tế', 'Đã có 15/20 lớp'])
    expect([text, documentOfText(text, at)]).toEqual([text, null]);
});

test('R-NARR-26 fifty thousand characters are bounded, cut at sentences, and what was left out is said', () => {
  const long = `${'Nhân dân trong xã tham gia tích cực các hoạt động của Tuần lễ. '.repeat(500)}\n${'a'.repeat(10_000)}`;
  const texts = read([['Ưu điểm'], [long.slice(0, 32_000)], [long.slice(0, 32_000)]]);
  expect(texts.passages.length).toBeGreaterThan(10);
  for (const one of texts.passages) expect(one.text.length).toBeLessThanOrEqual(601);
  const [cut] = texts.findings.filter((one) => one.code === 'text-cut');
  expect(cut?.params).toEqual({ kept: MOST_CHARACTERS, length: 64_007 });
  expect(describeFinding(texts.findings[0] as never)).not.toBe('');
});

test('R-NARR-27 calls and mottoes are slogans; what a unit did or lacks is not', () => {
  for (const text of [
    'HỌC, HỌC NỮA, HỌC MÃI!',
    '“Học tập suốt đời vì tương lai”',
    'Quyết tâm thực hiện thắng lợi Tuần lễ',
    'Nhiệt liệt chào mừng Tuần lễ',
    'Rất tốt',
  ])
    expect([text, isSlogan(text)]).toEqual([text, true]);
  for (const text of [
    'Kinh phí còn hạn hẹp',
    'Treo khẩu hiệu “Học, học nữa, học mãi!” tại các trường',
    'Nhân dân hưởng ứng tích cực',
  ])
    expect([text, isSlogan(text)]).toEqual([text, false]);
  expect(read(lines('Ưu điểm', 'Học, học nữa, học mãi!')).findings.map((one) => one.code)).toEqual(['text-slogan']);
});

test('R-NARR-28 words against the unit’s own figures are found where they name one row clearly, and only there', () => {
  const { form } = sampleContributor(laiChau, {
    name: 'A',
    reported: { '1/count': 9, '1.2/count': 3, '1.2/people': 450, '8/count': 5, '10.1/count': 5_000_000, '4.3/count': 200 },
  });
  const check = (...texts: readonly string[]): string[] =>
    checkTexts(laiChau, form, read(lines('Các hoạt động', ...texts))).map((one) =>
      `${one.code} ${'said' in one.params ? String(one.params.said) : ''}`.trim(),
    );
  expect(check('Tổ chức 20 lớp bồi dưỡng ngoại ngữ với 450 lượt người tham gia')).toEqual(['text-contradicts-figures 20']);
  expect(check('Tổ chức 03 lớp bồi dưỡng ngoại ngữ với 400 lượt người tham gia')).toEqual(['text-contradicts-figures 400']);
  expect(check('Mở 03 lớp bồi dưỡng ngoại ngữ', 'Tổ chức 05 cuộc hội thảo, sinh hoạt chuyên đề')).toEqual([]);
  expect(check('Chưa tổ chức hội thảo, sinh hoạt chuyên đề')).toEqual(['text-denies-figures']);
  expect(check('Chưa tổ chức được nhiều hội thảo, sinh hoạt chuyên đề')).toEqual([]);
  expect(check('Ngân sách nhà nước 6 triệu đồng')).toEqual(['text-contradicts-figures 6000000']);
  expect(check('Ngân sách nhà nước 5 triệu đồng')).toEqual([]);
  expect(check('Mở 04 lớp xóa mù chữ cho nhân dân')).toEqual(['text-beyond-figures 4']);
  // Several rows could be meant, or none: nothing is said.
  expect(
    check('Mở 12 lớp cho cán bộ', 'Có 30 người dự', 'Từ ngày 01/10 đến ngày 07/10/2024', 'Bồi dưỡng theo Kế hoạch 12/KH'),
  ).toEqual([]);
});

test('R-NARR-29 nothing written, a word for nothing, blanks of dots: no texts', () => {
  expect(readTexts([], 'x')).toBeNull();
  expect(readTexts([sheet(lines('Ưu điểm', 'Không', '………', 'Tồn tại', 'Không có'))], 'x')).toBeNull();
  expect(readTexts([sheet(lines('Danh sách', 'Nguyễn Văn A'))], 'x')).toBeNull();
  expect(readTexts([sheet(lines('Ưu điểm', 'Nhân dân tham gia tích cực'), 'Phụ lục II')], 'Phụ lục II')).toBeNull();
});
