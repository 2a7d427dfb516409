/**
 * `npm run samples`: makes samples/received, the roster, the expected result and the table of the README from the plain
 * data in samples/units.mjs. The same data give the same bytes. `--into FOLDER` writes somewhere else.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

import * as data from '../samples/units.mjs';
import { buildEntries } from '../src/cli/build.mjs';
import { ownWorkbook, planOwn, sentOptions } from './samples/annex.mjs';
import { encodePlan, encoderOf } from './samples/encodings.mjs';
import { encryptPackage } from './samples/encrypt.mjs';
import { expectedOf } from './samples/expected.mjs';
import { addPicture, finishXlsx, STAMP, writeOther } from './samples/formats.mjs';
import { classList, photo, scan, wordDocument } from './samples/other-files.mjs';
import { readmeOf } from './samples/readme.mjs';
import { ownWords, sentWords, withWords } from './samples/words.mjs';

const here = join(dirname(fileURLToPath(import.meta.url)), '..', 'samples');
const into = process.argv[2] === '--into' ? process.argv[3] : here;

const product = await buildEntries({
  'samples-forms': 'src/catalogue/forms/index.ts',
  'samples-plan': 'src/core/sheets/plan-form.ts',
  'samples-write': 'src/files/write/write-xlsx.ts',
  'samples-words': 'src/messages/sheet-words.ts',
  'samples-texts': 'src/core/narrative/texts/plan-texts.ts',
  'samples-texts-words': 'src/messages/texts-sheet-words.ts',
  'samples-legacy': 'src/core/cells/legacy/tables.ts',
});
const { findForm } = await import(product['samples-forms']);
const { planFormWorkbook } = await import(product['samples-plan']);
const { writeXlsx } = await import(product['samples-write']);
const { sheetWords } = await import(product['samples-words']);
const { planTextsSheet } = await import(product['samples-texts']);
const { textsSheetWords } = await import(product['samples-texts-words']);
const { VNI } = await import(product['samples-legacy']);
const form = findForm(data.FORM);
const blankTexts = planTextsSheet({ words: textsSheetWords, year: data.YEAR, addressees: [] });

/** The bytes of one unit's file. */
async function fileOf(unit) {
  const plan =
    unit.layout === 'sent'
      ? withWords(planFormWorkbook(form, sentOptions(unit, data.YEAR, sheetWords)), sentWords(unit, blankTexts))
      : encodePlan(withWords(ownWorkbook(form, data.YEAR, unit), ownWords(unit, blankTexts)), encoderOf(unit.encoding, VNI));
  const { format = 'xlsx', font, saved, photo: withPhoto } = unit;
  if (format !== 'xlsx') return writeOther(plan, format, font, saved);
  const bytes = finishXlsx(await writeXlsx(plan), { saved, font });
  return withPhoto ? addPicture(bytes, photo()) : bytes;
}

async function otherFile(make) {
  switch (make) {
    case 'password': {
      const unit = { unit: data.ALSO_IN_ROSTER[0], report: data.LOCKED_REPORT, saved: '2024-10-17T15:00:00Z' };
      return encryptPackage(await fileOf(unit), 'benSuong2024');
    }
    case 'classList': {
      const { cells, columnWidths, sheetName } = classList();
      const frame = planOwn(form, data.YEAR, { unit: { name: '' } }, { sheetName, report: {}, visibility: 'visible' });
      const sheet = { ...frame, cells, columnWidths, merges: [], page: { ...frame.page, titleRows: null } };
      return finishXlsx(await writeXlsx({ title: sheetName, sheets: [sheet], names: {}, properties: {} }), {
        saved: '2024-09-05T02:00:00Z',
      });
    }
    case 'word':
      return wordDocument();
    case 'pdf':
      return scan();
    default:
      throw new Error(`nobody makes a "${make}"`);
  }
}

/** The roster of the district: every unit once. */
function rosterUnits() {
  const units = data.UNITS.flatMap((unit) => (unit.unit === null ? [] : [unit.unit]));
  const all = [...new Map([...units, ...data.ALSO_IN_ROSTER].map((unit) => [unit.code, unit])).values()];
  return all.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function kindOf(name) {
  return /^(UBND|Trường MN|Trường THCS|Trường TH&THCS|Trường TH|Trung tâm)/.exec(name)?.[1] ?? '';
}

const files = new Map();
const archives = new Map();
for (const unit of data.UNITS) {
  const [path, member] = unit.file.split('!');
  const bytes = await fileOf(unit);
  if (member === undefined) files.set(path, bytes);
  else archives.set(path, { ...archives.get(path), [member]: [bytes, { level: 0 }] });
}
for (const [path, members] of archives) files.set(path, zipSync(members, { mtime: STAMP }));
for (const copy of data.COPIES) files.set(copy.file, files.get(copy.of));
for (const one of data.OTHERS) files.set(one.file, await otherFile(one.make));

const received = join(into, 'received');
await rm(received, { recursive: true, force: true });
for (const [path, bytes] of files) {
  await mkdir(dirname(join(received, path)), { recursive: true });
  await writeFile(join(received, path), bytes);
}
const superior = 'UBND huyện Khe Vàng';
const lines = rosterUnits().map((unit) => `${unit.code},${unit.name},${kindOf(unit.name)},${superior},,,`);
await writeFile(join(into, 'roster.csv'), `${['code,name,kind,superior,email,deadline,aliases', ...lines].join('\n')}\n`);
const expected = expectedOf(form, data, rosterUnits());
await writeFile(join(into, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
await writeFile(join(into, 'README.md'), readmeOf(data));
process.stdout.write(`${String(files.size)} files in ${received}\n`);
