/** Words of the place "Mẫu". */
import { formatNumber } from '../core/cells/number-format';

export const FORMS_WORDS = {
  campaign: 'Đợt báo cáo',
  editCampaign: 'Sửa đợt báo cáo',
  form: 'Mẫu',
  proposal: 'Mẫu này là bản đề xuất, không phải văn bản do cơ quan có thẩm quyền ban hành.',
  ownForm: 'Mẫu tự tạo từ một bảng có sẵn, không phải văn bản do cơ quan có thẩm quyền ban hành.',
  unitName: 'Tên đơn vị báo cáo (có thể để trống)',
  unitHint: 'Ví dụ: UBND xã Mường So. Để trống thì đơn vị tự điền.',
  unitTooLong: 'Tên đơn vị báo cáo dài quá 200 chữ. Xin rút gọn.',
  preview: 'Nội dung sẽ chèn',
  previewFile: 'Nội dung của tệp',
  table: (rows: number | null, columns: number): string =>
    rows === null
      ? `Bảng ${formatNumber(columns)} cột, mỗi dòng một hoạt động`
      : `Bảng ${formatNumber(rows)} dòng, ${formatNumber(columns)} cột`,
  blankLine: '……………………',
  insert: 'Chèn mẫu',
  inserting: 'Đang chèn…',
  save: 'Lưu mẫu (.xlsx)',
  saving: 'Đang lập tệp…',
  notSaved: 'Chưa lập được tệp. Xin thử lại; nếu vẫn không được, xin tải lại trang.',
  fileName: (annex: string, year: number | null, unit: string): string =>
    `Mẫu ${annex}${year === null ? '' : ` năm ${String(year)}`}${unit === '' ? '' : ` – ${unit}`}.xlsx`,
  next: 'Điền xong, xin bấm “Kiểm tra” để xem các ô cần rà soát.',
  noWorkbook: 'Chưa mở được sổ tính nên chưa chèn được mẫu. Xin đóng ngăn rồi mở lại.',
} as const;
