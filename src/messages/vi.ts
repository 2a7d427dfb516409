/**
 * Every sentence about a finding, in Vietnamese: code and parameters in, sentence out. The record is exhaustive, so
 * a finding without a sentence does not compile. Sentences are plain, polite, complete, and say what to do.
 */
import { formatNumber } from '../core/cells/number-format';
import type { Finding, FindingCode } from '../core/findings';
import type { FindingParameters } from '../core/finding-codes';
import { acceptDay, campaignKey, dayDoubt, encodingName, named, quote, reportingRate, rosterLine, shorten } from './finding-phrases';

type Sentences = {
  readonly [C in FindingCode]: (params: FindingParameters[C]) => string;
};

const n = formatNumber;
const notANumber = 'Đề nghị nhập số lượng, hoặc để trống nếu không có.';
const accept = 'Số này chưa được cộng; đề nghị xác nhận hoặc nhập lại.';

const SENTENCES: Sentences = {
  'value-reworded': (p) => `(${named(p.row)}): ${quote(p.raw)} được hiểu là ${p.reading}.`,
  'value-in-other-column': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} ghi ở cột khác với cột “${p.column}” của mẫu; vẫn được tính là ${p.reading}.`,
  'value-beside-kept': (p) =>
    `(${named(p.row)}): dòng này chỉ hỏi số lượng tính bằng ${p.unit}; ${quote(p.raw)} ở cột bên cạnh được giữ lại để tham khảo, không cộng.`,
  'value-hidden': (p) => `(${named(p.row)}): dòng này đang bị ẩn nhưng có số liệu; số liệu vẫn được tính.`,

  'proposed-pair': (p) => `(${named(p.row)}): ${quote(p.raw)} có thể là ${p.reading}. ${accept}`,
  'proposed-date': (p) =>
    `(${named(p.row)}): ô này đang là ngày tháng (${p.raw}), có thể do Excel tự đổi; có thể là ${p.reading}. ${accept}`,
  'proposed-approximate': (p) => `(${named(p.row)}): ${quote(p.raw)} là số ước chừng, có thể ghi là ${p.reading}. ${accept}`,
  'proposed-words': (p) => `(${named(p.row)}): ${quote(p.raw)} viết bằng chữ, có thể là ${p.reading}. ${accept}`,
  'proposed-thousands': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} là số lẻ, có thể dấu chấm phân cách hàng nghìn đã bị hiểu nhầm; có thể là ${p.reading}. ${accept}`,
  'proposed-comma': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} dùng dấu phẩy, có thể để phân cách hàng nghìn; có thể là ${p.reading}. ${accept}`,
  'proposed-sum': (p) => `(${named(p.row)}): ${quote(p.raw)} gồm nhiều số, cộng lại có thể là ${p.reading}. ${accept}`,
  'proposed-mark': (p) => `(${named(p.row)}): dấu ${quote(p.raw)} có thể có nghĩa là ${p.reading}. ${accept}`,
  'proposed-money-unit': (p) =>
    `(${named(p.row)}): cột đơn vị tính ghi ${quote(p.unit)} thay cho đồng, nên ${quote(p.raw)} có thể là ${p.reading}. ${accept}`,
  'proposed-own-column': (p) =>
    `(${named(p.row)}): hai cột ghi hai số khác nhau (${quote(p.raw)} và ${quote(p.other)}); số đúng cột của mẫu là ${p.reading}. ${accept}`,

  'unreadable-text': (p) => `(${named(p.row)}): ${quote(p.raw)} không phải là số. ${notANumber}`,
  'unreadable-negative': (p) => `(${named(p.row)}): ${quote(p.raw)} là số âm. Đề nghị nhập lại số lượng từ 0 trở lên.`,
  'unreadable-error': (p) =>
    `(${named(p.row)}): ô đang báo lỗi công thức ${quote(p.raw)}. Đề nghị sửa công thức hoặc nhập số trực tiếp.`,
  'unreadable-product': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} là một phép tính, phần mềm không tự nhân. Đề nghị nhập tổng số tiền bằng đồng.`,
  'unreadable-mark': (p) => `(${named(p.row)}): dấu ${quote(p.raw)} không cho biết số lượng. ${notANumber}`,
  'unreadable-fraction': (p) => `(${named(p.row)}): ${quote(p.raw)} là số lẻ. Đề nghị nhập số nguyên.`,
  'unreadable-uncalculated': (p) =>
    `(${named(p.row)}): ô có công thức nhưng tệp không lưu kết quả. Đề nghị mở tệp bằng Excel, lưu lại rồi gửi.`,
  'unreadable-date': (p) =>
    `(${named(p.row)}): ô đang là ngày tháng (${p.raw}), không phải số lượng. Đề nghị nhập lại số lượng.`,
  'unreadable-other-unit': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} không tính bằng ${p.unit} như mẫu yêu cầu. Đề nghị nhập lại theo đúng đơn vị tính.`,
  'unreadable-too-large': (p) => `(${named(p.row)}): ${quote(p.raw)} lớn quá mức có thể. Đề nghị kiểm tra và nhập lại.`,

  'row-missing': (p) => `Không tìm thấy dòng “${named(p.row)}” trong bảng; coi như đơn vị báo cáo không ghi dòng này.`,
  'rows-missing': (p) =>
    `Bảng thiếu ${n(p.count)} dòng của mẫu (${shorten(p.rows, 120)}); coi như đơn vị báo cáo không ghi các dòng này.`,
  'row-extra': (p) => `Dòng ${quote(p.text)} không có trong mẫu; nội dung được giữ ở trang “Nội dung khác”.`,
  'row-extra-numbered': (p) =>
    `Dòng ${quote(p.text)} được thêm vào dưới “${named(p.parent)}”; số liệu được giữ ở trang “Nội dung khác”, không cộng vào các dòng của mẫu.`,
  'row-relabelled': (p) => `Dòng ${quote(p.found)} được hiểu là “${named(p.row)}” của mẫu.`,
  'row-twice': (p) =>
    `Dòng “${named(p.row)}” xuất hiện hai lần (dòng kia ở ô ${p.other}); chỉ dòng kia được tính. Đề nghị giữ lại một dòng.`,
  'column-missing': (p) => `Không tìm thấy cột “${p.column}” của mẫu trong bảng; các số liệu của cột này coi như không báo cáo.`,
  'column-extra': (p) =>
    `Cột ${quote(p.column)} có ${n(p.count)} ô ghi số nhưng không thuộc các cột số liệu của mẫu nên không được cộng. Đề nghị kiểm tra lại.`,
  'column-unclear': (p) =>
    `Có nhiều cột cùng là “${p.column}” (${p.columns}) mà không rõ cột nào là số liệu của kỳ báo cáo này, nên chưa cột nào được cộng. Đề nghị chỉ giữ lại một cột.`,
  'number-not-asked': (p) =>
    `(${named(p.row)}): mẫu không yêu cầu số liệu ở dòng này; ${quote(p.raw)} được giữ lại để đối chiếu, không cộng.`,
  'number-unplaced': (p) => `Số ${quote(p.raw)} nằm ngoài các dòng, cột của mẫu nên không được cộng. Đề nghị kiểm tra lại vị trí.`,
  'text-converted': (p) =>
    `Có ${n(p.count)} ô dùng bảng mã cũ (${encodingName(p.encoding)}); đã đọc lại thành Unicode, ví dụ ${quote(p.before)} thành ${quote(p.after)}.`,
  'other-sheet-ignored': (p) => `Trang ${quote(p.sheet)} cũng có mẫu này nhưng bị ẩn hoặc để trống nên không được tính.`,
  'unit-unknown': () => 'Không tìm thấy tên đơn vị báo cáo trong tệp. Đề nghị chọn đơn vị báo cáo cho tệp này.',
  'unit-from-metadata': (p) => `Tên đơn vị báo cáo ${quote(p.unit)} được lấy từ thông tin lưu trong tệp, không có trên trang tính.`,
  'unit-from-file-name': (p) =>
    `Trong tệp không ghi tên đơn vị báo cáo; ${quote(p.unit)} được lấy từ tên tệp. Đề nghị kiểm tra lại.`,
  'unit-disagrees': (p) =>
    `Trên trang tính ghi đơn vị báo cáo ${quote(p.sheet)} nhưng tên tệp ghi ${quote(p.other)}. Đề nghị kiểm tra lại.`,

  'day-reworded': (p) => `(${named(p.row)}): ${quote(p.raw)} được hiểu là ${p.reading}.`,
  'proposed-day': (p) => `(${named(p.row)}): ${dayDoubt(p.why, p.raw)} có thể là ${p.reading}. ${acceptDay}`,
  'proposed-split': (p) =>
    `(${named(p.row)}): cột “${p.column}” ghi ${quote(p.raw)}, có thể là ${n(p.count)} nơi khác nhau: ${shorten(p.reading, 200)}. Dòng này vẫn được tính là một hoạt động; đề nghị tách mỗi nơi thành một dòng, hoặc xác nhận để phần mềm tách.`,
  'unreadable-day': (p) =>
    `(${named(p.row)}): ${quote(p.raw)} không cho biết rõ ngày nào. Đề nghị ghi ngày như 03/10/2022; hoạt động chưa được xếp vào lịch.`,
  'line-without-day': (p) => `(${named(p.row)}): chưa ghi ngày nên hoạt động chưa được xếp vào lịch. Đề nghị ghi thêm ngày.`,
  'line-incomplete': (p) => `(${named(p.row)}): chưa ghi ${quote(p.column)}. Đề nghị ghi bổ sung.`,
  'line-twice': (p) => `(${named(p.row)}): giống hệt dòng ${p.other} về ngày, địa điểm và nội dung. Đề nghị kiểm tra xem có ghi lặp không.`,
  'line-cut': (p) =>
    `(${named(p.row)}): nội dung ở cột “${p.column}” dài quá ${n(p.limit)} chữ nên chỉ giữ phần đầu. Đề nghị ghi ngắn gọn hơn.`,
  'lines-too-many': (p) =>
    `Danh sách dài quá ${n(p.limit)} dòng; các dòng sau không được đọc. Đề nghị kiểm tra có gửi nhầm tệp không, hoặc tách thành nhiều tệp.`,
  'day-outside': (p) =>
    `(${named(p.row)}): ngày ${p.day} nằm ngoài thời gian của đợt này (từ ${p.from} đến ${p.to}). Hoạt động vẫn được xếp vào lịch; đề nghị kiểm tra lại ngày.`,
  'column-kept': (p) =>
    `Cột ${quote(p.column)} không có trong mẫu; nội dung của ${n(p.count)} ô được giữ lại cùng với dòng của nó.`,
  'column-private': (p) =>
    `Cột ${quote(p.column)} (${n(p.count)} ô) có thể chứa thông tin liên hệ của cá nhân nên không được đưa vào bảng tổng hợp.`,
  'line-shared': (p) =>
    `(${named(p.row)}): ngày ${p.day}, “${p.office}” và “${p.other}” cùng đăng ký một hoạt động ở cùng địa điểm; mỗi đơn vị báo cáo vẫn có một dòng. Đề nghị kiểm tra xem có phải là hoạt động phối hợp không.`,

  'unit-of-measure-changed': (p) =>
    `(${named(p.row)}): đơn vị tính ghi ${quote(p.found)}, khác với “${p.expected}” của mẫu. Đề nghị kiểm tra số liệu theo đúng đơn vị tính của mẫu.`,
  'quantity-without-persons': (p) =>
    `(${named(p.row)}): có ${n(p.quantity)} ${p.unit} nhưng chưa có số người tham gia. Đề nghị bổ sung số người.`,
  'persons-without-quantity': (p) =>
    `(${named(p.row)}): có ${n(p.persons)} người nhưng chưa có số ${p.unit}. Đề nghị bổ sung số ${p.unit}.`,
  'fewer-persons': (p) =>
    `(${named(p.row)}): số người (${n(p.persons)}) ít hơn số ${p.unit} (${n(p.quantity)}). Đề nghị kiểm tra xem hai cột có bị ghi ngược không.`,
  'persons-as-quantity': (p) =>
    `(${named(p.row)}): có tới ${n(p.quantity)} ${p.unit} mà không có số người; có thể số người đã ghi nhầm vào cột này. Đề nghị kiểm tra lại.`,
  'parent-differs': (p) =>
    `(${named(p.row)}): đơn vị báo cáo ghi ${n(p.reported)} ${p.unit} nhưng cộng các dòng con là ${n(p.computed)} ${p.unit}. Số được tính là tổng các dòng con.`,
  'parent-below': (p) =>
    `(${named(p.row)}): đơn vị báo cáo ghi ${n(p.reported)} ${p.unit}, ít hơn tổng các dòng con (${n(p.computed)} ${p.unit}). Số được tính là tổng các dòng con.`,
  'parent-has-extra-row': (p) =>
    `(${named(p.row)}): đơn vị báo cáo ghi ${n(p.reported)} ${p.unit}, gồm cả dòng thêm ngoài mẫu ${quote(p.extra)}; các dòng của mẫu cộng lại là ${n(p.computed)} ${p.unit} và đó là số được tính.`,
  'parent-only': (p) =>
    `(${named(p.row)}): đơn vị báo cáo ghi ${n(p.reported)} ${p.unit} nhưng không ghi dòng con nào. Số của dòng này vẫn được tính.`,
  'children-only': (p) =>
    `(${named(p.row)}): đơn vị báo cáo không ghi số tổng; số được tính là tổng các dòng con, ${n(p.computed)} ${p.unit}.`,
  'overlap-equal': (p) =>
    `(${named(p.row)}): cùng ghi ${n(p.value)} như dòng “${named(p.other)}”; có thể một hoạt động đã được tính hai lần.`,
  'empty-report': () => 'Tất cả các ô số liệu đều trống. Có thể đơn vị báo cáo đã gửi nhầm mẫu chưa điền.',
  'small-money': (p) =>
    `(${named(p.row)}): ${n(p.value)} đồng là số tiền rất nhỏ; có thể đơn vị báo cáo đã ghi theo nghìn đồng hoặc triệu đồng. Đề nghị ghi bằng đồng.`,
  'note-asked': (p) => `(${named(p.row)}): đề nghị ghi ${p.asks} ở cột Ghi chú để đối chiếu.`,
  'other-year': (p) => `Tiêu đề ghi năm ${String(p.found)}, khác với năm ${String(p.expected)} của đợt báo cáo. Đề nghị kiểm tra lại.`,
  'other-theme': (p) => `Chủ đề ghi ${quote(p.found)}, khác với chủ đề của đợt báo cáo: “${p.expected}”.`,

  'text-contradicts-figures': (p) =>
    `Phần lời ghi ${quote(p.quote)}, trong khi bảng số liệu ghi ${n(p.reported)} ${p.unit} ở dòng “${named(p.row)}”. Đề nghị kiểm tra lại; câu này chưa được đưa vào báo cáo.`,
  'text-beyond-figures': (p) =>
    `Phần lời ghi ${quote(p.quote)} nhưng bảng số liệu không ghi dòng “${named(p.row)}”. Đề nghị bổ sung số liệu nếu có.`,
  'text-denies-figures': (p) =>
    `Phần lời ghi ${quote(p.quote)}, trong khi bảng số liệu ghi ${n(p.reported)} ${p.unit} ở dòng “${named(p.row)}”. Đề nghị kiểm tra lại; câu này chưa được đưa vào báo cáo.`,
  'text-cut': (p) =>
    `Phần lời dài ${n(p.length)} ký tự; chỉ ${n(p.kept)} ký tự đầu được đọc. Đề nghị rút gọn nếu phần sau có nội dung cần báo cáo.`,
  'text-slogan': (p) => `Phần lời ${quote(p.quote)} là khẩu hiệu, không nêu việc đã làm; câu này không được đưa vào báo cáo.`,

  'same-bytes': (p) => `Tệp này giống hệt tệp ${quote(p.first)} nên chỉ tính một lần.`,
  'same-cells': (p) => `Số liệu giống hệt tệp ${quote(p.first)} của cùng đơn vị báo cáo nên chỉ tính một lần.`,
  'replaced-by': (p) => `Đơn vị báo cáo đã gửi lại; tệp được tính là ${quote(p.file)}.`,
  replaces: (p) => `Tệp này thay thế tệp gửi trước ${quote(p.file)}.`,
  'inside-other': (p) => `Số liệu của tệp này đã nằm trong tệp tổng hợp ${quote(p.file)} nên không cộng thêm.`,
  'inside-other-differs': (p) =>
    `Đơn vị báo cáo này đã có trong tệp tổng hợp ${quote(p.file)} nhưng số liệu khác nhau ở “${named(p.row)}”. Đề nghị xác nhận số liệu nào đúng.`,
  'inside-other-corrected': (p) =>
    `Tệp tổng hợp ${quote(p.file)} chuyển lên số liệu khác với tệp này ở “${named(p.row)}”; số trong tệp tổng hợp được tính. Đề nghị hỏi lại nơi tổng hợp nếu không rõ lý do.`,
  'version-unknown': (p) =>
    `Đơn vị báo cáo gửi nhiều tệp (${shorten(p.files, 200)}) mà không rõ tệp nào mới nhất. Đề nghị chọn tệp được tính.`,
  'supplement-waits': (p) =>
    `Đây là báo cáo bổ sung của ${quote(p.unit)}. Đề nghị chọn “Thay thế bản trước” hoặc “Cộng thêm vào bản trước”.`,
  'several-forms': (p) =>
    `Tệp có nhiều bảng theo mẫu này (${shorten(p.sheets, 200)}). Đề nghị tách mỗi bảng thành một tệp hoặc xóa bảng thừa.`,
  'unit-not-in-roster': (p) => `Đơn vị báo cáo ${quote(p.unit)} không có trong danh sách. Đề nghị chọn đơn vị báo cáo trong danh sách.`,
  'unit-ambiguous': (p) =>
    `Tên ${quote(p.unit)} khớp với nhiều đơn vị báo cáo trong danh sách (${shorten(p.candidates, 200)}). Đề nghị chọn một đơn vị.`,
  'lineage-disagrees': (p) =>
    `(${named(p.row)}): tệp tổng hợp ghi ${n(p.shown)} nhưng cộng các đơn vị bên trong là ${n(p.computed)}; chỉ số liệu ghi trên bảng tổng hợp được tính.`,
  'lineage-unreadable': () =>
    'Tệp có danh sách đơn vị bên trong nhưng không đọc được; chỉ số liệu ghi trên bảng tổng hợp được tính.',
  'roster-line': (p) => rosterLine(p.line, p.problem),
  'roster-same-name': (p) =>
    `Tên ${quote(p.name)} ở dòng ${n(p.line)} của danh sách đơn vị trùng với dòng ${n(p.other)} mà không có cấp trên để phân biệt` +
    (p.kept === 'yes' ? '. Hai đơn vị chỉ phân biệt được bằng mã; đề nghị ghi thêm cấp trên.' : ' nên dòng này được bỏ qua. Đề nghị ghi thêm mã hoặc cấp trên.'),
  'roster-deadline': (p) =>
    `Hạn nộp ${quote(p.text)} của ${quote(p.office)} trong danh sách không đọc được; đơn vị này theo hạn chung. Đề nghị ghi như 15/10/2026.`,
  'unit-respelt': (p) => `Tên đơn vị báo cáo ghi là ${quote(p.heard)}, được hiểu là “${p.office}” trong danh sách. Đề nghị kiểm tra lại.`,
  'unit-code-unknown': (p) =>
    `Mã ${quote(p.code)} ghi trong tệp không có trong danh sách đơn vị của đợt báo cáo này, có thể là mã của đợt khác; đơn vị được xác định theo tên.`,
  'unit-code-disagrees': (p) =>
    `Mã ${quote(p.code)} trong tệp là của “${p.office}” nhưng tên ghi là ${quote(p.heard)}. Đề nghị chọn đơn vị báo cáo cho tệp này.`,
  'unit-codes-differ': (p) =>
    `Trong tệp có nhiều mã đơn vị khác nhau (${shorten(p.codes, 120)}), có thể trang tính đã được chép từ tệp của đơn vị khác (${shorten(p.candidates, 200)}). Đề nghị chọn đơn vị báo cáo cho tệp này.`,
  'unit-mark-disagrees': (p) =>
    `Tệp mẫu này được gửi cho ${quote(p.marked)} nhưng tên ghi trên trang tính là ${quote(p.heard)}; đã lấy theo tên ghi trên trang tính. Đề nghị kiểm tra lại.`,
  'other-campaign': (p) =>
    `Tệp này là mẫu đã gửi cho một đợt báo cáo khác (${quote(p.found)}). Đề nghị kiểm tra xem đơn vị có gửi nhầm tệp của đợt trước không.`,
  'contributor-twice': (p) =>
    `Đơn vị “${p.office}” (mã ${p.code}) có hai dòng trong tệp tổng hợp này nên số liệu có thể bị cộng hai lần. Đề nghị kiểm tra lại trang “Chi tiết” của tệp.`,
  'contributor-elsewhere': (p) =>
    `Tệp tổng hợp của ${quote(p.via)} có số liệu của “${p.office}”, nhưng đơn vị này thuộc “${p.home}”. Đề nghị kiểm tra lại với nơi gửi.`,
  'unit-two-superiors': (p) =>
    `Đơn vị “${p.office}” có trong tệp tổng hợp của cả “${p.first}” và “${p.second}”; chỉ được tính một lần. Đề nghị xác nhận đơn vị này thuộc nơi nào.`,
  'roster-two-superiors': (p) =>
    `Đơn vị ${quote(p.name)} ở dòng ${n(p.line)} và dòng ${n(p.other)} của danh sách thuộc hai cấp trên khác nhau (“${p.first}” và “${p.second}”) nên dòng ${n(p.line)} được bỏ qua. Đề nghị giữ lại một dòng.`,
  'roster-kind': (p) =>
    `Loại ${quote(p.text)} của “${p.name}” trong danh sách không nằm trong các loại đã biết nên loại được xét theo tên đơn vị. Đề nghị chọn lại loại trong danh sách thả xuống.`,
  'receipt-unreadable': (p) =>
    `Ngày nhận ${quote(p.text)} của tệp ${quote(p.file)} ở trang “Tình hình nộp báo cáo” không phải là ngày nên chưa được dùng. Đề nghị ghi như 15/10/2026.`,
  'receipt-without-report': (p) =>
    `“${p.office}” đã được ghi ngày nhận ${p.day} nhưng chưa có số liệu nên vẫn là chưa nộp. Nếu đơn vị gửi bản giấy, đề nghị nhập tay số liệu của đơn vị.`,
  'supplement-added': (p) => `Số liệu bổ sung của tệp này được cộng thêm vào tệp ${quote(p.file)} theo lựa chọn của người tổng hợp.`,
  'decision-stale': (p) => `Lựa chọn trước đây về ${quote(p.subject)} không còn áp dụng được vì không còn tệp hoặc đơn vị đó.`,

  'campaign-key-unknown': (p) =>
    `Tệp đợt báo cáo có khóa ${quote(p.key)} mà phần mềm không biết nên đã bỏ qua` +
    (p.meant === '' ? '. Đề nghị kiểm tra cách viết.' : `; có phải là “${p.meant}” không? Đề nghị kiểm tra cách viết.`),
  'campaign-key-missing': (p) => `Tệp đợt báo cáo chưa có khóa ${quote(p.key)}${campaignKey(p.key)}. Đề nghị bổ sung khi có.`,
  'campaign-week-backwards': (p) => `Tuần lễ bắt đầu ngày ${p.from} nhưng kết thúc ngày ${p.to}. Đề nghị kiểm tra lại ngày tháng.`,
  'campaign-year': (p) => `Đợt báo cáo là của năm ${String(p.year)} nhưng Tuần lễ diễn ra ngày ${p.found}. Đề nghị kiểm tra lại năm.`,
  'campaign-deadline-early': (p) =>
    `Hạn báo cáo kết quả (ngày cuối cùng là ${p.deadline}) sớm hơn ngày kết thúc Tuần lễ (${p.weekEnd}). Đề nghị kiểm tra lại.`,
  'campaign-deadline-year': (p) => `Hạn ${p.deadline} không thuộc năm ${String(p.year)} của đợt báo cáo. Đề nghị kiểm tra lại.`,
  'campaign-steps-backwards': (p) =>
    `Hạn của ${quote(p.from)} là ${p.later}, sớm hơn hạn ${p.earlier} của cấp dưới nộp lên. Đề nghị kiểm tra lại các hạn nộp.`,
  'campaign-form-unknown': (p) => `Đợt báo cáo dùng mẫu ${quote(p.form)} không có trong phần mềm. Đề nghị chọn một mẫu có sẵn.`,

  'ratio-unusual': (p) =>
    `“${p.office}” (${named(p.row)}): bình quân ${n(p.value)} ${p.unit}, lệch hơn ${n(p.factor)} lần so với mức giữa ${n(p.median)} ${p.unit} của ${n(p.units)} đơn vị báo cáo cùng loại. Đề nghị kiểm tra lại.`,
  'money-ratio-unusual': (p) =>
    `“${p.office}”: kinh phí bình quân ${n(p.value)} ${p.unit}, lệch hơn ${n(p.factor)} lần so với mức giữa ${n(p.median)} ${p.unit} của ${n(p.units)} đơn vị báo cáo cùng loại. Đề nghị kiểm tra đơn vị tính.`,
  'share-unusual': (p) =>
    `“${p.office}” (${named(p.row)}): ${n(p.value)} ${p.unit}, chiếm ${n(p.percent)} % tổng số và hơn ${n(p.factor)} lần mức giữa (${n(p.median)} ${p.unit}) của ${n(p.units)} đơn vị báo cáo cùng loại. Đề nghị kiểm tra lại.`,
  'only-one-reports': (p) =>
    `(${named(p.row)}): trong ${n(p.units)} đơn vị đã báo cáo chỉ có “${p.office}” ghi dòng này (${n(p.value)} ${p.unit}); nêu khi có từ 5 đơn vị trở lên. Đề nghị kiểm tra xem có ghi nhầm dòng không.`,
  'changed-since-last-year': (p) =>
    `(${named(p.row)}): năm nay ${n(p.now)} ${p.unit}, năm trước ${n(p.before)} ${p.unit}, chênh lệch hơn ${n(p.factor)} lần. Đề nghị kiểm tra lại hoặc giải thích trong báo cáo.`,
  'reporting-rate': (p) => reportingRate(p),
};

/** The sentence of a finding, beginning with its cell where it has one: "Ô D12 (2. Số tin bài): …". */
export function describeFinding(one: Finding): string {
  const sentence = (SENTENCES[one.code] as (params: Finding['params']) => string)(one.params);
  if (!sentence.startsWith('(')) return sentence;
  const cell = one.at?.cell ?? null;
  return cell === null ? capitalize(`dòng ${sentence}`) : `Ô ${cell} ${sentence}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
