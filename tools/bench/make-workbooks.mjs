/**
 * The workbooks that are measured: the product's own annex, filled by invented communes with figures that follow from
 * their number, so that every run measures the same files.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildEntries } from '../../src/cli/build.mjs';
import { addPicture, finishXlsx, writeOther } from '../samples/formats.mjs';

const product = await buildEntries({
  'bench-forms': 'src/catalogue/forms/index.ts',
  'bench-plan': 'src/core/sheets/plan-form.ts',
  'bench-write': 'src/files/write/write-xlsx.ts',
  'bench-words': 'src/messages/sheet-words.ts',
});
const { DEFAULT_FORM_ID, findForm } = await import(product['bench-forms']);
const { planFormWorkbook } = await import(product['bench-plan']);
const { writeXlsx } = await import(product['bench-write']);
const { sheetWords } = await import(product['bench-words']);
const form = findForm(DEFAULT_FORM_ID);

const SYLLABLES = (
  'An Bình Cát Chiềng Đại Đông Giang Hà Hòa Hưng Khánh Lâm Long Lũng Mai Minh Mường Nam Nậm Ngọc Pa Phong Phú Phúc Quang Sơn ' +
  'Suối Tà Tam Tân Thanh Thạch Thái Thuận Tiên Trung Tú Văn Vân Vĩnh Xuân Yên Bến Cầu Keo Khe Lộc Mỹ Nghĩa Phước Quế Sen Thượng ' +
  'Trường Vạn Viên Xá'
).split(' ');

/** A number from 0 to below `below` that follows from its seed. */
function chance(seed, below) {
  let value = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) % below;
}

/** Persons and money hang together with the quantity but loosely, as they do in life: hardly two reports hold the same row. */
function figureOf(nature, quantity, seed) {
  if (nature === 'money') return quantity * (1 + chance(seed, 40)) * 250_000;
  return nature === 'persons' ? quantity * (8 + chance(seed, 60)) + chance(seed + 7, quantity) : quantity;
}

function planOf(number, given) {
  const name = `UBND xã ${SYLLABLES[number % SYLLABLES.length]} ${SYLLABLES[Math.floor(number / SYLLABLES.length) % SYLLABLES.length]}`;
  const values = new Map();
  form.indicators.forEach((row, place) => {
    if (row.rollUp !== null || chance(number * 101 + place, 10) < 3) return;
    const quantity = 1 + chance(number * 53 + place, 30);
    for (const field of row.fields) {
      values.set(`${row.id}/${field.measure}`, figureOf(field.nature, quantity, number * 211 + place));
    }
  });
  const notes = new Map([['11', `Đơn vị tổ chức thêm ${1 + chance(number, 9)} buổi tọa đàm tại nhà văn hóa thôn.`]]);
  const unit = given ?? { code: null, name: `${name} ${number < SYLLABLES.length ** 2 ? '' : number}`.trim() };
  return planFormWorkbook(form, { words: sheetWords, purpose: 'blank', year: 2024, attachedTo: null, unit, sheetName: null, values, notes });
}

/** Two megabytes that do not shrink, behind the head of a PNG: what a phone's photo is to a zip. Most programs pack it all the same. */
function photoBytes() {
  const bytes = new Uint8Array(2 * 1024 * 1024);
  let state = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = state >>> 16;
  }
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}

/** Writes `count` workbooks of a kind ("plain", "photo", "xls", "ods") into a folder. */
export async function makeWorkbooks(folder, kind, count) {
  await mkdir(folder, { recursive: true });
  const photo = kind === 'photo' ? photoBytes() : null;
  for (let number = 0; number < count; number += 1) {
    const plan = planOf(number);
    const saved = '2024-10-10T03:00:00Z';
    const name = `${String(number + 1).padStart(4, '0')}.${kind === 'xls' || kind === 'ods' ? kind : 'xlsx'}`;
    const bytes =
      kind === 'xls' || kind === 'ods' ? writeOther(plan, kind, undefined, saved) : finishXlsx(await writeXlsx(plan), { saved });
    await writeFile(join(folder, name), photo === null ? bytes : addPicture(bytes, photo, 1));
  }
}

/** The bytes of one plain workbook, filled for a unit { code, name }; figures follow from the number. */
export async function makeUnitWorkbook(number, unit) {
  return finishXlsx(await writeXlsx(planOf(number, unit)), { saved: '2024-10-10T03:00:00Z' });
}
