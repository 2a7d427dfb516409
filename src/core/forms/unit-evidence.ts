/**
 * Where a sheet says which unit reports: the line for it, the letterhead, the "(Kèm theo Báo cáo … của …)" line.
 * Everything found is returned, the strongest first; deciding is the campaign's business.
 */
import { foldText } from '../cells/fold';
import { isPlaceholder } from '../cells/placeholder';
import { remembered } from '../cells/remembered';
import type { UnitEvidence } from './filled-form';
import type { TextLine } from './document-evidence';
import type { GridView } from './grid-view';

/** Labels of the line where a unit writes its name, besides the form's own (folded). */
const NAME_LABELS = [
  'don vi bao cao',
  'ten don vi bao cao',
  'ten don vi',
  'don vi nop bao cao',
  'don vi nop',
  'don vi gui bao cao',
  'don vi gui',
  'don vi lap bao cao',
  'don vi lap',
  'don vi thuc hien',
  'co quan bao cao',
  'ten co quan',
  'ten co quan don vi',
  'co quan don vi bao cao',
  'co quan don vi',
  'don vi',
  'truong',
];
const CODE_LABELS = ['ma don vi', 'ma don vi bao cao', 'ma so don vi'];

/** Lines of a letterhead that name no office. */
const NOT_AN_OFFICE =
  /^(cong hoa|doc lap|phu luc|mau |bieu|kem theo|tuan le|tong hop|ket qua|bao cao|chu de|nam |don vi|ngay |huong ung|hoc tap|lich |thong ke|danh sach|kinh gui|stt|tt |noi dung)/;
/** "Số: 12/BC-UBND" folds like "Sở …": a colon, a digit or a slash right after it tells them apart. */
const DOCUMENT_NUMBER_LINE = /^\s*s\S{0,2}\s*(?:[:.…\d/]|$)/iu;
/** How an office's name begins (folded). */
const OFFICE =
  /^(ubnd|uy ban|so |phong |truong |trung tam|tt |hoi |ban |tinh |huyen |quan |xa |phuong |thi tran|thi xa|thanh pho|dac khu|mat tran|doan |lien doan|cong doan|bao |dai |bo |cuc |chi cuc|vien |hoc vien|cong an|bo chi huy|thu vien|bao tang|nha |mam non|mn |th |thcs|thpt|thpt |gdnn|pgd|lien minh|cong ty|quan doan|huyen doan|tinh doan|thanh doan|so$|van phong)/;
const PLACE = /^(xa|phuong|thi tran|thi xa|thanh pho|quan|huyen|tinh|dac khu) /;

/** Reads the unit evidence of a sheet whose table begins at `tableTop`. */
export function unitEvidence(view: GridView, lines: readonly TextLine[], unitLine: string): readonly UnitEvidence[] {
  const named = [...labelled(view, lines, labelsOf(null), 'code'), ...labelled(view, lines, labelsOf(unitLine), 'unitLine')];
  const said = new Set(named.map((one) => one.at?.cell));
  return [
    ...named,
    ...letterhead(
      view,
      lines.filter((line) => !said.has(view.ref(line.row, line.column).cell)),
    ),
    ...attachedTo(view, lines),
  ];
}

interface Labels {
  readonly folded: ReadonlySet<string>;
  readonly long: readonly string[];
  /** Where the label of a line ends; titles and mottoes are the same in every file. */
  readonly endIn: (text: string) => number;
}
const knownLabels = new Map<string | null, Labels>();
const MOST_LABELS = 50;

/** What may stand before a unit's name on a form with this line for it; null: before its code. */
function labelsOf(unitLine: string | null): Labels {
  let labels = knownLabels.get(unitLine);
  if (labels === undefined) {
    const folded = new Set(unitLine === null ? CODE_LABELS : [foldText(unitLine), ...NAME_LABELS]);
    labels = { folded, long: [...folded].filter((one) => one.length > 8), endIn: remembered((text) => endOfLabel(text, folded)) };
    if (knownLabels.size >= MOST_LABELS) knownLabels.clear();
    knownLabels.set(unitLine, labels);
  }
  return labels;
}

function labelled(
  view: GridView,
  lines: readonly TextLine[],
  labels: Labels,
  source: 'code' | 'unitLine',
): readonly UnitEvidence[] {
  const found: UnitEvidence[] = [];
  for (const line of lines) {
    const colon = labels.endIn(line.text);
    const label = foldText(colon < 0 ? line.text : line.text.slice(0, colon));
    const named = labels.folded.has(label) || (colon >= 0 && labels.long.some((one) => label.startsWith(`${one} `)));
    if (!named) continue;
    let value = colon < 0 ? '' : cleanName(line.text.slice(colon + 1));
    let column = line.column;
    if (value === '' || isPlaceholder(value)) {
      const next = (view.row(line.row)?.cells ?? []).find((cell) => cell.column > line.column && cell.text.trim() !== '');
      if (next === undefined) continue;
      value = cleanName(next.text);
      column = next.column;
    }
    if (value === '' || isPlaceholder(value)) continue;
    found.push({ source, text: value, superior: null, at: view.ref(line.row, column) });
  }
  return found;
}

/** Where the label of a line ends: at its colon, or after a label of several words ("Đơn vị báo cáo UBND xã A"); -1 for neither. */
function endOfLabel(text: string, labels: ReadonlySet<string>): number {
  const colon = text.indexOf(':');
  if (colon >= 0) return colon;
  const words = [...text.matchAll(/\S+/g)];
  for (let count = 5; count >= 3; count -= 1) {
    const last = words[count - 1];
    if (last === undefined || words.length === count) continue;
    const end = last.index + last[0].length;
    if (labels.has(foldText(text.slice(0, end)))) return end;
  }
  return -1;
}

/** Trailing dots of the blank that was typed over are no part of a name. */
function cleanName(text: string): string {
  return text
    .replace(/[.…_]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.…_:–-]+|[\s.…_:;,–-]+$/g, '')
    .slice(0, 300);
}

/** The top left block: the superior, then the office itself; a name may run over two lines ("ỦY BAN NHÂN DÂN" / "XÃ A"). */
function letterhead(view: GridView, lines: readonly TextLine[]): readonly UnitEvidence[] {
  const offices: { text: string; line: TextLine }[] = [];
  const motto = lines.find((line) => line.folded.startsWith('cong hoa xa hoi'));
  for (const line of lines) {
    if (line.text.length > 150 || NOT_AN_OFFICE.test(`${line.folded} `) || DOCUMENT_NUMBER_LINE.test(line.text)) continue;
    if (motto !== undefined && line.column >= motto.column && line.row <= motto.row + 2 && line.column > 0 && line !== motto) {
      if (motto.column > 0) continue;
    }
    const previous = offices[offices.length - 1];
    const bareCommittee = previous !== undefined && /^(uy ban nhan dan|ubnd)$/.test(foldText(previous.text));
    if (bareCommittee && PLACE.test(`${line.folded} `)) {
      previous.text = `${previous.text} ${line.text}`;
      continue;
    }
    if (OFFICE.test(`${line.folded} `)) offices.push({ text: line.text, line });
  }
  const own = offices[Math.min(offices.length, 2) - 1];
  if (own === undefined) return [];
  const superior = offices.length > 1 ? (offices[0]?.text ?? null) : null;
  return [{ source: 'letterhead', text: cleanName(own.text), superior, at: view.ref(own.line.row, own.line.column) }];
}

/** "(Kèm theo Báo cáo số 12/BC-UBND ngày … của UBND xã A)": the office that issued the report, not the plan. */
function attachedTo(view: GridView, lines: readonly TextLine[]): readonly UnitEvidence[] {
  const joined = lines.map((line, index) => ({ line, text: `${line.text} ${lines[index + 1]?.text ?? ''}` }));
  for (const { line, text } of joined) {
    if (!/^kem theo (bao cao|cong van)/.test(line.folded)) continue;
    const match = /của\s+([^)]{3,150})/iu.exec(line.text.includes('của') ? line.text : text);
    const name = cleanName(match?.[1] ?? '');
    if (name !== '' && OFFICE.test(`${foldText(name)} `)) {
      return [{ source: 'attachedTo', text: name, superior: null, at: view.ref(line.row, line.column) }];
    }
  }
  return [];
}
