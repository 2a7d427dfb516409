/** The Vietnamese words of the sheets the add-in plans: names, headers, prompts. Injected into `core/sheets`. */
import type { SheetWords } from '../core/sheets/sheet-words';

const DOTS = '…………';

/** "2024-10-21" → "21/10/2024". */
function vietnameseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

export const sheetWords: SheetWords = {
  sheetNames: {
    summary: 'Tổng hợp',
    details: 'Chi tiết',
    ledger: 'Tình hình nộp báo cáo',
    review: 'Cần rà soát',
    other: 'Nội dung khác',
  },
  form: {
    attachedToBlank: `(Kèm theo Báo cáo số ${DOTS}/BC-${DOTS} ngày …… tháng …… năm ……… của ${DOTS}${DOTS})`,
    unitCode: 'Mã đơn vị báo cáo',
    placeAndDate: (year) => `${DOTS}, ngày …… tháng …… năm ${year === null ? '20……' : String(year)}`,
    signer: 'THỦ TRƯỞNG ĐƠN VỊ',
    signHere: '(Ký tên, đóng dấu)',
    unitPrompt: { title: 'Đơn vị báo cáo', message: 'Xin ghi tên đầy đủ của đơn vị báo cáo, ví dụ: UBND xã A.' },
    numberPrompt: ({ nature, unit }) => {
      if (nature === 'money') {
        return {
          title: 'Số tiền (đồng)',
          message:
            'Xin nhập trọn số tiền bằng đồng, chỉ gồm chữ số. Ví dụ 5 triệu đồng: nhập 5000000. Để trống nếu không có.',
        };
      }
      const what = nature === 'persons' ? 'Số người' : `Số lượng (${unit})`;
      return {
        title: cut(what),
        message:
          'Xin nhập một số nguyên, chỉ gồm chữ số, không kèm chữ. Nhập 0 nếu không phát sinh, để trống nếu không báo cáo.',
      };
    },
    numberAlert: ({ nature }) => ({
      title: 'Số chưa hợp lệ',
      message:
        nature === 'money'
          ? 'Ô này chỉ nhận số tiền bằng đồng: một số nguyên từ 0 trở lên, không kèm chữ. Xin nhập lại.'
          : 'Ô này chỉ nhận một số nguyên từ 0 trở lên, không kèm chữ. Xin nhập lại hoặc để trống.',
    }),
    notePrompt: (asks) => ({ title: 'Ghi chú', message: `Nếu có số liệu, xin ghi thêm: ${asks}.` }),
  },
  summary: {
    reporters: (measure) => (measure === null ? 'Số đơn vị báo cáo' : `Số đơn vị báo cáo: ${measure}`),
    seeOther: 'Xem trang riêng',
  },
  details: {
    title: 'SỐ LIỆU CHI TIẾT THEO ĐƠN VỊ BÁO CÁO',
    hint:
      'Sửa số ở đây thì trang “Tổng hợp” tự tính lại. Ô trống: không báo cáo. Cột nền xanh tính từ các dòng con; ' +
      'cột bên cạnh là số đơn vị tự ghi, tô vàng khi hai số khác nhau.',
    order: 'STT',
    code: 'Mã',
    unit: 'Đơn vị báo cáo',
    via: 'Nộp qua',
    file: 'Tệp nguồn',
    reported: (header) => `${header} (đơn vị báo cáo)`,
  },
  ledger: {
    title: 'TÌNH HÌNH NỘP BÁO CÁO',
    hint: 'Cột “Ngày nhận” do người tổng hợp xác nhận; để trống nghĩa là chưa rõ ngày nhận. Ngày lưu tệp chỉ để tham khảo.',
    order: 'STT',
    code: 'Mã',
    unit: 'Đơn vị báo cáo',
    state: 'Trạng thái',
    reason: 'Lý do',
    documentNumber: 'Số, ký hiệu',
    documentDate: 'Ngày báo cáo',
    file: 'Tệp',
    received: 'Ngày nhận',
    lastDayHint: '“Hạn nộp” là ngày cuối cùng còn đúng hạn; cột “So với hạn nộp” tự tính theo ngày nhận và ngày hôm nay.',
    receivedBefore: 'Ngày nhận khi tổng hợp',
    lastDay: 'Hạn nộp',
    hour: 'Giờ hạn',
    standing: 'So với hạn nộp',
    standings: {
      onTime: 'Đúng hạn',
      onLastDay: 'Cần xem giờ nhận',
      late: (days) => `Chậm ${String(days)} ngày`,
      overdue: (days) => `Quá hạn ${String(days)} ngày`,
      lastDayToday: 'Hôm nay hết hạn',
      left: (days) => `Còn ${String(days)} ngày`,
      unknown: 'Chưa rõ ngày nhận',
      notADay: 'Ngày nhận chưa đúng',
    },
    savedOn: 'Ngày lưu tệp',
    errors: 'Lỗi',
    warnings: 'Cảnh báo',
    hints: 'Gợi ý',
    hash: 'Mã kiểm tra tệp',
    missing: 'Chưa nộp',
  },
  review: {
    title: 'NỘI DUNG CẦN RÀ SOÁT',
    hint:
      'Lỗi và giá trị đề xuất chưa được cộng vào tổng cho đến khi được xử lý. ' +
      'Dùng nút lọc ở dòng tiêu đề để xem theo đơn vị báo cáo.',
    order: 'STT',
    severity: 'Mức độ',
    unit: 'Đơn vị báo cáo',
    file: 'Tệp',
    sheet: 'Trang tính',
    cell: 'Ô',
    sentence: 'Nội dung cần rà soát',
    proposal: 'Cách hiểu đề xuất',
    severityWords: { error: 'Lỗi', warning: 'Cảnh báo', hint: 'Gợi ý' },
    nothing: 'Không có nội dung nào cần rà soát.',
  },
  other: {
    title: 'NỘI DUNG KHÁC VÀ GHI CHÚ CỦA CÁC ĐƠN VỊ',
    hint: 'Các nội dung dưới đây được giữ nguyên văn, không cộng vào tổng.',
    order: 'STT',
    code: 'Mã',
    unit: 'Đơn vị báo cáo',
    kind: 'Loại',
    // Not the words of a form's own columns: this sheet must never be taken for a filled form.
    row: 'Thuộc dòng',
    text: 'Nguyên văn',
    figures: 'Số liệu kèm theo',
    file: 'Tệp',
    place: 'Ô',
    rowName: (number, text) => (number === '' ? `Dòng “${text}”` : `Dòng ${number}: “${text}”`),
    kinds: { free: 'Nội dung khác', extra: 'Dòng ghi thêm', note: 'Ghi chú' },
    nothing: 'Không có nội dung khác.',
  },
  list: {
    prompt: (header) => `Xin ghi ${header.charAt(0).toLowerCase()}${header.slice(1)} vào ô này; để trống nếu không có.`,
    dayAlert: ({ from, to }) => ({
      title: 'Ngày ngoài đợt này',
      message: `Đợt này diễn ra từ ${vietnameseDate(from)} đến ${vietnameseDate(to)}. Nếu ngày vừa nhập đúng, xin chọn Có (Yes) để giữ lại.`,
    }),
    day: 'Từ ngày',
    until: 'Đến hết ngày',
    written: 'Ngày ghi trong báo cáo',
    extra: 'Ghi thêm ngoài mẫu',
    cell: 'Ô',
    source: 'Số đơn vị',
    noLines: 'Không đăng ký hoạt động nào.',
    detailsTitle: 'CÁC HOẠT ĐỘNG THEO ĐƠN VỊ BÁO CÁO',
    detailsHint:
      'Sửa ở đây thì trang lịch tự thay đổi theo. Hoạt động chưa rõ ngày để trống hai cột ngày; ghi ngày vào hai cột này rồi tổng hợp lại thì hoạt động được xếp vào lịch.',
    calendarHint:
      'Các ô trong lịch lấy từ trang “Chi tiết”; xin sửa ở trang đó. Dòng nền xám là dòng đã được đổi sang ngày khác.',
    dayHeader: 'Ngày',
    countHeader: 'Tổng số hoạt động',
    allLines: 'Tất cả',
    undated: 'Chưa rõ ngày',
    undatedTitle: 'Chưa rõ ngày, chờ xác nhận',
    allTitle: 'Danh sách tổng hợp',
    dayTitle: (weekday, date) => `${WEEKDAYS[weekday - 1] ?? ''}, ngày ${date}`,
    emptyDay: (title) => `${title}: chưa có hoạt động đăng ký.`,
  },
  consolidatedOn: (iso) => `Tổng hợp ngày ${vietnameseDate(iso)}.`,
};

/** Titles of prompts hold 32 characters at most. */
function cut(title: string): string {
  return title.length <= 32 ? title : `${title.slice(0, 31)}…`;
}
