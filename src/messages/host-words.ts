/** A sentence for everything that can go wrong between the add-in and Excel: what happened, and what to do. */
export type HostProblemCode =
  /** Somebody is typing in a cell. */
  | 'cell-edit'
  | 'workbook-protected'
  | 'sheet-protected'
  | 'read-only'
  /** The active sheet is a chart, not cells. */
  | 'chart-sheet'
  | 'sheet-missing'
  /** No one rectangle of cells is selected. */
  | 'no-selection'
  | 'sheet-too-large'
  | 'payload-too-large'
  | 'name-taken'
  /** A summary is here that this workbook's add-in knows nothing of: its hidden sheets bear our names. */
  | 'foreign-summary'
  | 'not-supported'
  | 'busy'
  | 'not-permitted'
  /** The workbook was last worked on by a newer version of the add-in. */
  | 'newer-version'
  /** What the add-in keeps in the workbook cannot be read. */
  | 'state-unreadable'
  | 'changed-meanwhile'
  /** Somebody has typed since the check whose findings are to be mended. */
  | 'changed-since-check'
  /** Excel shows another workbook, or something that has no cells. */
  | 'not-in-view'
  | 'no-form'
  | 'own-sheet'
  | 'several-forms'
  | 'no-summary'
  | 'unexpected';

export interface HostProblem {
  readonly code: HostProblemCode;
  /** A name a clerk knows (of a sheet, a cell), or null. Never a stack trace. */
  readonly detail: string | null;
}

const at = (detail: string | null): string => (detail === null ? '' : ` “${detail}”`);

const SENTENCES: Readonly<Record<HostProblemCode, (detail: string | null) => string>> = {
  'cell-edit': () => 'Có một ô đang được gõ dở. Xin nhấn Enter (hoặc Esc) để kết thúc, rồi thử lại.',
  'workbook-protected': () =>
    'Cấu trúc của sổ tính đang được bảo vệ nên không thêm trang được. Xin bỏ bảo vệ (Xem lại › Bảo vệ sổ làm việc) rồi thử lại.',
  'sheet-protected': (detail) =>
    `Trang tính${at(detail)} đang được bảo vệ nên không sửa được. ` +
    'Xin bỏ bảo vệ trang (Xem lại › Bỏ bảo vệ trang tính) rồi thử lại.',
  'read-only': () => 'Sổ tính đang mở ở chế độ chỉ đọc. Xin bấm “Bật chỉnh sửa” hoặc lưu thành tệp khác rồi thử lại.',
  'chart-sheet': () => 'Trang đang mở là trang biểu đồ, không có ô số liệu. Xin chọn trang chứa bảng số liệu rồi thử lại.',
  'no-selection': () => 'Chưa chọn một vùng ô liền nhau. Xin bôi đen cả bảng, gồm dòng tiêu đề và các dòng nội dung, rồi thử lại.',
  'sheet-missing': (detail) => `Không còn trang tính${at(detail)} trong sổ tính này. Xin chọn lại trang rồi thử lại.`,
  'sheet-too-large': (detail) =>
    `Trang tính${at(detail)} có quá nhiều ô so với một báo cáo. Xin chọn trang chứa phụ lục rồi thử lại.`,
  'payload-too-large': () =>
    'Lượng dữ liệu gửi một lần vượt mức Excel cho phép. Sổ tính vẫn giữ nguyên; xin thử lại với ít tệp hơn.',
  'name-taken': (detail) =>
    detail === null
      ? 'Trong sổ tính có một trang (có thể là trang biểu đồ) trùng tên với trang mà tiện ích cần tạo, như “Tổng hợp” hay “Chi tiết”. ' +
        'Xin đổi tên trang đó rồi thử lại.'
      : `Đã có trang tính tên${at(detail)} không phải do tiện ích tạo ra. Xin đổi tên trang đó rồi thử lại.`,
  'foreign-summary': () =>
    'Sổ tính này chứa sẵn một bảng tổng hợp lập ở nơi khác nên không lập thêm bảng mới ở đây được. ' +
    'Xin mở một sổ tính mới rồi tổng hợp ở đó; sổ tính này vẫn giữ nguyên.',
  'not-supported': () => 'Phiên bản Excel này chưa hỗ trợ thao tác vừa chọn. Xin dùng bản Excel mới hơn, hoặc Excel trên web.',
  busy: () => 'Excel đang bận. Xin chờ một lát rồi thử lại.',
  'not-permitted': () => 'Excel không cho phép thao tác này. Xin kiểm tra quyền sửa tệp và việc bảo vệ trang tính, rồi thử lại.',
  'newer-version': () =>
    'Sổ tính này đã được làm bằng phiên bản tiện ích mới hơn. Xin cập nhật tiện ích rồi mở lại; sổ tính vẫn giữ nguyên.',
  'state-unreadable': () =>
    'Phần ghi nhớ của tiện ích trong sổ tính này không đọc được nên chưa làm gì thêm; sổ tính vẫn giữ nguyên. ' +
    'Xin mở bản lưu trước đó, hoặc tổng hợp lại từ các tệp đã nhận trong một sổ tính mới.',
  'changed-meanwhile': (detail) =>
    `Ô${at(detail)} đã được sửa sau đó nên không hoàn tác được; nội dung hiện tại được giữ nguyên.`,
  'changed-since-check': (detail) =>
    `Ô${at(detail)} đã được sửa sau lần kiểm tra gần nhất nên chưa sửa gì thêm. Xin bấm “Kiểm tra” lại.`,
  'not-in-view': () =>
    'Excel đang hiện một sổ tính khác, hoặc trang đang mở không có ô số liệu. Xin mở trang cần làm rồi thử lại.',
  'no-form': (detail) =>
    `Trang tính${at(detail)} không có bảng số liệu theo mẫu. Xin chọn trang chứa phụ lục, hoặc bấm “Chèn mẫu” để thêm mẫu mới.`,
  'own-sheet': (detail) =>
    `Trang tính${at(detail)} do tiện ích lập ra, không phải phụ lục để kiểm tra. Xin chọn trang chứa phụ lục rồi bấm “Kiểm tra” lại.`,
  'several-forms': (detail) => `Trang tính${at(detail)} có nhiều bảng theo mẫu. Xin để mỗi bảng trên một trang rồi thử lại.`,
  'no-summary': () => 'Sổ tính này chưa có bảng tổng hợp. Xin tổng hợp các tệp đã nhận trước.',
  unexpected: () => 'Excel báo lỗi ngoài dự kiến. Sổ tính vẫn giữ nguyên; xin thử lại, hoặc lưu tệp, đóng rồi mở lại Excel.',
};

/** The sentence of a problem. */
export function describeHostProblem(problem: HostProblem): string {
  return SENTENCES[problem.code](problem.detail);
}

/** Words for what the add-in does in Excel. */
export const HOST_WORDS = {
  /** Shown while Excel does not answer: usually a cell is being typed in. */
  waiting: 'Excel chưa trả lời. Nếu đang gõ dở trong một ô, xin nhấn Enter để tiếp tục.',
  marksNotShown: 'Trang tính đang được bảo vệ nên không tô màu được; các nội dung cần rà soát vẫn liệt kê ở đây.',
  formInserted: (sheet: string): string => `Đã chèn mẫu vào trang “${sheet}”.`,
  formInsertedBeside: (usual: string, sheet: string): string =>
    `Đã có trang “${usual}” nên mẫu mới được chèn vào trang “${sheet}”; trang cũ vẫn giữ nguyên.`,
  checkedClean: (sheet: string): string => `Trang “${sheet}” không có nội dung cần rà soát.`,
  checked: (sheet: string, errors: number, warnings: number, hints: number): string =>
    `Trang “${sheet}”: ${String(errors)} lỗi, ${String(warnings)} cảnh báo, ${String(hints)} gợi ý.`,
} as const;
