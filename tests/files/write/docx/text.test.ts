/** Text in a document is data, whatever it looks like and however long it is. */
import fc from 'fast-check';

import type { DocumentPlan } from '../../../../src/core/document/document-plan';
import { writeDocx } from '../../../../src/files/write/docx/write-docx';
import { readDocx, type ReadDocx } from '../../../support/docx';
import { letterPlan, PIXEL, reportPlan, words } from '../../../support/document-plans';

async function written(change: Partial<DocumentPlan>): Promise<ReadDocx> {
  return readDocx(await writeDocx(reportPlan({ annexes: [], ...change })));
}

const PAYLOADS = [
  '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
  '</w:t></w:r></w:p><w:p/>',
  '{ HYPERLINK "http://a.example" }',
  'INCLUDETEXT "C:\\\\secret.txt"',
  '=1+1',
  'http://a.example/?q=1&b="2"',
  '&lt;b&gt; &amp; &#65;',
  '<script>alert(1)</script>',
  ']]>',
  '{image1.png}',
  '{default-bullet-numbering-0}',
  '{cb0ff2b1ad7a7f0b9e7a9bde1e8d9f6b1d2c3b4a.png}',
  '_x0041_',
  '$&$1$$',
  'MERGEFIELD x \\* MERGEFORMAT',
];

test.each(PAYLOADS)('R-WORD-21 %s stays text wherever it stands', async (payload) => {
  const cell = { text: payload };
  const plan = letterPlan({
    superior: payload,
    issuer: payload,
    subject: payload,
    addressees: [payload],
    signatory: [payload],
    recipients: [payload],
    body: [
      { kind: 'heading', level: 2, number: '1.', text: payload },
      words(payload),
      { kind: 'item', level: 1, runs: [{ text: payload, bold: true }] },
      { kind: 'prompt', text: payload },
      { kind: 'table', columns: [{ widthMm: 1, align: 'left' }], header: [[cell]], rows: [[cell]] },
    ],
    annexes: [
      {
        label: payload,
        title: payload,
        attachedTo: payload,
        orientation: 'portrait',
        blocks: [],
        photos: [{ bytes: PIXEL, type: 'png', width: 1, height: 1, caption: payload }],
      },
    ],
  });
  const docx = readDocx(await writeDocx(plan));
  const xml = docx.parts.get('word/document.xml') ?? '';
  expect(xml).not.toMatch(/<w:(hyperlink|fldSimple|instrText|fldChar|object|altChunk|subDoc|numPr)\b/);
  expect([...docx.parts].filter(([name]) => name.endsWith('.rels')).some(([, rels]) => rels.includes('TargetMode'))).toBe(false);
  const shown = payload.replace(/\s+/g, ' ').trim();
  const exact = docx.paragraphs.filter(({ text }) => text.replace(/^1\. |^- |[[\]]/g, '').includes(shown.replace(/[[\]]/g, '')));
  expect(exact.length).toBeGreaterThanOrEqual(8);
});

test('R-WORD-21 any text is read back as it prints: letters composed, nothing invisible', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), async (text) => {
      const docx = await written({ body: [words(`a${text}b`), words('Hết.')] });
      for (const xml of docx.parts.values())
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\ufffe\uffff]/);
      const read = docx.paragraphs.filter(({ style }) => style === 'BodyText').map((one) => one.text);
      expect(read.at(-1)).toBe('Hết./.');
      const visible = (one: string): string => one.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}\p{Cs}\ufffd\ufffe\uffff]/gu, '');
      expect(visible(read.slice(0, -1).join(''))).toBe(visible(`a${text}b`.replace(/\p{Surrogate}/gu, '\ufffd')));
    }),
    { numRuns: 40 },
  );
});

test('R-WORD-22 a line break begins a new paragraph of the same look; empty lines leave nothing behind', async () => {
  const docx = await written({
    body: [words('Một\r\n\r\nHai\u2028Ba\n'), { kind: 'item', level: 1, runs: [{ text: 'x\ny' }] }],
  });
  const read = docx.paragraphs
    .filter(({ style }) => style === 'BodyText' || style === 'Item1')
    .map(({ style, text }) => [style, text]);
  expect(read).toEqual([
    ['BodyText', 'Một'],
    ['BodyText', 'Hai'],
    ['BodyText', 'Ba'],
    ['Item1', '- x'],
    ['Item1', 'y./.'],
  ]);
  expect(docx.parts.get('word/document.xml')).not.toContain('<w:br/>');
});

test('R-WORD-22 texts of 50,000 characters come out whole, in a paragraph and in a cell', async () => {
  const long = 'Nội dung rất dài. '.repeat(2_800);
  const docx = await written({
    body: [
      words(long),
      { kind: 'table', columns: [{ widthMm: 1, align: 'left' }], header: [], rows: [[{ text: long }]] },
      words('Hết.'),
    ],
  });
  expect(docx.paragraphs.filter(({ text }) => text.trim() === long.trim())).toHaveLength(2);
  const unbroken = 'x'.repeat(50_000);
  expect((await written({ body: [words(unbroken)] })).paragraphs.some(({ text }) => text === `${unbroken}./.`)).toBe(true);
});
