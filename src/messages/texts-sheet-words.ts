/** The words of the sheet "Báo cáo" that units fill in. `core/narrative/texts/headings` reads these headings again. */
import type { TextsSheetWords } from '../core/narrative/texts/plan-texts';

export const textsSheetWords: TextsSheetWords = {
  name: 'Báo cáo',
  title: (year) => `BÁO CÁO KẾT QUẢ TỔ CHỨC TUẦN LỄ HƯỞNG ỨNG HỌC TẬP SUỐT ĐỜI${year === null ? '' : ` NĂM ${String(year)}`}`,
  hint: 'Phần lời của báo cáo, gửi kèm bảng số liệu. Mỗi ý ghi một dòng; nội dung nào không có thì để trống. Số liệu chỉ ghi ở bảng số liệu.',
  order: 'TT',
  documents: {
    heading: '1. Văn bản chỉ đạo, hướng dẫn đã ban hành',
    columns: ['Loại văn bản', 'Số, ký hiệu', 'Ngày ban hành', 'Cơ quan ban hành', 'Trích yếu nội dung'],
    types: ['Kế hoạch', 'Công văn', 'Quyết định', 'Chỉ thị', 'Thông báo', 'Hướng dẫn', 'Chương trình'],
  },
  direction: {
    heading: '2. Công tác chỉ đạo, điều hành',
    column: 'Nhận xét về việc ban hành và thực hiện văn bản (tính kịp thời, đầy đủ, thống nhất, khả thi)',
  },
  activities: { heading: '3. Nội dung các hoạt động đã triển khai trong Tuần lễ', column: 'Hoạt động đã triển khai' },
  strengths: { heading: '4. Ưu điểm', column: 'Ưu điểm' },
  weaknesses: { heading: '5. Tồn tại, hạn chế', column: 'Tồn tại, hạn chế' },
  proposals: { heading: '6. Kiến nghị, đề xuất', columns: ['Kiến nghị với', 'Nội dung kiến nghị'] },
  photos: { heading: '7. Hình ảnh tiêu biểu', column: 'Chú thích của từng ảnh (ảnh gửi kèm tệp này hoặc chèn bên dưới)' },
  suggest: (list) => ({ title: 'Gợi ý', message: `Ví dụ: ${list}. Có thể ghi nội dung khác.` }),
};
