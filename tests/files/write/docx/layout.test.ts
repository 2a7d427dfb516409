/** The layout of Decree 30/2020/NĐ-CP, read back from the file by its numbers. */
import { writeDocx } from '../../../../src/files/write/docx/write-docx';
import { convert } from '../../../support/libreoffice';
import {
  all,
  child,
  readDocx,
  readParagraph,
  parseXml,
  textOf,
  twipsOf,
  value,
  type ReadDocx,
  type ReadParagraph,
} from '../../../support/docx';
import { letterPlan, reportPlan, words } from '../../../support/document-plans';
import { pdfPages } from '../../../support/pdf-words';
import { PAGE_RULES, REPORT_ELEMENTS } from './decree-layout';

const MM = 1440 / 25.4;
let report: ReadDocx;
let letter: ReadDocx;
beforeAll(async () => {
  report = readDocx(await writeDocx(reportPlan()));
  letter = readDocx(await writeDocx(letterPlan()));
});

function found(docx: ReadDocx, text: RegExp): ReadParagraph {
  const one = docx.paragraphs.find((paragraph) => text.test(paragraph.text));
  if (one === undefined) throw new Error(`no paragraph ${String(text)}`);
  return one;
}

/** What a paragraph without text holds below it: the length of its rule in twips, in a column of this width. */
function ruleLength(paragraph: ReadParagraph, column: number): number {
  expect(value(child(child(child(paragraph.element, 'pPr'), 'pBdr'), 'bottom'))).toBe('single');
  return column - paragraph.left - paragraph.right;
}

function after(docx: ReadDocx, text: RegExp): ReadParagraph {
  const next = docx.paragraphs[docx.paragraphs.indexOf(found(docx, text)) + 1];
  if (next === undefined) throw new Error('nothing follows');
  return next;
}

function within(actual: number, [least, most]: readonly [number, number], slack = 0): boolean {
  return actual >= least - slack && actual <= most + slack;
}

test('R-WORD-01 every section is A4 with margins within the decree; a landscape annex turns the paper', () => {
  const { paper, margins } = PAGE_RULES;
  expect(report.sections).toHaveLength(4);
  const turned = report.sections.map((section) => {
    const size = child(section, 'pgSz');
    const [width, height] = [twipsOf(size, 'w') / MM, twipsOf(size, 'h') / MM].map(Math.round);
    const edges = child(section, 'pgMar');
    for (const [side, range] of Object.entries(margins)) {
      // Half a hundredth of a millimetre is what rounding to twips may add.
      expect([side, within(twipsOf(edges, side) / MM, range as [number, number], 0.02)]).toEqual([side, true]);
    }
    expect([width, height].sort((a = 0, b = 0) => a - b)).toEqual(paper);
    return value(size, 'orient') === 'landscape' && (width ?? 0) > (height ?? 0);
  });
  expect(turned).toEqual([false, false, true, false]);
});

test('R-WORD-02 everything is Times New Roman, black, marked as Vietnamese', () => {
  const fonts = new Set(
    [...report.parts.values()].flatMap((xml) => [...xml.matchAll(/<w:rFonts ([^>]*)\/>/g)].map((match) => match[1] ?? '')),
  );
  for (const font of fonts)
    expect([...font.matchAll(/w:\w+="([^"]*)"/g)].map((match) => match[1])).toEqual(Array(4).fill('Times New Roman'));
  expect(fonts.size).toBe(1);
  const colours = all(report.styles, 'color').map((one) => value(one));
  expect(new Set(colours)).toEqual(new Set(['000000']));
  expect(all(report.styles, 'lang').map((one) => value(one))).toEqual(['vi-VN']);
  expect(report.parts.get('word/document.xml')).not.toMatch(/<w:(color|shd|highlight) /);
});

test.each(REPORT_ELEMENTS)('R-WORD-03 $element: size, weight, case and place as the decree has them', (rule) => {
  const one = found(report, rule.text);
  expect({ bold: one.bold, italic: one.italic, align: one.align }).toEqual({
    bold: rule.bold,
    italic: rule.italic,
    align: rule.align,
  });
  expect([one.size, within(one.size, rule.sizes)]).toEqual([one.size, true]);
  if (rule.capitals) expect(one.text).toBe(one.text.toLocaleUpperCase('vi'));
});

test('R-WORD-04 a number below ten has a zero before it; what is unknown is dotted', async () => {
  const numberOf = async (change: Parameters<typeof reportPlan>[0]): Promise<string> =>
    found(readDocx(await writeDocx(reportPlan(change))), /^Số: /).text;
  expect(await numberOf({ number: '123' })).toBe('Số: 123/BC-SGDĐT');
  expect(await numberOf({ number: null })).toBe('Số: ………/BC-SGDĐT');
  expect(await numberOf({ number: null, symbol: null })).toBe('Số: ………/BC-………');
  expect(await numberOf({ kind: 'official-letter', number: null, symbol: null })).toBe('Số: ………/…………');
});

test('R-WORD-05 days below 10 and months 1 and 2 have a zero; an unknown day or place is dotted', async () => {
  const dateOf = async (change: Parameters<typeof reportPlan>[0]): Promise<string> =>
    found(readDocx(await writeDocx(reportPlan(change))), /ngày .* tháng .* năm /).text;
  expect(await dateOf({ place: 'Hà Nội', date: '2020-01-05' })).toBe('Hà Nội, ngày 05 tháng 01 năm 2020');
  expect(await dateOf({ place: 'Hà Nội', date: '2019-06-29' })).toBe('Hà Nội, ngày 29 tháng 6 năm 2019');
  expect(await dateOf({ place: 'Hà Nội', date: '2024-12-20' })).toBe('Hà Nội, ngày 20 tháng 12 năm 2024');
  expect(await dateOf({ place: null, date: null })).toBe('………………, ngày …… tháng …… năm 2024');
  expect(await dateOf({ date: null, year: null })).toBe('Tỉnh A, ngày …… tháng …… năm 20……');
});

test('R-WORD-07 the letterhead is a table of two columns without borders; number and date share a line', () => {
  const [table] = report.tables;
  if (table === undefined) throw new Error('no table');
  expect(all(table, 'tblBorders')).toEqual([]);
  expect(value(child(child(table, 'tblPr'), 'tblStyle'))).toBe('TableNormal');
  expect(value(child(child(table, 'tblPr'), 'tblLayout'), 'type')).toBe('fixed');
  const grid = all(table, 'gridCol').map((one) => twipsOf(one, 'w'));
  expect(grid).toHaveLength(2);
  for (const row of all(table, 'tr')) expect(all(row, 'tcW').map((one) => twipsOf(one, 'w'))).toEqual(grid);
  const rows = all(table, 'tr').map((row) => all(row, 'tc').map(textOf));
  expect(rows[1]).toEqual(['Số: 05/BC-SGDĐT', 'Tỉnh A, ngày 05 tháng 02 năm 2025']);
});

test('R-WORD-07 long names of offices break before their place, into even lines, inside their column', async () => {
  const offices = async (issuer: string, superior: string | null): Promise<string[]> => {
    const docx = readDocx(await writeDocx(reportPlan({ issuer, superior })));
    return docx.paragraphs.filter(({ style }) => style === 'Issuer' || style === 'Superior').map(({ text }) => text);
  };
  expect(await offices('Ủy ban nhân dân tỉnh Lai Châu', null)).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH LAI CHÂU']);
  expect(await offices('Trường THCS A', 'Ủy ban nhân dân xã Mường So')).toEqual([
    'ỦY BAN NHÂN DÂN',
    'XÃ MƯỜNG SO',
    'TRƯỜNG THCS A',
  ]);
  const long = await offices('Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Mường So', null);
  expect(long.join(' ')).toBe('TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ MƯỜNG SO');
  expect(long.every((line) => line.length > 15 && line.length < 32)).toBe(true);
  expect(await offices('', null)).toEqual(['……………………']);
});

test('R-WORD-08 a công văn has no title; "V/v …" stands upright under its number', () => {
  const subject = found(letter, /^V\/v đôn đốc báo cáo/);
  expect(within(subject.size, PAGE_RULES.letterSubjectSizes)).toBe(true);
  expect({ bold: subject.bold, italic: subject.italic, align: subject.align }).toEqual({
    bold: false,
    italic: false,
    align: 'center',
  });
  expect(letter.paragraphs.indexOf(subject)).toBe(letter.paragraphs.indexOf(found(letter, /^Số: /)) + 1);
  expect(letter.paragraphs.some(({ style }) => style === 'Title' || style === 'Subtitle')).toBe(false);
});

test('R-WORD-09 one addressee stands on the line of "Kính gửi:", several below it with their dashes under the colon', async () => {
  const lines = letter.paragraphs.filter(({ style }) => style === 'AddresseeItem');
  expect(lines.map(({ text }) => text)).toEqual([
    'Kính gửi:',
    '- Ủy ban nhân dân các xã, phường;',
    '- Các trường trung học phổ thông.',
  ]);
  expect(lines.every(({ size }) => size === 14)).toBe(true);
  const dashes = lines.slice(1).map(({ left, hanging }) => left - hanging);
  expect(new Set(dashes).size).toBe(1);
  // "Kính gửi" in Times New Roman 14 is 50 points wide.
  expect((dashes[0] ?? 0) - (lines[0]?.left ?? 0)).toBeCloseTo(50 * 20, -1);
  const none = readDocx(await writeDocx(reportPlan({ addressees: [] })));
  expect(none.paragraphs.some(({ text }) => text.startsWith('Kính gửi'))).toBe(false);
});

test('R-WORD-10 the body is justified, set in, and its paragraphs stand apart', () => {
  const body = report.paragraphs.filter(({ style }) => /^(BodyText|Heading\d|Item\d|Prompt)$/.test(style));
  expect(body).toHaveLength(9);
  for (const one of body) {
    expect(one.align).toBe('both');
    expect(one.before + one.after).toBeGreaterThanOrEqual(PAGE_RULES.betweenParagraphs * 20);
    expect(within(one.line, PAGE_RULES.lines)).toBe(true);
    if (one.style !== 'Item2') expect(PAGE_RULES.firstLine.some((mm) => Math.abs(one.firstLine / MM - mm) < 0.01)).toBe(true);
  }
});

test('R-WORD-11 headings are headings: outline levels, kept with what follows', () => {
  const headings = [/^I\. /, /^1\. /, /^a\) /].map((text) => found(report, text));
  expect(headings.map(({ style, outline, keepNext }) => [style, outline, keepNext])).toEqual([
    ['Heading1', 0, true],
    ['Heading2', 1, true],
    ['Heading3', 2, true],
  ]);
  expect(found(report, /^Phụ lục II$/).outline).toBe(0);
});

test('R-WORD-12 items have their dash, prompts stand in brackets and italics, bold words stay bold', () => {
  expect(found(report, /Kế hoạch tổ chức/).text).toBe('- Kế hoạch tổ chức Tuần lễ;');
  expect(found(report, /Công văn hướng dẫn/).text).toBe('+ Công văn hướng dẫn.');
  const prompt = found(report, /Đánh giá công tác/);
  expect([prompt.text, prompt.italic]).toEqual(['[Đánh giá công tác chỉ đạo]', true]);
  const runs = all(found(report, /^Tổ chức được/).element, 'r').map((run) => [
    textOf(run),
    child(child(run, 'rPr'), 'b') !== null,
  ]);
  expect(runs).toEqual([
    ['Tổ chức được ', false],
    ['1.234', true],
    [' lớp (Phụ lục I).', false],
  ]);
});

test('R-WORD-13 "./." ends the body and every annex, once', async () => {
  expect(found(report, /^Trên đây/).text).toBe('Trên đây là báo cáo kết quả tổ chức Tuần lễ./.');
  expect(report.paragraphs.filter(({ text }) => text.endsWith('./.'))).toHaveLength(4);
  const endOf = async (text: string): Promise<string | undefined> =>
    readDocx(await writeDocx(reportPlan({ body: [words(text)], annexes: [] }))).paragraphs.find((one) => one.text.endsWith('./.'))
      ?.text;
  expect(await endOf('Xin báo cáo./.')).toBe('Xin báo cáo./.');
  expect(await endOf('Xin báo cáo')).toBe('Xin báo cáo./.');
  expect(await endOf('Xin báo cáo ... ')).toBe('Xin báo cáo./.');
  const heading = readDocx(
    await writeDocx(reportPlan({ body: [{ kind: 'heading', level: 1, number: 'I.', text: 'x' }], annexes: [] })),
  );
  expect(heading.paragraphs.filter(({ text }) => text === './.')).toHaveLength(1);
});

test('R-WORD-14 signature and Nơi nhận stand side by side and stay on one page with the last sentence', () => {
  const table = report.tables[1];
  if (table === undefined) throw new Error('no table');
  expect(all(table, 'tblBorders')).toEqual([]);
  expect(all(table, 'cantSplit')).toHaveLength(1);
  const [left = [], right = []] = all(table, 'tc').map((cell) => all(cell, 'p').map((one) => readParagraph(one, report.styles)));
  expect(left.map(({ text }) => text)).toEqual([
    'Nơi nhận:',
    '- Như trên;',
    '- Ủy ban nhân dân tỉnh (để b/c);',
    '- Lưu: VT, GDTX.',
  ]);
  expect(right.map(({ text }) => text)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '……………………']);
  expect(left[0]?.before).toBe(right[0]?.before);
  expect(right.at(-1)?.before).toBeGreaterThan(1000);
  expect(found(report, /^Trên đây/).keepNext).toBe(true);
});

test('R-WORD-14 Nơi nhận without lines still files the document; a signer who is known is named', async () => {
  const docx = readDocx(
    await writeDocx(reportPlan({ recipients: [], addressees: [], signatory: [], signer: 'Tên Người Ký', annexes: [] })),
  );
  const closing = docx.tables.at(-1);
  expect(closing === undefined ? [] : all(closing, 'p').map(textOf)).toEqual([
    'Nơi nhận:',
    '- Lưu: VT, ……….',
    '……………………',
    'Tên Người Ký',
  ]);
});

test('R-WORD-15 the page number stands in the middle of the top margin from the second page, every section from 1', () => {
  for (const section of report.sections) {
    expect(child(section, 'titlePg')).not.toBeNull();
    expect(value(child(section, 'pgNumType'), 'start')).toBe('1');
    expect(all(section, 'headerReference').map((one) => value(one, 'type'))).toEqual(['default']);
    expect(twipsOf(child(section, 'pgMar'), 'header')).toBeLessThan(twipsOf(child(section, 'pgMar'), 'top'));
  }
  const headers = [...report.parts].filter(([name]) => /header\d+\.xml$/.test(name));
  expect(headers).toHaveLength(4);
  for (const [, xml] of headers) {
    const [paragraph] = all(parseXml(xml), 'p');
    if (paragraph === undefined) throw new Error('an empty header');
    const read = readParagraph(paragraph, report.styles);
    expect([read.align, within(read.size, PAGE_RULES.pageNumberSizes), read.italic]).toEqual(['center', true, false]);
    expect(all(paragraph, 'instrText').map((one) => one.textContent.trim())).toEqual(['PAGE']);
  }
});

test('R-WORD-06 R-WORD-24 LibreOffice draws it: rules as long as the decree says, numbers from page 2, landscape where asked', async () => {
  const many = Array.from({ length: 40 }, () =>
    words('Các đơn vị đã tổ chức được 1.234 lớp bồi dưỡng, tập huấn với 45.678 lượt người tham gia.'),
  );
  const plan = reportPlan({ body: [...many, words('Trên đây là báo cáo.')] });
  const bytes = await writeDocx(plan);
  const docx = readDocx(bytes);
  const pages = pdfPages(convert(bytes, 'docx', 'pdf'));
  const lineOf = (text: RegExp): { readonly width: number; readonly top: number } => {
    const line = pages[0]?.lines.find((one) => text.test(one.text));
    if (line === undefined) throw new Error(`no line ${String(text)}`);
    return { width: (line.right - line.left) * 20, top: line.top };
  };
  const [left = 0, right = 0] = all(docx.tables[0] ?? docx.body, 'gridCol').map((one) => twipsOf(one, 'w'));
  const motto = /^Độc lập - Tự do - Hạnh phúc$/;
  expect(ruleLength(after(docx, motto), right) / lineOf(motto).width).toBeCloseTo(1, 1);
  for (const [text, column] of [
    [/^SỞ GIÁO DỤC VÀ ĐÀO TẠO$/, left],
    [/^Kết quả tổ chức Tuần lễ/, left + right],
  ] as const) {
    expect(within(ruleLength(after(docx, text), column) / lineOf(text).width, PAGE_RULES.rule)).toBe(true);
  }
  expect(Math.abs(lineOf(/^Số: /).top - lineOf(/, ngày /).top)).toBeLessThan(1);
  // Pages of the report, then the annexes: upright, across, upright.
  const shapes = pages.map(({ width, height }) => (width > height ? 'across' : 'upright'));
  expect(shapes.filter((one) => one === 'across')).toHaveLength(1);
  const numbers = pages.map(({ lines }) => lines.find(({ top, text }) => top < 20 * 2.83 && /^\d+$/.test(text))?.text ?? '');
  const main = pages.findIndex(({ lines }) => lines.some(({ text }) => text === 'Phụ lục I'));
  expect(main).toBeGreaterThan(1);
  expect(numbers).toEqual([...Array.from({ length: main }, (_, index) => (index === 0 ? '' : String(index + 1))), '', '', '']);
  const last = pages[main - 1]?.lines.map(({ text }) => text) ?? [];
  expect(last).toEqual(expect.arrayContaining(['Nơi nhận:', 'KT. GIÁM ĐỐC', 'Trên đây là báo cáo./.']));
});
