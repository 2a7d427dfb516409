/** Documents for tests: offices and figures are invented. */
import type { DocumentPlan } from '../../src/core/document/document-plan';

export const words = (text: string): DocumentPlan['body'][number] => ({ kind: 'paragraph', runs: [{ text }] });

export const BODY: DocumentPlan['body'] = [
  words('Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân tỉnh báo cáo kết quả như sau:'),
  { kind: 'heading', level: 1, number: 'I.', text: 'Công tác chỉ đạo' },
  { kind: 'heading', level: 2, number: '1.', text: 'Văn bản đã ban hành' },
  { kind: 'heading', level: 3, number: 'a)', text: 'Cấp tỉnh' },
  { kind: 'paragraph', runs: [{ text: 'Tổ chức được ' }, { text: '1.234', bold: true }, { text: ' lớp (Phụ lục I).' }] },
  { kind: 'item', level: 1, runs: [{ text: 'Kế hoạch tổ chức Tuần lễ;' }] },
  { kind: 'item', level: 2, runs: [{ text: 'Công văn hướng dẫn.' }] },
  { kind: 'prompt', text: 'Đánh giá công tác chỉ đạo' },
  words('Trên đây là báo cáo kết quả tổ chức Tuần lễ.'),
];

export const TABLE: Extract<DocumentPlan['body'][number], { kind: 'table' }> = {
  kind: 'table',
  columns: [
    { widthMm: 10, align: 'center' },
    { widthMm: 90, align: 'left' },
    { widthMm: 30, align: 'right' },
    { widthMm: 30, align: 'right' },
  ],
  header: [
    [
      { text: 'TT', rowSpan: 2 },
      { text: 'Nội dung', rowSpan: 2 },
      { text: 'Số lượng', columnSpan: 2 },
    ],
    [{ text: 'Lớp' }, { text: 'Người' }],
  ],
  rows: [
    [{ text: '1' }, { text: 'Bồi dưỡng', bold: true }, { text: '12' }, { text: '345' }],
    [{ text: '2' }, { text: 'Phổ biến kiến thức' }, { text: '0' }, { text: '' }],
  ],
};

/** A PNG of one pixel. */
export const PIXEL = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

/** A report with every element of the decree's layout. */
export function reportPlan(change: Partial<DocumentPlan> = {}): DocumentPlan {
  return {
    kind: 'report',
    superior: 'Ủy ban nhân dân tỉnh A',
    issuer: 'Sở Giáo dục và Đào tạo',
    number: '5',
    symbol: 'BC-SGDĐT',
    place: 'Tỉnh A',
    date: '2025-02-05',
    year: 2024,
    title: 'Báo cáo',
    subject: 'Kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024',
    addressees: ['Bộ Giáo dục và Đào tạo'],
    body: BODY,
    signatory: ['KT. Giám đốc', 'Phó Giám đốc'],
    recipients: ['Ủy ban nhân dân tỉnh (để b/c)', 'Lưu: VT, GDTX'],
    annexes: [
      {
        label: 'Phụ lục I',
        title: 'Tổng hợp số liệu',
        attachedTo: '(Kèm theo Báo cáo số 05/BC-SGDĐT ngày 05 tháng 02 năm 2025 của Sở Giáo dục và Đào tạo)',
        orientation: 'portrait',
        blocks: [TABLE],
        photos: [],
      },
      {
        label: 'Phụ lục II',
        title: 'Số liệu từng đơn vị',
        attachedTo: null,
        orientation: 'landscape',
        blocks: [TABLE, TABLE],
        photos: [],
      },
      {
        label: 'Phụ lục III',
        title: 'Hình ảnh',
        attachedTo: null,
        orientation: 'portrait',
        blocks: [],
        photos: [
          { bytes: PIXEL, type: 'png', width: 1600, height: 900, caption: 'Lễ khai mạc tại xã B' },
          { bytes: PIXEL, type: 'jpeg', width: 900, height: 1600, caption: 'Ngày hội sách' },
        ],
      },
    ],
    ...change,
  };
}

/** A công văn. */
export function letterPlan(change: Partial<DocumentPlan> = {}): DocumentPlan {
  return reportPlan({
    kind: 'official-letter',
    title: null,
    symbol: 'SGDĐT-GDTX',
    subject: 'đôn đốc báo cáo kết quả tổ chức Tuần lễ',
    addressees: ['Ủy ban nhân dân các xã, phường', 'Các trường trung học phổ thông'],
    annexes: [],
    ...change,
  });
}
