/** The files of the samples that are no annex: a picture, a class list, a Word document, a scan. */
import { strToU8, zipSync, zlibSync } from 'fflate';

import { STAMP } from './formats.mjs';

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length, 0);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([head, body, tail]);
}

/** A picture that compresses as badly as a photo: sky over hills, with the grain of a camera. 320 × 240. */
export function photo() {
  const [width, height] = [320, 240];
  const rows = Buffer.alloc(height * (1 + width * 3));
  let grain = 2024;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      grain = (Math.imul(grain, 1664525) + 1013904223) >>> 0;
      const noise = (grain >>> 28) - 8;
      const hill = 150 + 30 * Math.sin(x / 40) + 12 * Math.sin(x / 13);
      const [red, green, blue] = y < hill ? [150 + y / 4, 190 + y / 6, 235] : [70 - y / 8, 130 - y / 8 + 20, 60];
      const at = y * (1 + width * 3) + 1 + x * 3;
      [red, green, blue].forEach((value, index) => {
        rows[at + index] = Math.max(0, Math.min(255, Math.round(value) + noise));
      });
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      chunk('IHDR', header),
      chunk('IDAT', Buffer.from(zlibSync(rows, { level: 9 }))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** A list of pupils (nobody real): a workbook, but no annex. */
export function classList() {
  const cells = [];
  const put = (row, column, value, style) =>
    cells.push({ row, column, value: { kind: typeof value === 'number' ? 'number' : 'text', value }, style });
  put(0, 0, 'DANH SÁCH HỌC SINH LỚP 9A', 'title');
  ['STT', 'Họ và tên', 'Ngày sinh', 'Điểm trung bình', 'Ghi chú'].forEach((text, index) => put(2, index, text, 'header'));
  for (let pupil = 1; pupil <= 32; pupil += 1) {
    put(2 + pupil, 0, pupil, 'number');
    put(2 + pupil, 1, `Học sinh ${String(pupil)}`, 'text');
    put(2 + pupil, 2, `${String((pupil % 27) + 1)}/${String((pupil % 12) + 1)}/2010`, 'text');
    put(2 + pupil, 3, 5 + ((pupil * 7) % 50) / 10, 'number');
  }
  return { cells, columnWidths: [6, 26, 12, 12, 14], sheetName: '9A' };
}

/** A written report as .docx: the smallest that Word opens. */
export function wordDocument() {
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const parts = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
      paragraph('BÁO CÁO') +
      paragraph('Kết quả tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024') +
      paragraph('Ủy ban nhân dân xã Đồi Chè báo cáo kết quả như sau:') +
      '</w:body></w:document>',
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime: STAMP,
  });
}

/** A scan: a .pdf of one empty page. */
export function scan() {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${String(index + 1)} 0 obj${body}endobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${String(text.length)}\n%%EOF\n`;
  return strToU8(text);
}
