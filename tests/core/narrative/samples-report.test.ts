/** The report of the samples: read as a whole (golden), every figure walked back, every sentence with its source. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { NO_DECISIONS } from '../../../src/core/campaign/decisions';
import { parseFormattedNumber } from '../../../src/core/cells/number-format';
import { USUAL_CHOICES } from '../../../src/core/narrative/context';
import { figuresOf, textOf } from '../../../src/core/narrative/narrative';
import { recomputed } from '../../support/report-figures';
import { reportText } from '../../support/report-text';
import { reportOf, sampleReceived, type SampleReport } from '../../support/sample-report';

const GOLDEN = join(__dirname, '..', '..', 'golden', 'report-samples.txt');
const LAST_YEAR = new Map([
  ['1/count', 300],
  ['2/count', 90],
  ['8/count', 15],
  ['10.1/count', 10_000_000],
  ['10.2/count', 1_000_000],
]);

let report: SampleReport;
beforeAll(async () => {
  report = reportOf(await sampleReceived());
});

test('R-NARR-01 the report of the samples reads as the golden text', () => {
  const text = reportText(report.document);
  if (process.env['UPDATE_GOLDEN'] !== undefined || !existsSync(GOLDEN)) writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
});

test('R-NARR-02 every figure of the text walks back to its fact and equals the summary', async () => {
  const compared = reportOf(await sampleReceived(), { lastYear: LAST_YEAR });
  for (const { narrative, consolidation } of [report, compared]) {
    const facts = new Map(narrative.facts.map((fact) => [fact.id, fact]));
    let seen = 0;
    for (const paragraph of narrative.paragraphs) {
      for (const part of figuresOf(paragraph.parts)) {
        const fact = facts.get(part.fact);
        const figure = fact?.figures.find((one) => one.name === part.figure);
        if (fact === undefined || figure === undefined) throw new Error(`${paragraph.id}: no fact ${part.fact}`);
        expect([paragraph.id, part.value]).toEqual([paragraph.id, recomputed(fact, figure, consolidation, LAST_YEAR)]);
        expect(parseFormattedNumber(part.text.replace('%', '').replace(/^0(\d)$/, '$1'))).toBe(part.value);
        expect(paragraph.sources).toContainEqual({ kind: 'fact', fact: part.fact });
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(80);
  }
  expect(new Set(report.narrative.facts.map((fact) => fact.id)).size).toBe(report.narrative.facts.length);
});

test('R-NARR-02 outside figures only the words of units, campaign and form hold digits', () => {
  const form = JSON.stringify(report.consolidation.form);
  const campaign = JSON.stringify(report.options.campaign);
  for (const paragraph of report.narrative.paragraphs) {
    // Words of a unit, a document, the campaign: quoted with their own source.
    if (paragraph.sources.some((source) => source.kind === 'text' || source.kind === 'campaign')) continue;
    const words = paragraph.parts.filter((part): part is string => typeof part === 'string').join(' ');
    const names = report.consolidation.contributors.map((one) => one.unit.name).join(' ');
    for (const number of words.match(/\d[\d.]*\d|\d/g) ?? []) expect(`${form} ${campaign} ${names}`).toContain(number);
  }
});

test('R-NARR-03 no sentence without a source: a fact, a cell of a unit, the campaign, or a prompt that says so', () => {
  const ids = new Set(report.narrative.facts.map((fact) => fact.id));
  const files = new Set(report.consolidation.submissions.filter((one) => one.state === 'counted').map((one) => one.file));
  for (const paragraph of report.narrative.paragraphs) {
    expect([paragraph.id, paragraph.sources.length > 0]).toEqual([paragraph.id, true]);
    for (const source of paragraph.sources) {
      if (source.kind === 'fact') expect(ids).toContain(source.fact);
      if (source.kind === 'text') expect(files).toContain(source.file);
      if (source.kind === 'text') expect(source.at.cell).not.toBeNull();
      if (source.kind === 'prompt') expect(paragraph.kind === 'prompt' || paragraph.section === 'opening').toBe(true);
    }
  }
});

test('R-NARR-04 every paragraph has a key of its own, the same at every run', async () => {
  const ids = report.narrative.paragraphs.map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(reportOf(await sampleReceived()).narrative).toEqual(report.narrative);
});

test('R-NARR-05 a unit that is switched off is in neither totals nor words', async () => {
  const decisions = { ...NO_DECISIONS, switchedOff: ['KV01'] };
  const without = reportOf(await sampleReceived(), { decisions });
  const text = reportText(without.document);
  expect(reportText(report.document)).toContain('UBND xã Suối Ngân về tổ chức Tuần lễ');
  expect(without.document.body.map((block) => JSON.stringify(block)).join()).not.toMatch(/số 45\/KH-UBND|Mỗi tuần một cuốn sách/);
  expect(text).toContain('21/24');
  const classes = (one: SampleReport): number =>
    one.consolidation.totals.find((total) => total.field.key === '1/count')?.value ?? Number.NaN;
  expect(classes(without)).toBe(classes(report) - 9);
  const told = without.narrative.paragraphs.find((one) => one.id === 'results/1');
  expect(figuresOf(told?.parts ?? []).map((one) => one.value)).toContain(classes(without));
});

test('R-NARR-06 units are named, counted or left out as chosen; figures of one unit never stand without its name', async () => {
  const of = async (units: 'named' | 'counted' | 'leftOut'): Promise<string> =>
    reportText(reportOf(await sampleReceived(), { choices: { ...USUAL_CHOICES, units, unitAnnex: false } }).document);
  const [named, counted, leftOut] = await Promise.all([of('named'), of('counted'), of('leftOut')]);
  expect(named).toContain('chưa gửi báo cáo (UBND xã Bến Sương, Trường TH&THCS Khe Trong).');
  expect(counted).toContain('Còn 02/24 đơn vị trong danh sách chưa gửi báo cáo.');
  expect(counted).toContain('Kinh phí tổ chức Tuần lễ còn hạn hẹp (03 đơn vị).');
  expect(leftOut).toContain('- Kinh phí tổ chức Tuần lễ còn hạn hẹp.');
  expect(leftOut).not.toContain('tại 4 trường học');
});

test('R-NARR-07 a slogan and a sentence against the unit’s own figures are set aside and found', () => {
  const { setAside, paragraphs } = report.narrative;
  expect(setAside.map((one) => `${one.reason} ${one.source.unit.name}`)).toEqual([
    'contradicts UBND xã Vàng Sim',
    'slogan UBND xã Đồi Chè',
    'slogan Trường THCS Bản Sậy',
    'slogan Trường THCS Bản Sậy',
    'slogan Trường THCS Bản Sậy',
  ]);
  const all = paragraphs.map((one) => textOf(one.parts)).join('\n');
  expect(all).not.toMatch(/HỌC MÃI|chìa khóa|06 lớp giáo dục/);
});

test('R-NARR-08 without a campaign the report still comes out, its blanks stay', async () => {
  const bare = reportOf(await sampleReceived(), { campaign: null, withRoster: false });
  const { document } = bare;
  expect([document.issuer, document.superior, document.number, document.symbol, document.place, document.date]).toEqual(
    Array(6).fill(null),
  );
  const [opening] = document.body;
  expect(JSON.stringify(opening)).toMatch(/Thực hiện …+, …+ báo cáo kết quả tổ chức .* như sau:/);
  expect(reportText(document)).toContain('số liệu của 22 đơn vị');
  expect(bare.narrative.facts.map((fact) => fact.kind)).not.toContain('timing');
});

test('R-NARR-09 Kính gửi can be switched off, the list of units too: then there is one annex, without a number', async () => {
  const plain = reportOf(await sampleReceived(), { choices: { ...USUAL_CHOICES, addressed: false, unitAnnex: false } }).document;
  expect(plain.addressees).toEqual([]);
  expect(plain.recipients).not.toContain('Như trên');
  expect(plain.annexes.map((one) => one.label)).toEqual(['Phụ lục']);
  expect(reportText(plain)).toContain('(mục 1 Phụ lục)');
  expect(report.document.annexes.map((one) => one.label)).toEqual(['Phụ lục I', 'Phụ lục II']);
  expect(report.document.addressees).toEqual(['Ủy ban nhân dân tỉnh', 'Bộ Giáo dục và Đào tạo']);
});

test('R-NARR-10 timeliness rests on confirmed days of receipt alone', async () => {
  const files = report.consolidation.submissions.filter((one) => one.state === 'counted').map((one) => one.file);
  const receipts = Object.fromEntries(files.slice(0, 11).map((file, index) => [file, index === 1 ? '2024-10-21' : '2024-10-18']));
  const timed = reportOf(await sampleReceived(), { decisions: { ...NO_DECISIONS, receipts } });
  const fact = timed.narrative.facts.find((one) => one.id === 'timing');
  expect(fact?.figures.map((one) => [one.name, one.value])).toEqual([
    ['onTime', 10],
    ['judged', 11],
    ['percent', 90.9],
  ]);
  expect(reportText(timed.document)).toContain('Có 10/11 đơn vị đã xác định ngày nhận nộp báo cáo đúng hạn (đạt 90,9%).');
});

test('R-NARR-11 a row that nobody reported is a tồn tại only when the clerk says so', async () => {
  const received = (await sampleReceived()).filter(
    (one) => !one.file.includes('Khe Say') && !one.file.includes('Suối Ngân') && !one.file.includes('Suoi Ngan'),
  );
  const usual = reportOf(received);
  expect(reportText(usual.document)).not.toContain('chưa được đơn vị nào triển khai');
  expect(usual.narrative.facts.find((one) => one.id === 'unreported')?.figures[0]?.source).toMatchObject({
    rows: expect.arrayContaining(['7.1']) as unknown,
  });
  const chosen = reportOf(received, { choices: { ...USUAL_CHOICES, weaknessRows: ['7.1', '1.1'] } });
  const told = chosen.narrative.paragraphs.filter((one) => one.id.startsWith('weaknesses/row/'));
  expect(told.map((one) => textOf(one.parts))).toEqual([
    'Nội dung “Số huyện tổ chức Lễ khai mạc Tuần lễ” chưa được đơn vị nào triển khai.',
  ]);
});

test('R-NARR-12 changes against last year are told beyond the threshold, upwards and downwards', async () => {
  const text = reportText(reportOf(await sampleReceived(), { lastYear: LAST_YEAR }).document);
  expect(text).toContain('- Các lớp bồi dưỡng, tập huấn: 445 lớp, tăng 48,3% so với năm trước (300 lớp).');
  expect(text).toContain('- Công tác thông tin, tuyên truyền: 56 tin, bài/cuộc, giảm 37,8% so với năm trước (90 tin, bài/cuộc).');
  expect(text).not.toMatch(/Hội thảo, sinh hoạt chuyên đề: 15/);
});
