/** The words of the sheet "Báo cáo" in a consolidated workbook. */
import { padTwo } from '../core/cells/number-format';
import type { Paragraph, ParagraphSource } from '../core/narrative/narrative';
import type { ReportSheetWords } from '../core/narrative/report-sheet/report-sheet-words';

/** More units than this are counted instead of listed. */
const MOST_SOURCES = 4;

export const reportSheetWords: ReportSheetWords = {
  name: 'Báo cáo',
  title: 'BÁO CÁO: MỖI ĐOẠN MỘT DÒNG',
  hints: [
    'Sửa trực tiếp ở cột Nội dung; chèn dòng để thêm đoạn; kéo dòng để đổi thứ tự; chọn Ẩn để bỏ khỏi văn bản. Lần lập báo cáo sau chỉ thay những đoạn chưa sửa.',
  ],
  headers: {
    section: 'Phần',
    text: 'Nội dung',
    state: 'Trạng thái',
    source: 'Nguồn',
    review: 'Cần xem lại',
    key: 'Mã đoạn',
    generated: 'Nội dung lập tự động',
    data: 'Dữ liệu',
  },
  states: { auto: 'Tự động', edited: 'Đã sửa', pinned: 'Ghim', hidden: 'Ẩn', added: 'Thêm' },
  opening: 'Mở đầu',
  closing: 'Kết thúc',
  statePrompt: {
    title: 'Trạng thái của đoạn',
    message: 'Tự động: lập lại theo số liệu mới. Ghim: giữ nguyên. Ẩn: không đưa vào văn bản.',
  },
  stateAlert: { title: 'Trạng thái chưa đúng', message: 'Đề nghị chọn một trạng thái trong danh sách.' },
  source: (paragraph) => sourceText(paragraph),
  outdated: (figures) =>
    figures
      .map(({ before, now }) =>
        now === null
          ? `Số ${before.text} không còn trong số liệu tổng hợp`
          : `Số liệu mới: ${now.text} (đang ghi ${before.text})`,
      )
      .join('; '),
};

function sourceText({ sources }: Paragraph): string {
  const units = [
    ...new Set(
      sources.flatMap((one) =>
        one.kind === 'text'
          ? [`${one.unit.name} (${[one.at.sheet, one.at.cell].filter((part) => part !== null).join('!')})`]
          : [],
      ),
    ),
  ];
  const shown = units.slice(0, MOST_SOURCES);
  const more = units.length - shown.length;
  const said = [...shown, ...(more > 0 ? [`và ${padTwo(more)} đơn vị khác`] : [])].join('; ');
  const kinds = new Set<ParagraphSource['kind']>(sources.map((one) => one.kind));
  return [
    kinds.has('fact') && units.length === 0 ? 'Số liệu tổng hợp' : '',
    said === '' ? '' : `Lời của ${said}`,
    kinds.has('campaign') ? 'Đợt báo cáo' : '',
    kinds.has('prompt') ? 'Chưa có nguồn: cần bổ sung' : '',
    kinds.has('clerk') ? 'Người lập báo cáo' : '',
  ]
    .filter((one) => one !== '')
    .join('. ');
}
