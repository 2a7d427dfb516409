/**
 * The styles part (word/styles.xml): one style per element of the decree, named as the decree names it, so that a clerk
 * finds and changes them. Written here, because the library's own list colours headings blue. ECMA-376 Part 1, 17.7.
 */
import { attributes, XML_HEAD } from '../xml-text';
import { BETWEEN_PARAGRAPHS, FIRST_LINE, FONT, LANGUAGE, LINE, ROOM_TO_SIGN, SIZE, twips } from './decree';

interface Style {
  readonly id: StyleId;
  readonly name: string;
  readonly based: StyleId | null;
  readonly next?: StyleId;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** In twips. */
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  /** Exactly so high, in twips. */
  readonly exact?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly firstLine?: number;
  readonly outline?: 0 | 1 | 2;
  readonly keepNext?: boolean;
}

export type StyleId =
  | 'Normal'
  | 'BodyText'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Title'
  | 'Subtitle'
  | 'Header'
  | 'Caption'
  | 'Nation'
  | 'Motto'
  | 'Superior'
  | 'Issuer'
  | 'Rule'
  | 'DocumentNumber'
  | 'PlaceAndDate'
  | 'LetterSubject'
  | 'Addressee'
  | 'AddresseeItem'
  | 'Item1'
  | 'Item2'
  | 'Prompt'
  | 'TableHead'
  | 'TableText'
  | 'EndMark'
  | 'SignatoryOffice'
  | 'SignatoryName'
  | 'RecipientsTitle'
  | 'Recipient'
  | 'AnnexLabel'
  | 'AnnexTitle'
  | 'AnnexAttached'
  | 'Picture'
  | 'SectionEnd';

const HEADING = { based: 'BodyText', next: 'BodyText', align: 'both', keepNext: true, size: SIZE.body } as const;
const CENTRED = { based: 'Normal', align: 'center' } as const;

/** The names of Word's own styles stay English in the file; Word shows them in its own language. */
const STYLES: readonly Style[] = [
  { id: 'Normal', name: 'Normal', based: null },
  {
    id: 'BodyText',
    name: 'Body Text',
    based: 'Normal',
    size: SIZE.body,
    align: 'both',
    before: BETWEEN_PARAGRAPHS,
    line: LINE,
    firstLine: FIRST_LINE,
  },
  { id: 'Heading1', name: 'heading 1', ...HEADING, bold: true, outline: 0 },
  { id: 'Heading2', name: 'heading 2', ...HEADING, bold: true, outline: 1 },
  { id: 'Heading3', name: 'heading 3', ...HEADING, outline: 2 },
  { id: 'Title', name: 'Title', ...CENTRED, next: 'Subtitle', size: SIZE.title, bold: true, before: 360, keepNext: true },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    ...CENTRED,
    next: 'BodyText',
    size: SIZE.subject,
    bold: true,
    left: twips(10),
    keepNext: true,
  },
  { id: 'Header', name: 'header', ...CENTRED, size: SIZE.pageNumber },
  { id: 'Caption', name: 'caption', ...CENTRED, size: SIZE.caption, italic: true, before: 60, after: 120 },
  { id: 'Nation', name: 'Quốc hiệu', ...CENTRED, size: SIZE.nation, bold: true },
  { id: 'Motto', name: 'Tiêu ngữ', ...CENTRED, size: SIZE.motto, bold: true },
  { id: 'Superior', name: 'Cơ quan chủ quản', ...CENTRED, size: SIZE.superior },
  { id: 'Issuer', name: 'Cơ quan ban hành', ...CENTRED, size: SIZE.issuer, bold: true },
  { id: 'Rule', name: 'Đường kẻ', ...CENTRED, size: 1, exact: 40, before: 40 },
  { id: 'DocumentNumber', name: 'Số, ký hiệu', ...CENTRED, size: SIZE.number, before: 120 },
  { id: 'PlaceAndDate', name: 'Địa danh và thời gian', ...CENTRED, size: SIZE.place, italic: true, before: 120 },
  { id: 'LetterSubject', name: 'Trích yếu công văn', ...CENTRED, size: SIZE.letterSubject, before: 60 },
  { id: 'Addressee', name: 'Kính gửi', ...CENTRED, size: SIZE.addressee, before: 240, after: 120 },
  { id: 'AddresseeItem', name: 'Kính gửi (nhiều nơi)', based: 'Normal', size: SIZE.addressee, before: 60 },
  { id: 'Item1', name: 'Gạch đầu dòng', based: 'BodyText' },
  { id: 'Item2', name: 'Gạch đầu dòng 2', based: 'BodyText', firstLine: FIRST_LINE + 284 },
  { id: 'Prompt', name: 'Chỗ cần bổ sung', based: 'BodyText', next: 'BodyText', italic: true },
  { id: 'TableHead', name: 'Đầu bảng', ...CENTRED, size: SIZE.table, bold: true, before: 40, after: 40, keepNext: true },
  { id: 'TableText', name: 'Nội dung bảng', based: 'Normal', size: SIZE.table, before: 20, after: 20 },
  { id: 'EndMark', name: 'Kết thúc', based: 'Normal', size: SIZE.body, align: 'right', before: 60 },
  { id: 'SignatoryOffice', name: 'Chức vụ người ký', ...CENTRED, size: SIZE.signatory, bold: true, keepNext: true },
  {
    id: 'SignatoryName',
    name: 'Họ tên người ký',
    ...CENTRED,
    size: SIZE.signatory,
    bold: true,
    before: ROOM_TO_SIGN,
    keepNext: true,
  },
  {
    id: 'RecipientsTitle',
    name: 'Nơi nhận',
    based: 'Normal',
    size: SIZE.recipientsTitle,
    bold: true,
    italic: true,
    keepNext: true,
  },
  {
    id: 'Recipient',
    name: 'Danh sách nơi nhận',
    based: 'Normal',
    size: SIZE.recipients,
    left: 120,
    hanging: 120,
    keepNext: true,
  },
  {
    id: 'AnnexLabel',
    name: 'Số phụ lục',
    ...CENTRED,
    next: 'AnnexTitle',
    size: SIZE.annexLabel,
    bold: true,
    outline: 0,
    keepNext: true,
  },
  { id: 'AnnexTitle', name: 'Tên phụ lục', ...CENTRED, size: SIZE.annexTitle, bold: true, keepNext: true },
  { id: 'AnnexAttached', name: 'Kèm theo văn bản', ...CENTRED, size: SIZE.annexAttached, italic: true, keepNext: true },
  { id: 'Picture', name: 'Ảnh', ...CENTRED, before: 120, keepNext: true },
  { id: 'SectionEnd', name: 'Hết phần', based: 'Normal', size: 1, exact: 20 },
];

const on = (tag: string, wanted: boolean | undefined): string =>
  wanted === undefined ? '' : `<w:${tag}${wanted ? '' : ' w:val="0"'}/>`;

/** The order of the elements is that of CT_PPrBase and CT_RPr: Word refuses another one. */
function styleXml(style: Style): string {
  const { left, hanging, firstLine, before, after, line, exact } = style;
  const spacing = attributes({
    'w:before': before ?? null,
    'w:after': after ?? null,
    'w:line': exact ?? line ?? null,
    'w:lineRule': exact === undefined ? (line === undefined ? null : 'auto') : 'exact',
  });
  const right = style.id === 'Subtitle' ? (left ?? null) : null;
  const indent = attributes({
    'w:left': left ?? null,
    'w:right': right,
    'w:hanging': hanging ?? null,
    'w:firstLine': firstLine ?? null,
  });
  const paragraph = [
    on('keepNext', style.keepNext),
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    indent === '' ? '' : `<w:ind${indent}/>`,
    style.align === undefined ? '' : `<w:jc w:val="${style.align}"/>`,
    style.outline === undefined ? '' : `<w:outlineLvl w:val="${String(style.outline)}"/>`,
  ].join('');
  const size =
    style.size === undefined ? '' : `<w:sz w:val="${String(style.size * 2)}"/><w:szCs w:val="${String(style.size * 2)}"/>`;
  const run = [on('b', style.bold), on('bCs', style.bold), on('i', style.italic), on('iCs', style.italic), size].join('');
  return [
    `<w:style w:type="paragraph"${style.id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${style.id}"><w:name w:val="${style.name}"/>`,
    style.based === null ? '' : `<w:basedOn w:val="${style.based}"/>`,
    style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`,
    '<w:qFormat/>',
    paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const OTHERS =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
  `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>` +
  '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/** The whole part. Everything is Times New Roman, black, Vietnamese. */
export function stylesXml(): string {
  const font = attributes({ 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT });
  const size = String(SIZE.body * 2);
  return (
    `${XML_HEAD}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts${font}/><w:color w:val="000000"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
    `<w:lang w:val="${LANGUAGE}" w:eastAsia="${LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    `${STYLES.map(styleXml).join('')}${OTHERS}</w:styles>`
  );
}
