/**
 * The sentences of the written report, in the register of official documents. Every figure is handed in; nothing here
 * counts. What praises or blames stands only where a fact or a unit's own text is handed in with it.
 */
import { padTwo } from '../core/cells/number-format';
import type { Phrase } from '../core/narrative/narrative';
import type { NarrativeWords, UnitsPhrase } from '../core/narrative/narrative-words';

const DOTS = '……………';

export const narrativeWords: NarrativeWords = {
  counted: { unit: 'đơn vị', document: 'văn bản', cell: 'ô' },
  blank: DOTS,
  and: ' và ',
  etc: '…',
  units: (single) => (single ? 'Đơn vị' : 'Các đơn vị'),
  subject: (year) => `Kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm ${year === null ? '……' : String(year)}`,
  annexName: (index) => (index === null ? 'Phụ lục' : `Phụ lục ${ROMAN[index] ?? String(index + 1)}`),

  opening: ({ basis, office, subject }) =>
    `Thực hiện ${basis.length === 0 ? `${DOTS}${DOTS}` : basis.join('; ')}, ${office ?? DOTS} báo cáo ${lower(subject)} như sau:`,
  closing: ({ office, subject }) => `Trên đây là báo cáo ${lower(subject)} của ${office ?? DOTS}`,
  week: ({ year, from, to, theme }) => {
    const time = from === null || to === null ? '' : ` được tổ chức từ ngày ${sameYear(from, to)} đến ngày ${to}`;
    const about = theme === null ? '' : `${time === '' ? ' có' : ' với'} chủ đề “${theme}”`;
    return `Tuần lễ hưởng ứng học tập suốt đời năm ${String(year)} (sau đây gọi là Tuần lễ)${time}${about}.`;
  },

  direction: {
    count: (all, units, types) => [
      'Để triển khai Tuần lễ, có ',
      units,
      ' đơn vị báo cáo đã ban hành ',
      all,
      ' văn bản chỉ đạo, hướng dẫn',
      ...(types.length === 0 ? [] : [', gồm: ', ...types.flatMap((type, index) => (index === 0 ? type : [', ', ...type]))]),
      '.',
    ],
    listed: (annex) => `Danh mục văn bản tại ${annex} kèm theo.`,
    document: ({ type, number, date, issuer, subject }) =>
      [
        type ?? 'Văn bản',
        number === null ? null : `số ${number}`,
        date === null ? null : `ngày ${date}`,
        issuer === null ? null : `của ${issuer}`,
        subject === null
          ? null
          : /^(?:về|v\/v)\s/iu.test(subject)
            ? subject.replace(/^v\/v/iu, 'về việc')
            : `về ${lower(subject)}`,
      ]
        .filter((one) => one !== null)
        .join(' '),
    promptDocuments: 'Đề nghị bổ sung tên, số lượng văn bản chỉ đạo, hướng dẫn đã ban hành theo thẩm quyền.',
    promptEvaluation:
      'Đề nghị bổ sung đánh giá về tính kịp thời, đầy đủ của việc ban hành văn bản; tính thống nhất, đồng bộ, khả thi của văn bản.',
  },
  activities: {
    groups: (names) => ['Theo báo cáo của các đơn vị, trong Tuần lễ đã triển khai các nội dung: ', ...names, '.'],
    prompt: 'Các đơn vị không gửi kèm phần lời về hoạt động; đề nghị bổ sung nội dung các hoạt động tiêu biểu, nếu có.',
    item: (text, units) => (units === null ? [text] : [text, ' (', ...units, ')']),
  },
  results: {
    scope: ({ units, listed, asked, others, annex }) => {
      const end = `; số liệu chi tiết tại ${annex} kèm theo.`;
      if (listed === null || asked === null) return ['Kết quả dưới đây được tổng hợp từ số liệu của ', units, ' đơn vị', end];
      const beyond = others === null || others.value === 0 ? [] : [' và ', others, ' đơn vị ngoài danh sách'];
      return ['Kết quả dưới đây được tổng hợp từ số liệu của ', listed, '/', asked, ' đơn vị trong danh sách', ...beyond, end];
    },
    nothing: 'Chưa có đơn vị nào gửi số liệu được tính vào kết quả.',
    pointer: (rows, annex) => (rows === '' ? ` (${annex})` : ` (mục ${rows} ${annex})`),
    doing: (activity, doing, of) => (of === null ? [`Đơn vị đã ${activity}`] : ['Có ', doing, '/', of, ` đơn vị ${activity}`]),
    activity: (title) => `báo cáo có nội dung “${title}”`,
    totals: (totals) => [', với tổng số ', ...totals],
    consistsOf: (parts) => [', gồm: ', ...parts],
    amongThem: (parts) => ['; trong đó: ', ...parts],
    otherParts: (annex) => `các nội dung còn lại tại ${annex}`,
    quantity: (value, noun) => [value, ` ${noun}`],
    attendedBrackets: (value) => [' (', value, ' lượt người tham gia)'],
    attended: (value) => [' với ', value, ' lượt người tham gia'],
    attendances: (value) => [value, ' lượt người tham gia'],
    opening: (title) => `${title}:`,
    reporters: (reporting, of) => [' (', reporting, '/', of, ' đơn vị báo cáo có thực hiện).'],
    none: (title, reporting) => [
      reporting,
      ` đơn vị báo cáo không phát sinh nội dung “${title}”; chưa có đơn vị nào báo cáo có thực hiện.`,
    ],
    money: {
      sum: (sum, unit) => [sum, ` ${unit}`],
      single: (source) => [`, toàn bộ từ nguồn ${source}`],
      part: (source, value, unit, percent) => [`${source} `, value, ` ${unit} (chiếm `, percent, ')'],
      reporters: (reporting, of) => ['. Có ', reporting, '/', of, ' đơn vị báo cáo có kinh phí thực hiện.'],
    },
    silent: (names) => ['Các nội dung chưa có đơn vị nào báo cáo số liệu: ', ...names, '.'],
    zero: (names) => ['Các nội dung được báo cáo là không phát sinh: ', ...names, '.'],
    rowNumber: (number) => ` (mục ${number})`,
    moreRows: (count, annex) => `${padTwo(count)} nội dung khác (xem ${annex})`,
    waiting: ({ unreadable, proposed, units }, who) => [
      'Còn ',
      ...(unreadable.value === 0 ? [] : [unreadable, ' ô số liệu chưa đọc được']),
      ...(unreadable.value === 0 || proposed.value === 0 ? [] : [' và ']),
      ...(proposed.value === 0 ? [] : [proposed, ' ô số liệu chờ xác nhận']),
      ' của ',
      units,
      ' đơn vị',
      ...(who === null ? [] : [' (', ...who, ')']),
      ', chưa được tính vào kết quả trên.',
    ],
  },
  doubt: (named) => `Đề nghị rà soát trước khi trình ký: ${named}.`,
  strengths: {
    allReported: (asked) => ['Toàn bộ ', asked, ' đơn vị trong danh sách đã gửi số liệu báo cáo.'],
    onTime: (onTime, judged, percent) => [
      'Có ',
      onTime,
      '/',
      judged,
      ' đơn vị đã xác định ngày nhận nộp báo cáo đúng hạn (đạt ',
      percent,
      ').',
    ],
    breadth: (groups) => [
      'Các nội dung được phần lớn đơn vị triển khai: ',
      ...groups.flatMap(({ title, doing, units, percent }, index) => [
        ...(index === 0 ? [] : ['; ']),
        `${lower(title)} (`,
        doing,
        '/',
        units,
        ' đơn vị, đạt ',
        percent,
        ')',
      ]),
      '.',
    ],
    otherMoney: (source, value, unit, percent) => [
      `Huy động được `,
      value,
      ` ${unit} từ nguồn ${source}, chiếm `,
      percent,
      ' tổng kinh phí.',
    ],
    grown: (what, now, before, percent, unit) => [
      `${what}: `,
      now,
      ` ${unit}, tăng `,
      percent,
      ' so với năm trước (',
      before,
      ` ${unit}).`,
    ],
    leading: (what, units) => [
      `Một số đơn vị có kết quả cao về ${lower(what)}: `,
      ...units.flatMap(({ name, value, unit }, index) => [...(index === 0 ? [] : [', ']), `${name} (`, value, ` ${unit})`]),
      '.',
    ],
    prompt: 'Chưa có nội dung ưu điểm từ số liệu và báo cáo của các đơn vị; đề nghị bổ sung.',
  },
  weaknesses: {
    missing: (missing, asked, who) => [
      'Còn ',
      missing,
      '/',
      asked,
      ' đơn vị trong danh sách chưa gửi báo cáo',
      ...bracketed(who),
      '.',
    ],
    late: (late, judged, who) => [
      'Có ',
      late,
      '/',
      judged,
      ' đơn vị đã xác định ngày nhận nộp báo cáo chậm so với thời hạn',
      ...bracketed(who),
      '.',
    ],
    parents: (units, who) => [
      'Số liệu của ',
      units,
      ' đơn vị có dòng tổng chưa khớp với các dòng chi tiết',
      ...bracketed(who),
      '.',
    ],
    fallen: (what, now, before, percent, unit) => [
      `${what}: `,
      now,
      ` ${unit}, giảm `,
      percent,
      ' so với năm trước (',
      before,
      ` ${unit}).`,
    ],
    notDone: (row) => [`Nội dung “${row}” chưa được đơn vị nào triển khai.`],
    prompt: 'Chưa có nội dung tồn tại, hạn chế từ số liệu và báo cáo của các đơn vị; đề nghị bổ sung.',
  },
  proposals: {
    with: (addressee) => `Với ${addressee}`,
    withUnits: 'Với các đơn vị báo cáo',
    said: (units) => [units, ' đơn vị kiến nghị'],
    reportInTime: 'Đề nghị các đơn vị gửi báo cáo đầy đủ, đúng thời hạn quy định.',
    reviewFigures: 'Đề nghị các đơn vị rà soát số liệu, bảo đảm dòng tổng khớp với các dòng chi tiết trước khi gửi báo cáo.',
    prompt: (addressee) => `Các đơn vị chưa có kiến nghị với ${addressee}; đề nghị bổ sung nếu có.`,
    difficulties: [
      { id: 'money', signs: ['kinh phi'], proposal: 'Đề nghị quan tâm bố trí kinh phí tổ chức các hoạt động của Tuần lễ.' },
      {
        id: 'facilities',
        signs: ['co so vat chat', 'trang thiet bi', 'thu vien con', 'thieu sach', 'dau sach con'],
        proposal: 'Đề nghị quan tâm bổ sung cơ sở vật chất, trang thiết bị, học liệu phục vụ các hoạt động học tập suốt đời.',
      },
      {
        id: 'guidance',
        signs: [
          'huong dan cham',
          'van ban cham',
          'ke hoach cham',
          'trien khai cham',
          'thoi gian gap',
          'thoi gian ngan',
          'nhan duoc van ban',
        ],
        proposal: 'Đề nghị ban hành văn bản hướng dẫn sớm hơn để các đơn vị chủ động triển khai.',
      },
      {
        id: 'training',
        signs: ['tap huan', 'kiem nhiem', 'nang luc can bo', 'thieu can bo', 'bao cao vien con'],
        proposal: 'Đề nghị tổ chức tập huấn, bồi dưỡng cho đội ngũ làm công tác khuyến học, xây dựng xã hội học tập.',
      },
    ],
    follows: (proposal, units) => [proposal.replace(/\.$/, ''), ' (', units, ' đơn vị nêu khó khăn về nội dung này).'],
  },
  who: {
    named: (names) => names,
    andMore: (names, more) => `${names} và ${padTwo(more)} đơn vị khác`,
    counted: (units) => [units, ' đơn vị'],
  },
  annex: {
    totalsTitle: (subject) => `TỔNG HỢP SỐ LIỆU ${subject.toUpperCase()}`,
    unitsTitle: 'DANH SÁCH ĐƠN VỊ BÁO CÁO',
    documentsTitle: 'DANH MỤC VĂN BẢN CHỈ ĐẠO, HƯỚNG DẪN ĐÃ BAN HÀNH',
    photosTitle: 'MỘT SỐ HÌNH ẢNH CỦA TUẦN LỄ',
    attachedTo: ({ number, symbol, date, office, year }) => {
      const [yyyy, mm, dd] = date === null ? [year === null ? '……' : String(year), '……', '……'] : date.split('-');
      const month = mm === undefined ? '……' : Number(mm) > 2 ? String(Number(mm)) : mm;
      return `(Kèm theo Báo cáo số ${number ?? '……'}/${symbol ?? 'BC-……'} ngày ${dd ?? '……'} tháng ${mm === '……' ? mm : month} năm ${yyyy ?? '……'} của ${office ?? DOTS})`;
    },
    order: 'TT',
    unit: 'Đơn vị báo cáo',
    state: 'Tình hình nộp báo cáo',
    receivedOn: 'Ngày nhận',
    documentNumber: 'Số, ký hiệu',
    documentDate: 'Ngày ban hành',
    documentSubject: 'Trích yếu',
    inResult: 'Tính vào kết quả',
    counted: 'Có',
    notCounted: 'Không',
  },
  letterhead: {
    title: 'BÁO CÁO',
    committee: 'ỦY BAN NHÂN DÂN',
    committeeOf: (place, kind) => `UBND ${place === null ? `${kind === 'province' ? 'TỈNH' : 'XÃ'} ……………` : place.toUpperCase()}`,
    departmentOf: (place) => `SỞ GIÁO DỤC VÀ ĐÀO TẠO ${place === null ? '……………' : place.toUpperCase()}`,
    signers: {
      committee: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      department: ['GIÁM ĐỐC'],
      office: ['TRƯỞNG PHÒNG'],
      school: ['HIỆU TRƯỞNG'],
      centre: ['GIÁM ĐỐC'],
      other: ['THỦ TRƯỞNG ĐƠN VỊ'],
    },
    symbols: { committee: 'BC-UBND', department: 'BC-SGDĐT', office: 'BC-PGDĐT' },
    archive: 'Lưu: VT',
    asAbove: 'Như trên',
  },
};

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** The first letter small, unless the first word is written in capitals or is a name of its own. */
function lower(text: string): string {
  const [first, second] = [text.charAt(0), text.charAt(1)];
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(1);
}

/** "01/10/2024", "07/10/2024" → "01": what both days have in common is said once. */
function sameYear(from: string, to: string): string {
  const [day = '', month, year] = from.split('/');
  const [, otherMonth, otherYear] = to.split('/');
  if (year !== otherYear) return from;
  return month === otherMonth ? day : `${day}/${month ?? ''}`;
}

function bracketed(who: UnitsPhrase): Phrase {
  return who === null ? [] : [' (', ...who, ')'];
}
