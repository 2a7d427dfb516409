/** What the clerk reads while she makes a form out of a table: why a selection is none, and what to look at. */
import type { LearnDoubtCode, LearnProblem } from '../core/forms/learn/learned-draft';

export const LEARN_WORDS = {
  unitLine: 'Đơn vị báo cáo',
  label: 'Mẫu tự tạo',
  source: (from: string): string => `Mẫu tự tạo (không chính thức) từ bảng ${from}`,
} as const;

const PROBLEMS: Readonly<Record<LearnProblem['code'], (cell: string) => string>> = {
  nothing: () => 'Vùng đang chọn không có nội dung. Xin chọn cả bảng, gồm dòng tiêu đề và các dòng nội dung, rồi thử lại.',
  'no-table': () =>
    'Vùng đang chọn không phải là một bảng. Xin chọn cả bảng, gồm ít nhất một dòng tiêu đề, một cột nội dung và một cột số liệu, rồi thử lại.',
  'too-large': () =>
    'Bảng đang chọn quá lớn so với một mẫu báo cáo (quá 500 dòng hoặc 40 cột). Xin chọn một phần nhỏ hơn rồi thử lại.',
  'merged-rows': (cell) =>
    `Trong phần nội dung của bảng có ô gộp nhiều dòng${cell} nên không rõ mỗi dòng là gì. Xin bỏ gộp ô, ghi nội dung vào từng dòng, rồi thử lại.`,
  'header-too-deep': () =>
    'Phần tiêu đề của bảng có hơn ba dòng nên không hiểu được. Xin rút gọn tiêu đề còn nhiều nhất ba dòng, hoặc chọn bảng bắt đầu từ dòng tiêu đề, rồi thử lại.',
  'header-unclear': () =>
    'Tiêu đề của bảng không cho biết rõ từng cột: có cột không có tiêu đề, hoặc hai cột có tiêu đề giống nhau. Xin ghi tiêu đề riêng cho từng cột rồi thử lại.',
  'no-labels': () => 'Không tìm thấy cột ghi nội dung (tên chỉ tiêu) trong bảng. Xin chọn vùng có cả cột này rồi thử lại.',
  'no-quantities': () => 'Không tìm thấy cột số liệu nào trong bảng. Xin chọn vùng có cả các cột số liệu rồi thử lại.',
};

/** Why a selection makes no form, as one sentence with what to do. */
export function describeLearnProblem({ code, cell }: LearnProblem): string {
  return PROBLEMS[code](cell === null ? '' : ` (ô ${cell})`);
}

const DOUBTS: Readonly<Record<LearnDoubtCode, (name: string) => string>> = {
  'column-mixed': (name) => `Cột ${name} có cả chữ và số. Xin kiểm tra xem đây có phải là cột số liệu không.`,
  'column-blank': (name) => `Cột ${name} đang để trống, tạm hiểu là cột số liệu. Xin kiểm tra lại.`,
  'column-without-header': (name) => `Cột ${name} không có tiêu đề. Xin ghi tên cột.`,
  'label-unsure': (name) => `Có nhiều cột chữ; cột ${name} được hiểu là tên chỉ tiêu. Xin kiểm tra lại.`,
  'column-left-out': (name) => `Cột ${name} là cột chữ, không đưa vào mẫu. Xin chọn lại nếu cần.`,
  'money-unit': (name) =>
    `Trong bảng, ${name} tính bằng nghìn hoặc triệu đồng; mẫu mới hỏi trọn số tiền bằng đồng nên đã ghi lại đơn vị tính.`,
  'sum-row': (name) => `Dòng ${name} là dòng tổng nên không đưa vào mẫu; phần mềm tự cộng.`,
  'parent-sum': (name) => `Dòng ${name} có các dòng con. Xin chọn: là tổng của các dòng con, hay được báo cáo riêng.`,
  'number-repeated': (name) => `Số thứ tự của dòng ${name} trùng với một dòng trước; mẫu mới ghi kèm số của dòng trên.`,
  'label-repeated': (name) => `Dòng ${name} có nội dung giống một dòng trước. Xin ghi rõ hơn để phân biệt.`,
};

/** What the clerk is asked to look at; `name` is the heading of the column or the words of the row. */
export function describeLearnDoubt(code: LearnDoubtCode, name: string): string {
  return DOUBTS[code](`“${name}”`);
}

/** Why a confirmed draft was not taken. */
export function describeConfirmFailure(
  failure:
    | { readonly code: 'no-name' | 'incomplete' | 'too-large' }
    | { readonly code: 'rows-not-found'; readonly rows: readonly string[] },
): string {
  switch (failure.code) {
    case 'no-name':
      return 'Xin đặt tên cho mẫu.';
    case 'incomplete':
      return 'Mẫu chưa đủ: cần một cột nội dung, ít nhất một cột số liệu và một dòng có số liệu. Xin kiểm tra lại các lựa chọn.';
    case 'rows-not-found':
      return `Với các lựa chọn này, phần mềm không đọc lại được dòng “${failure.rows[0] ?? ''}” trong chính bảng đã chọn. Xin ghi rõ hơn tên các dòng giống nhau, hoặc chọn lại cột nội dung.`;
    case 'too-large':
      return 'Sổ tính đã lưu quá nhiều mẫu tự tạo. Xin xóa bớt mẫu không còn dùng rồi thử lại.';
  }
}
