/**
 * The bad input of the world, about fifty files: each with the state and the reason it must come out with. Made here,
 * byte by byte, since bombs have no place in a repository.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, constants } from 'node:zlib';

import { strToU8, zipSync } from 'fflate';

import { makeXlsx, patchDirectory, workbookParts, zipOf } from '../files/read/workbook-maker';
import { annexFile, workbookFile } from '../support/annex-file';
import { annexRows } from '../support/annex';
import { changeSheets } from '../support/libreoffice';
import { ROOT } from '../support/source-tree';

export interface HostileFile {
  readonly bytes: Uint8Array;
  readonly state: 'counted' | 'refused' | 'undetermined';
  readonly reason: string | readonly string[] | null;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const GIGABYTE = 1 << 30;
const MEGABYTE = 1 << 20;
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, 'tests', 'fixtures', 'reading', name)));

/** A deflated stream of the opening and then `piece` (one megabyte) as often as wanted, without ever holding it whole. */
function deflatedOver(opening: string, piece: Uint8Array, times: number): Uint8Array {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const first = deflateRawSync(strToU8(opening), flush);
  const one = deflateRawSync(piece, flush);
  // An empty last block ends the stream.
  return new Uint8Array(Buffer.concat([first, ...Array.from({ length: times }, () => one), Buffer.from([3, 0])]));
}

interface RawEntry {
  readonly name: string;
  readonly deflated: Uint8Array;
  readonly declared: number;
  readonly checksum?: number;
}

/** A zip of streams as they are, with whatever sizes their headers should claim. */
function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, deflated, declared, checksum = 0 } of entries) {
    const label = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(checksum, 0);
    sizes.writeUInt32LE(deflated.length, 4);
    sizes.writeUInt32LE(declared, 8);
    const head = Buffer.concat([Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]), sizes, Buffer.from([label.length, 0, 0, 0])]);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, label, Buffer.from(deflated));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, label);
    at += 4 + head.length + label.length + deflated.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

/** An honest workbook around one dishonest sheet. */
function aroundSheet(sheet: Omit<RawEntry, 'name'>): Uint8Array {
  const honest = Object.entries(workbookParts({})).filter(([name]) => name !== SHEET);
  const entries = honest.map(([name, content]): RawEntry => {
    const bytes = strToU8(String(content));
    return { name, deflated: deflateRawSync(bytes), declared: bytes.length, checksum: crc32(bytes) };
  });
  return rawZip([...entries, { name: SHEET, ...sheet }]);
}

const annex = annexFile({ '1': [2], '1.1': [2, 40], '2': [3] }, { unit: 'UBND xã Thật' });
const rowsOf = (unit: string | null, value: number): ReturnType<typeof annexRows> => annexRows({ '1.1': [value, 40] }, { unit });
const openingOfSheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const repeated = (text: string): Uint8Array => strToU8(text.repeat(Math.ceil(MEGABYTE / text.length)));
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF'), Buffer.alloc(5000, 7)]);
const random = (length: number): Uint8Array => {
  let seed = 7;
  return Uint8Array.from({ length }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 24);
};
const laughs = (): string => {
  const steps = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${String(level + 1)} "${`&l${String(level)};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${steps.join('')}]>`;
};
const odsOf = (content: string): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': content,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
  });
const odsHead =
  '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">' +
  '<office:body><office:spreadsheet><table:table table:name="S">';
const odsTail = '</table:table></office:spreadsheet></office:body></office:document-content>';

const refused = (bytes: Uint8Array | Buffer | string, reason: string | readonly string[]): HostileFile => ({
  bytes: typeof bytes === 'string' ? strToU8(bytes) : new Uint8Array(bytes),
  state: 'refused',
  reason,
});
const read = (bytes: Uint8Array, state: 'counted' | 'undetermined', reason: string | null): HostileFile => ({
  bytes,
  state,
  reason,
});

/** File name → bytes and what must become of them. */
export function hostileFiles(): Readonly<Record<string, HostileFile>> {
  const annexXls = annexFile({ '1.1': [2, 40] }, { unit: 'UBND xã Cũ' }, 'biff8');
  return {
    // Locked
    'mat khau.xlsx': refused(fixture('agile_AES256_SHA512_CBC_pwd_password.xlsx'), 'password'),
    'mat khau.ods': refused(fixture('pass_protected.ods'), 'password'),
    'mat khau.xls': refused(fixture('xor-encryption-abc.xls'), 'password'),
    // Cut off, damaged
    'cut nua.xlsx': refused(annex.subarray(0, annex.length >> 1), 'damaged'),
    'cut cuoi.xlsx': refused(annex.subarray(0, annex.length - 30), 'damaged'),
    'cut nua.xls': refused(annexXls.subarray(0, annexXls.length >> 1), ['damaged', 'no-form']),
    'mot byte.xlsx': refused(annex.subarray(0, 4), 'damaged'),
    'sai kiem tra.xlsx': refused(patchDirectory(annex, SHEET, 16, 0x12345678), 'damaged'),
    'khong dong the.xlsx': refused(makeXlsx({ sheets: [{ xml: `${openingOfSheet}<row r="1"><c r="A1"><v>1` }] }), [
      'damaged',
      'no-form',
    ]),
    'thieu trang.xlsx': refused(
      zipOf(Object.fromEntries(Object.entries(workbookParts({})).filter(([name]) => name !== SHEET))),
      'damaged',
    ),
    'khong trang nao.xlsx': refused(makeXlsx({ sheets: [] }), ['damaged', 'no-form']),
    // Something else
    'anh.xlsx': refused(jpeg, 'not-a-workbook'),
    'trang scan.xlsx': refused('%PDF-1.7\n1 0 obj<<>>endobj\n', 'not-a-workbook'),
    'bao cao.docx': refused(zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }), 'not-a-workbook'),
    'tron lan.xlsx': refused(random(20_000), 'not-a-workbook'),
    'chuong trinh.xls': refused(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 1)]), 'not-a-workbook'),
    'nen.rar': refused(Buffer.concat([Buffer.from('Rar!\x1a\x07\x00'), Buffer.alloc(500, 1)]), 'not-a-workbook'),
    'nen.7z': refused(Buffer.concat([Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), Buffer.alloc(500, 1)]), 'not-a-workbook'),
    'ghi chu.xls': refused('chỉ là một dòng chữ', ['no-form', 'not-a-workbook']),
    'so khong.bin': refused(Buffer.alloc(3 * MEGABYTE), ['not-a-workbook', 'damaged']),
    // Empty
    'rong.xlsx': refused('', 'empty-file'),
    'rong.zip': refused(Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]), 'empty-file'),
    // No annex, another, two, nobody's
    'danh sach.xlsx': refused(
      workbookFile([
        {
          name: '9A',
          rows: [
            ['STT', 'Họ và tên'],
            [1, 'Học sinh 1'],
            [2, 'Học sinh 2'],
          ],
        },
      ]),
      'no-form',
    ),
    'mau khac.xlsx': refused(
      workbookFile([
        {
          name: 'S',
          rows: [
            ['TT', 'Nội dung', 'Đơn vị tính', 'Số lớp', 'Người', 'Ghi chú'],
            [1, 'Trồng cây', 'Cây', 5, 6],
            [2, 'Quét sân', 'Lần', 3, 9],
          ],
        },
      ]),
      'wrong-form',
    ),
    'hai bang.xlsx': read(
      workbookFile([
        { name: 'A', rows: rowsOf('UBND xã Hai', 2) },
        { name: 'B', rows: rowsOf('UBND xã Hai', 3) },
      ]),
      'undetermined',
      'several-forms',
    ),
    '123.xlsx': read(workbookFile([{ name: 'S', rows: rowsOf(null, 2) }]), 'undetermined', 'unit-unknown'),
    // Too much
    'vung lon.xlsx': read(
      changeSheets(annexFile({ '1.1': [2, 40] }, { unit: 'UBND xã Rộng' }), (xml) =>
        xml
          .replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>')
          .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="str"><v> </v></c></row></sheetData>'),
      ),
      'counted',
      null,
    ),
    'vung khong lo.xlsx': refused(
      makeXlsx({
        sheets: [{ before: '<dimension ref="A1:XFD1048576"/>', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }],
      }),
      'no-form',
    ),
    'bom 1 GB.xlsx': refused(
      aroundSheet({ deflated: deflatedOver(openingOfSheet, new Uint8Array(MEGABYTE), 1024), declared: GIGABYTE }),
      'too-large',
    ),
    'bom giau.xlsx': refused(
      aroundSheet({ deflated: deflatedOver(openingOfSheet, new Uint8Array(MEGABYTE), 1024), declared: 1000 }),
      ['too-large', 'damaged'],
    ),
    'bom trong zip.zip': refused(
      rawZip([{ name: 'a.xlsx', deflated: deflatedOver('PK', new Uint8Array(MEGABYTE), 1024), declared: GIGABYTE }]),
      'too-large',
    ),
    '200 trieu dong.xlsx': refused(
      aroundSheet({ deflated: deflatedOver(openingOfSheet, repeated('<row><c><v>1</v></c></row>'), 5000), declared: 0xfffffff0 }),
      'too-large',
    ),
    'hai trieu o.xlsx': refused(
      makeXlsx({ sheets: [{ rows: `<row>${'<c><v>1</v></c>'.repeat(50)}</row>`.repeat(40_000) }] }),
      'too-many-cells',
    ),
    'chuoi dai.xlsx': refused(
      makeXlsx({
        sheets: [{ rows: `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(1000) }],
        strings: `<si><t>${'x'.repeat(32_000)}</t></si>`,
      }),
      ['too-many-cells', 'too-large'],
    ),
    'gop o.xlsx': refused(
      makeXlsx({ sheets: [{ after: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(150_000)}</mergeCells>` }] }),
      ['too-many-cells', 'too-large'],
    ),
    'kich thuoc nho.xlsx': refused(patchDirectory(annex, SHEET, 24, 10), 'damaged'),
    'kich thuoc lon.xlsx': refused(patchDirectory(annex, SHEET, 24, 0x7fffffff), ['damaged', 'too-large']),
    'nhieu muc.zip': refused(
      zipSync(Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`${String(at)}.xlsx`, new Uint8Array(0)]))),
      'too-large',
    ),
    'sau.xlsx': refused(makeXlsx({ sheets: [{ xml: openingOfSheet + '<a>'.repeat(200_000) }] }), ['damaged', 'too-large']),
    'lap lai.ods': refused(
      odsOf(
        `${odsHead}<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" ` +
          `office:value-type="float" office:value="1"/></table:table-row>${odsTail}`,
      ),
      'too-many-cells',
    ),
    'csv lon.csv': refused('1,2,3,4,5,6,7,8\n'.repeat(400_000), ['too-many-cells', 'no-form']),
    'mot dong.csv': refused('a'.repeat(20 * MEGABYTE), ['no-form', 'not-a-workbook', 'too-large', 'too-many-cells']),
    // Entities
    'thuc the.xlsx': refused(
      makeXlsx({
        sheets: [
          {
            xml: `${laughs()}<worksheet><sheetData><row><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`,
          },
        ],
      }),
      'damaged',
    ),
    'thuc the ngoai.xlsx': refused(
      makeXlsx({
        sheets: [
          {
            xml: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>',
          },
        ],
      }),
      'damaged',
    ),
    'thuc the.ods': refused(
      odsOf(
        `${laughs()}${odsHead}<table:table-row><table:table-cell><text:p>&l9;</text:p></table:table-cell></table:table-row>${odsTail}`,
      ),
      'damaged',
    ),
    'thuc the.xls': refused(
      `${laughs()}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&l9;</Workbook>`,
      ['damaged', 'not-a-workbook'],
    ),
    'trang web.xls': refused('<html><body><table><tr><td>Xin chào</td></tr></table></body></html>', 'no-form'),
    // Good ones among them: nothing above may stop them.
    'tot 1.xlsx': read(annex, 'counted', null),
    'tot 2.xls': read(annexXls, 'counted', null),
  };
}
