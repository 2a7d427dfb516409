/** Words of the place "Kiểm tra". */
import { formatNumber } from '../core/cells/number-format';
import type { Severity } from '../core/findings';

const COUNTED: Readonly<Record<Severity, string>> = { error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' };

export const CHECKING_WORDS = {
  checking: 'Đang kiểm tra trang đang mở…',
  sheet: (name: string): string => `Trang “${name}”`,
  count: (severity: Severity, count: number): string => `${formatNumber(count)} ${COUNTED[severity]}`,
  filter: 'Lọc theo mức độ',
  all: (count: number): string => `Tất cả: ${formatNumber(count)}`,
  noneOfFilter: 'Không có nội dung nào ở mức độ này.',
  list: 'Các nội dung cần rà soát',
  clean: 'Không có nội dung cần rà soát',
  cleanText: 'Các ô đã điền đều đọc được và khớp với nhau. Danh sách này tự cập nhật trong lúc nhập.',
  emptyForm: 'Mẫu chưa được điền',
  emptyFormText: 'Khi nhập số liệu, các ô cần xem lại sẽ hiện ở đây.',
  goTo: (cell: string): string => `Đến ô ${cell}`,
  wholeSheet: 'Cả trang',

  fix: 'Sửa',
  fixCell: (cell: string, writes: string): string => `Sửa ô ${cell}: ${writes}`,
  writes: (cell: string, value: string): string => `${cell} thành ${value}`,
  empties: (cell: string): string => `để trống ${cell}`,
  fixAll: (count: number): string => `Sửa tất cả lỗi rõ ràng (${formatNumber(count)})`,
  acceptAll: (count: number): string => `Nhận tất cả cách hiểu đề xuất (${formatNumber(count)})`,
  fixed: (cells: number): string => `Đã sửa ${formatNumber(cells)} ô. Có thể bấm “Hoàn tác” để trở lại như trước.`,
  nothingFixed: 'Không có ô nào cần sửa.',
  undo: 'Hoàn tác',
  undoSteps: (count: number): string => `Hoàn tác (${formatNumber(count)} lần sửa)`,
  undone: 'Đã hoàn tác lần sửa gần nhất.',
  clearMarks: 'Bỏ đánh dấu',
  marksCleared: 'Đã bỏ đánh dấu trên trang; định dạng của trang trở lại như trước. Danh sách vẫn tiếp tục cập nhật.',
  markAgain: 'Đánh dấu lại',
  checkAgain: 'Kiểm tra lại',
  showMore: (count: number): string => `Hiện thêm ${formatNumber(count)} nội dung`,

  problemTitle: 'Chưa kiểm tra được trang này',
  insertForm: 'Chèn mẫu mới',
  tryAgain: 'Thử lại',
  opening: 'Đang mở sổ tính…',
  noWorkbook: 'Phần này kiểm tra trang tính đang mở nên chỉ dùng được trong Excel.',
} as const;
