/**
 * What Decree 30/2020/NĐ-CP asks of an administrative document, as data. Source: Nghị định 30/2020/NĐ-CP ngày 05/3/2020 về
 * công tác văn thư, Phụ lục I Phần I (mục I khổ giấy, kiểu trình bày, định lề, phông chữ, số trang; mục II, III thành phần
 * thể thức; mục V mẫu chữ) and Phụ lục III (Mẫu 1.4, 1.5, 2.1).
 */

export interface DecreeElement {
  readonly element: string;
  /** How the paragraph is found in the report of tests/support/document-plans.ts. */
  readonly text: RegExp;
  readonly sizes: readonly [least: number, most: number];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly align: 'center' | 'both' | 'left';
}

const upright = { bold: false, italic: false, capitals: false } as const;
const bold = { ...upright, bold: true } as const;

/** Elements of a report, in the order of the page. */
export const REPORT_ELEMENTS: readonly DecreeElement[] = [
  { element: 'Cơ quan chủ quản', text: /^ỦY BAN NHÂN DÂN TỈNH A$/, sizes: [12, 13], ...upright, capitals: true, align: 'center' },
  { element: 'Cơ quan ban hành', text: /^SỞ GIÁO DỤC VÀ ĐÀO TẠO$/, sizes: [12, 13], ...bold, capitals: true, align: 'center' },
  { element: 'Quốc hiệu', text: /^CỘNG HO[ÀA]|^CỘNG HÒA/, sizes: [12, 13], ...bold, capitals: true, align: 'center' },
  { element: 'Tiêu ngữ', text: /^Độc lập - Tự do - Hạnh phúc$/, sizes: [13, 14], ...bold, align: 'center' },
  { element: 'Số, ký hiệu', text: /^Số: 05\/BC-SGDĐT$/, sizes: [13, 13], ...upright, align: 'center' },
  {
    element: 'Địa danh, ngày tháng',
    text: /^Tỉnh A, ngày 05 tháng 02 năm 2025$/,
    sizes: [13, 14],
    ...upright,
    italic: true,
    align: 'center',
  },
  { element: 'Tên loại', text: /^BÁO CÁO$/, sizes: [13, 14], ...bold, capitals: true, align: 'center' },
  { element: 'Trích yếu', text: /^Kết quả tổ chức Tuần lễ/, sizes: [13, 14], ...bold, align: 'center' },
  { element: 'Kính gửi', text: /^Kính gửi: Bộ Giáo dục và Đào tạo$/, sizes: [13, 14], ...upright, align: 'center' },
  { element: 'Nội dung', text: /^Thực hiện Kế hoạch/, sizes: [13, 14], ...upright, align: 'both' },
  { element: 'Mục "I."', text: /^I\. CÔNG TÁC CHỈ ĐẠO$/, sizes: [13, 14], ...bold, capitals: true, align: 'both' },
  { element: 'Khoản "1." có tiêu đề', text: /^1\. Văn bản đã ban hành$/, sizes: [13, 14], ...bold, align: 'both' },
  { element: 'Điểm "a)"', text: /^a\) Cấp tỉnh$/, sizes: [13, 14], ...upright, align: 'both' },
  { element: 'Quyền hạn, chức vụ', text: /^KT\. GIÁM ĐỐC$/, sizes: [13, 14], ...bold, capitals: true, align: 'center' },
  { element: 'Họ tên người ký', text: /^…+$/, sizes: [13, 14], ...bold, align: 'center' },
  { element: 'Nơi nhận', text: /^Nơi nhận:$/, sizes: [12, 12], ...bold, italic: true, align: 'left' },
  { element: 'Danh sách nơi nhận', text: /^- Như trên;$/, sizes: [11, 11], ...upright, align: 'left' },
  { element: 'Số phụ lục', text: /^Phụ lục I$/, sizes: [14, 14], ...bold, align: 'center' },
  { element: 'Tên phụ lục', text: /^TỔNG HỢP SỐ LIỆU$/, sizes: [13, 14], ...bold, capitals: true, align: 'center' },
  { element: 'Kèm theo', text: /^\(Kèm theo Báo cáo số/, sizes: [13, 14], ...upright, italic: true, align: 'center' },
];

/** A4, margins in millimetres. */
export const PAGE_RULES = {
  paper: [210, 297],
  margins: { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] },
  pageNumberSizes: [13, 14],
  /** First line of a paragraph set in by 1 cm or 1.27 cm. */
  firstLine: [10, 12.7],
  /** At least so many points between paragraphs; lines from single to one and a half (in 240ths of a line). */
  betweenParagraphs: 6,
  lines: [240, 360],
  /** The rule under the issuer and the subject, in parts of the line above it. */
  rule: [1 / 3, 1 / 2],
  letterSubjectSizes: [12, 13],
} as const;
