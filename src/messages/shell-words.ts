/** Words of the frame around the places: tabs, menu, tour, help, and what is said when something breaks. */
import { formatNumber } from '../core/cells/number-format';

export const SHELL_WORDS = {
  title: 'Tổng hợp báo cáo',
  places: 'Các phần của tiện ích',
  tabs: { forms: 'Mẫu', checking: 'Kiểm tra', consolidating: 'Tổng hợp', reporting: 'Báo cáo' },
  opening: 'Đang mở…',
  more: 'Thêm lựa chọn',
  settings: 'Cài đặt đợt báo cáo',
  tourAgain: 'Xem lại hướng dẫn',
  help: 'Trợ giúp',
  trial: 'Kiểm tra tiện ích',
  back: 'Quay lại',
  closeSaid: 'Đóng thông báo',

  noOffice:
    'Không tải được thư viện của Excel (office.js) nên tiện ích chưa làm việc được với sổ tính này. ' +
    'Xin kiểm tra mạng rồi mở lại ngăn; việc tổng hợp tệp vẫn dùng được.',
  noExcel: 'Trang này đang mở ngoài Excel nên không có sổ tính để chèn mẫu hay kiểm tra; việc tổng hợp tệp vẫn dùng được.',
  noWorkbook: 'Chưa mở được sổ tính. Xin đóng ngăn rồi mở lại; việc tổng hợp tệp vẫn dùng được.',
  oldExcelTitle: 'Bản Excel này chưa chạy được tiện ích',
  oldExcel: 'Tiện ích cần Excel của Microsoft 365, Excel 2021 trở lên, hoặc Excel trên web. Sổ tính đang mở không bị thay đổi.',
  oldExcelWay:
    'Có thể dùng ngay bản trên trình duyệt: lưu mẫu, tổng hợp các tệp đã nhận và lưu thành tệp .xlsx. ' +
    'Số liệu được xử lý trên máy này, không gửi đi đâu.',
  openBrowser: 'Mở bản trên trình duyệt',
  orCopy: 'Nếu liên kết trên không mở được, xin chép địa chỉ sau vào Chrome, Edge, Firefox hoặc Cốc Cốc:',

  brokenPlace: 'Phần này gặp lỗi không lường trước',
  brokenHelp:
    'Các phần khác vẫn dùng được; tệp đã đọc, đợt báo cáo và sổ tính vẫn giữ nguyên. ' +
    'Xin bấm “Mở lại phần này”, hoặc chọn phần khác.',
  reopen: 'Mở lại phần này',
  notLoaded: 'Không tải được phần này. Xin kiểm tra mạng rồi thử lại; những gì đang làm ở phần khác vẫn giữ nguyên.',
  tryAgain: 'Thử lại',
  report: 'Nội dung để báo người hỗ trợ (không chứa số liệu)',
  copyReport: 'Chép nội dung',
  copied: 'Đã chép.',
  notCopied: 'Trình duyệt không cho chép. Xin chọn đoạn chữ ở dưới rồi nhấn Ctrl+C.',

  tour: {
    name: 'Hướng dẫn nhanh',
    step: (step: number, of: number): string => `Bước ${formatNumber(step)}/${formatNumber(of)}`,
    skip: 'Bỏ qua',
    back: 'Trước',
    next: 'Tiếp',
    done: 'Bắt đầu dùng',
    again: 'Có thể xem lại hướng dẫn này trong nút ba chấm ở góc phải phía trên.',
    inExcel: [
      {
        title: 'Bắt đầu từ mẫu',
        text: 'Phần “Mẫu” chèn phụ lục chính thức vào sổ tính đang mở, sẵn sàng để điền, in và gửi.',
      },
      {
        title: 'Kiểm tra ngay khi nhập',
        text: 'Phần “Kiểm tra” liệt kê các ô cần xem lại trên trang đang mở và sửa giúp những chỗ đã rõ; sửa xong vẫn hoàn tác được.',
      },
      {
        title: 'Tổng hợp trong một lần chọn tệp',
        text: 'Phần “Tổng hợp” nhận các tệp, thư mục hoặc tệp .zip đã nhận, rồi đưa bảng tổng hợp vào sổ tính. Số liệu không rời khỏi máy này.',
      },
      {
        title: 'Đợt báo cáo của đơn vị',
        text: 'Tên đợt, hạn nộp và danh sách đơn vị báo cáo đặt ở “Cài đặt đợt báo cáo”, và được lưu cùng sổ tính.',
      },
    ],
    inBrowser: [
      {
        title: 'Dùng được khi không có Excel mới',
        text: 'Trang này làm việc với tệp: lưu mẫu để gửi đi, đọc các tệp nhận về và lưu bảng tổng hợp thành tệp .xlsx.',
      },
      {
        title: 'Tổng hợp trong một lần chọn tệp',
        text: 'Phần “Tổng hợp” nhận các tệp, thư mục hoặc tệp .zip đã nhận. Số liệu được đọc trên máy này, không gửi đi đâu.',
      },
      {
        title: 'Đợt báo cáo của đơn vị',
        text: 'Tên đợt, hạn nộp và danh sách đơn vị báo cáo đặt ở “Cài đặt đợt báo cáo”.',
      },
    ],
  },
} as const;
