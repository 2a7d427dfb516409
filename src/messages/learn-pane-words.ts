/** Words of "Mẫu tự tạo" in the place "Mẫu": making a form out of a selected table, and the forms made so far. */
import { formatNumber } from '../core/cells/number-format';

const count = formatNumber;

export const LEARN_PANE_WORDS = {
  title: 'Mẫu tự tạo',
  explain:
    'Đã có bảng thống kê trong sổ tính? Xin chọn bảng đó (hoặc một ô trong bảng) rồi bấm nút dưới đây để dùng làm mẫu báo cáo, không cần lập lại.',
  explainFile: 'Mẫu tự tạo trong Excel đã lưu thành tệp có thể mở tại đây để gửi đi và tổng hợp.',
  learn: 'Tạo mẫu từ bảng đang chọn',
  learning: 'Đang đọc bảng…',
  learnAgain: 'Đọc lại bảng đang chọn',
  open: 'Mở tệp mẫu (.json)',
  kept: 'Các mẫu tự tạo của sổ tính này',
  keptFile: 'Các mẫu tự tạo đã mở',
  choose: 'Dùng mẫu này',
  inUse: 'Đang dùng',
  saveFile: 'Lưu tệp mẫu',
  remove: 'Xóa',
  removeOf: (name: string): string => `Xóa mẫu “${name}”`,
  saveOf: (name: string): string => `Lưu mẫu “${name}” thành tệp`,
  chooseOf: (name: string): string => `Dùng mẫu “${name}”`,
  removeAsk: (name: string): string =>
    `Xóa mẫu “${name}” khỏi sổ tính? Các trang đã lập theo mẫu vẫn còn, nhưng không kiểm tra và tổng hợp tiếp được. Nên lưu tệp mẫu trước.`,
  removeYes: 'Xóa mẫu',
  removeNo: 'Giữ lại',
  removed: (name: string): string => `Đã xóa mẫu “${name}” khỏi sổ tính.`,
  added: (name: string): string => `Đã thêm mẫu “${name}”. Mẫu này đang được chọn.`,
  keptAs: (name: string): string =>
    `Đã lưu mẫu “${name}” cùng sổ tính và chọn mẫu này: có thể chèn, gửi cho các đơn vị, kiểm tra và tổng hợp như mọi mẫu khác.`,
  fileName: (name: string): string => `Mẫu tự tạo – ${name}.json`,
  savedNext: 'Mở tệp này ở sổ tính khác bằng nút “Mở tệp mẫu (.json)”.',
  notSaved: 'Chưa lưu được tệp mẫu. Xin thử lại; nếu vẫn không được, xin tải lại trang.',
  failed: 'Chưa đọc được bảng đang chọn. Xin thử lại; nếu vẫn không được, xin đóng ngăn rồi mở lại.',
  fileUnread: 'Không mở được tệp này. Xin chọn lại tệp rồi thử lại.',

  draft: (from: string): string => `Mẫu mới từ bảng ${from}`,
  understood: (rows: number, columns: number): string =>
    `Phần mềm hiểu bảng này có ${count(rows)} dòng nội dung và ${count(columns)} cột như dưới đây. Xin xem lại, sửa chỗ chưa đúng rồi bấm “Lưu mẫu”.`,
  headerRows: (rows: number): string =>
    `Mẫu mới in ${count(rows)} dòng tiêu đề. Nếu phần tiêu đề chưa đúng, xin chọn lại vùng bảng rồi bấm “Đọc lại bảng đang chọn”.`,
  doubts: (doubts: number): string => `Có ${count(doubts)} chỗ xin xem lại:`,
  moreDoubts: (doubts: number): string => `và ${count(doubts)} chỗ khác, có dấu cảnh báo ở từng dòng.`,
  look: 'Xin xem lại dòng này',
  noDoubts: 'Không có chỗ nào chưa rõ.',
  name: 'Tên mẫu',
  columns: 'Các cột',
  column: (letter: string): string => `Cột ${letter}`,
  header: 'Tiêu đề cột',
  role: 'Cột này là',
  group: (group: string): string => `Thuộc nhóm “${group}”.`,
  nature: 'Số liệu về',
  unit: 'Đơn vị tính (khi dòng không ghi)',
  rows: 'Các dòng',
  rowsHint: 'Dòng con lùi vào dưới dòng cha. Bấm vào một dòng để sửa.',
  rowNumber: 'Số thứ tự',
  rowText: 'Nội dung',
  rowUnit: 'Đơn vị tính',
  rowKind: 'Dòng này',
  rollUp: 'Với các dòng con',
  parent: 'Thuộc dòng',
  top: '(không thuộc dòng nào)',
  blankRow: '(không có nội dung)',
  showMore: (rows: number): string => `Xem thêm ${count(rows)} dòng`,
  confirm: 'Lưu mẫu',
  cancel: 'Bỏ',
  cancelled: 'Đã bỏ mẫu đang tạo; sổ tính không thay đổi.',
} as const;

export const ROLE_WORDS = {
  label: 'Tên chỉ tiêu, nội dung',
  measure: 'Số liệu',
  number: 'Số thứ tự',
  unitOfMeasure: 'Đơn vị tính',
  note: 'Ghi chú',
  ignored: 'Không đưa vào mẫu',
} as const;

export const NATURE_WORDS = {
  things: 'số lượng',
  persons: 'số người',
  money: 'số tiền (đồng)',
} as const;

export const KIND_WORDS = {
  item: 'có số liệu',
  heading: 'chỉ là tiêu đề',
  ignored: 'không đưa vào mẫu',
} as const;

export const ROLL_UP_WORDS = {
  sum: 'là tổng của các dòng con',
  none: 'được báo cáo riêng',
} as const;

export const ADD_FAILURES = {
  'too-large': 'Tệp quá lớn so với một tệp mẫu. Xin chọn tệp mẫu (.json) đã lưu từ phần mềm này.',
  'not-json': 'Tệp này không phải là tệp mẫu. Xin chọn tệp mẫu (.json) đã lưu từ phần mềm này.',
  'not-form': 'Nội dung tệp không phải là một mẫu báo cáo đầy đủ. Xin lưu lại tệp mẫu từ sổ tính gốc rồi mở lại.',
  known: 'Mẫu trong tệp này đã có. Xin chọn mẫu đó trong danh sách; muốn thay thì xóa mẫu cũ trước.',
  full: 'Sổ tính đã lưu quá nhiều mẫu tự tạo. Xin xóa bớt mẫu không còn dùng rồi thử lại.',
} as const;
