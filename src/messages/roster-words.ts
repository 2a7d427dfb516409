/** Words of the sheet "Danh sách đơn vị". */
import type { RosterWords } from '../core/sheets/plan-roster-sheet';
import { UNIT_KIND_WORDS } from './campaign-words';

export const rosterWords: RosterWords = {
  sheetName: 'Danh sách đơn vị',
  title: 'DANH SÁCH ĐƠN VỊ BÁO CÁO',
  hints: [
    'Mỗi dòng là một đơn vị phải báo cáo. Có thể sửa, thêm, xóa dòng như mọi bảng khác; chỉ cột tên là bắt buộc. ' +
      'Mã giúp nhận ra tệp của đơn vị dù tệp bị đổi tên. Cột “Tên gọi khác” ghi các cách viết tắt, cách nhau bằng dấu chấm phẩy.',
  ],
  order: 'STT',
  code: 'Mã',
  name: 'Tên đơn vị',
  kind: 'Loại',
  superior: 'Cấp trên',
  email: 'Thư điện tử',
  deadline: 'Hạn nộp',
  aliases: 'Tên gọi khác',
  kinds: Object.values(UNIT_KIND_WORDS),
  kindsHeader: 'Các loại đơn vị',
  kindPrompt: { title: 'Loại đơn vị', message: 'Xin chọn trong danh sách. Để trống thì loại được xét theo tên đơn vị.' },
  kindAlert: { title: 'Loại chưa hợp lệ', message: 'Xin chọn một loại trong danh sách thả xuống, hoặc để trống.' },
  deadlinePrompt: {
    title: 'Hạn nộp riêng',
    message: 'Để trống nếu theo hạn chung. Ví dụ: trước ngày 20/10/2026; chậm nhất 16g00 ngày 13/10/2026.',
  },
};
