/** The report of a whole country's communes: within seconds, of bounded length, whatever they wrote. */
import { indexRoster } from '../../../src/core/campaign/identify';
import { ledgerOf } from '../../../src/core/campaign/ledger';
import { DEFAULT_OUTLINE } from '../../../src/catalogue/outlines';
import { parseRoster } from '../../../src/core/campaign/roster';
import type { Received } from '../../../src/core/consolidation/received';
import { narrate } from '../../../src/core/narrative/narrate';
import { textOf } from '../../../src/core/narrative/narrative';
import type { UnitTexts } from '../../../src/core/narrative/texts/unit-texts';
import { textsOf } from '../../../src/core/narrative/write-report';
import { narrativeWords } from '../../../src/messages/narrative-words';
import { laiChau, sampleConsolidation } from '../../support/sample-consolidation';

const COMMUNES = 3_321;

test('R-NARR-44 the report of 3,321 communes with texts stays within seconds and is as long as a report', () => {
  const names = Array.from({ length: COMMUNES }, (_, index) => `UBND xã Số ${String(index)}`);
  const consolidation = sampleConsolidation(
    laiChau,
    names.map((name, index) => ({
      name,
      reported: { '1/count': index % 9, '1.1/count': index % 9, '1.1/people': 30 * (index % 9), '2/count': 3 },
    })),
  );
  const at = { sheet: 'Báo cáo', cell: 'A5' };
  const texts = new Map(
    names.map((name, index): [string, UnitTexts] => [
      `${name}.xlsx`,
      {
        sheet: 'Báo cáo',
        documents: [
          {
            type: 'Kế hoạch',
            number: `${String(index)}/KH-UBND`,
            date: '2024-09-15',
            issuer: null,
            subject: 'tổ chức Tuần lễ',
            text: '',
            at,
          },
        ],
        passages: [
          { part: 'weaknesses', text: 'Kinh phí còn hạn hẹp', addressee: null, at },
          { part: 'weaknesses', text: `Thư viện ở bản ${String(index)} xuống cấp, (a+)+$ khó sửa chữa`, addressee: null, at },
          {
            part: 'strengths',
            text: `Nhân dân nhiệt tình ${'x'.repeat(index % 50)} tham gia các buổi đọc sách ${String(index % 40)}`,
            addressee: null,
            at,
          },
          { part: 'proposals', text: 'Bố trí kinh phí cho Tuần lễ', addressee: 'UBND tỉnh', at },
        ],
        photos: [],
        findings: [],
      },
    ]),
  );
  const roster = parseRoster([['name'], ...names.map((name) => [name])]).roster;
  const ledger = ledgerOf(consolidation, { roster: indexRoster(roster).roster, campaign: null });
  const started = performance.now();
  const narrative = narrate(consolidation, {
    words: narrativeWords,
    outline: DEFAULT_OUTLINE,
    campaign: null,
    ledger,
    lastYear: null,
    texts,
  });
  // Two to three seconds on a slow machine; comparing all with all would take many minutes.
  const took = performance.now() - started;
  expect(took).toBeLessThan(30_000);
  expect(narrative.paragraphs.length).toBeLessThan(120);
  expect(narrative.setAside.filter((one) => one.reason === 'beyond').length).toBeGreaterThan(1_000);
  const [kept] = narrative.paragraphs.filter((one) => one.section === 'II.2' && one.id.includes('/text/'));
  expect(textOf(kept?.parts ?? [])).toMatch(/^Kinh phí còn hạn hẹp \(UBND xã Số .* và 3\.316 đơn vị khác\)\.$/);
  for (const one of narrative.paragraphs) expect(textOf(one.parts).length).toBeLessThan(3_000);
});

test('R-NARR-03 texts of files that do not count are not heard', () => {
  const waiting = {
    outcome: 'several',
    file: 'x.xlsx',
    hash: null,
    savedAt: null,
    fileTime: null,
    sheets: [],
  } satisfies Received;
  expect(textsOf([waiting]).size).toBe(0);
});
