/** What the pane says, besides findings and states of submissions. Plain, polite, complete sentences. */
import { formatNumber } from '../core/cells/number-format';

const files = (count: number): string => `${formatNumber(count)} tệp`;

export const PANE_WORDS = {
  title: 'Tổng hợp báo cáo',
  form: 'Mẫu cần tổng hợp',
  chooseFiles: 'Chọn tệp báo cáo',
  chooseFolder: 'Chọn cả thư mục',
  addFiles: 'Thêm tệp',
  addFolder: 'Thêm thư mục',
  startOver: 'Làm lại từ đầu',
  dropHere: 'Hoặc kéo tệp, thư mục vào đây',
  dropNow: 'Thả ra để thêm vào',
  accepts: 'Nhận tệp Excel (.xlsx, .xls, .xlsb), .ods, .csv và tệp nén .zip chứa các tệp đó.',
  staysHere: 'Số liệu được đọc ngay trên máy này, không gửi đi đâu.',
  nothingChosen: 'Chưa có tệp nào được chọn.',
  alreadyThere: (count: number): string => `${files(count)} đã được chọn từ trước nên không đọc lại.`,
  notAFile: 'Nội dung vừa thả không phải là tệp trên máy. Đề nghị lưu tệp về máy rồi chọn lại.',

  reading: 'Đang đọc các tệp',
  progress: (done: number, total: number | null): string =>
    total === null ? `Đã đọc ${files(done)}` : `Đã đọc ${formatNumber(done)}/${files(total)}`,
  readNow: 'Vừa đọc xong',
  read: 'Đã đọc',
  unread: 'Không đọc được',
  cancel: 'Dừng lại',
  cancelled: 'Đã dừng. Các tệp vừa chọn chưa được đưa vào.',

  result: 'Kết quả',
  counted: (counted: number, all: number): string => `Đã tính ${formatNumber(counted)} trong ${files(all)} nhận được.`,
  filesTab: (count: number): string => `Tệp (${formatNumber(count)})`,
  totalsTab: 'Số liệu',
  all: 'Tất cả',
  unitUnknown: 'Chưa rõ đơn vị báo cáo',
  findings: (errors: number, warnings: number, hints: number): string =>
    [
      errors > 0 ? `${formatNumber(errors)} lỗi` : '',
      warnings > 0 ? `${formatNumber(warnings)} cảnh báo` : '',
      hints > 0 ? `${formatNumber(hints)} gợi ý` : '',
    ]
      .filter((one) => one !== '')
      .join(', '),
  showMore: (count: number): string => `Hiện thêm ${files(count)}`,
  noneInState: 'Không có tệp nào ở trạng thái này.',
  totalsCaption: 'Số liệu tổng hợp',
  indicator: 'Nội dung',
  reporters: (count: number): string => `${formatNumber(count)} đơn vị báo cáo`,
  nobody: 'chưa có đơn vị báo cáo nào ghi',
  totalsHint:
    'Số trong ngoặc là số đơn vị báo cáo đã ghi dòng đó. Dấu “–”: chưa có đơn vị báo cáo nào ghi; số 0: có ghi là không phát sinh.',

  save: 'Lưu bảng tổng hợp (.xlsx)',
  saving: 'Đang lập bảng tổng hợp…',
  saved: (name: string): string => `Đã lưu “${name}” vào thư mục tải về của trình duyệt.`,
  nothingCounted: 'Chưa có tệp nào được tính nên các tổng đều để trống.',
  fileName: (annex: string, year: number | null): string => `Bảng tổng hợp ${annex}${year === null ? '' : ` năm ${String(year)}`}.xlsx`,

  failed: 'Có lỗi không lường trước trong phần mềm',
  failedHelp: 'Các tệp trên máy không bị thay đổi. Đề nghị bấm “Làm lại từ đầu” rồi thử lại.',
  failedReport: 'Nội dung để báo người hỗ trợ (không chứa số liệu)',
} as const;
