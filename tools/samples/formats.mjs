/** Workbook plans in the formats that are not the product's own to write, and what is done to finished .xlsx files. */
import XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The oldest time a zip can hold, in the machine's own zone: the same bytes everywhere. */
export const STAMP = new Date(1980, 0, 1);
const TYPES = { xls: 'biff8', ods: 'ods', xlsb: 'xlsb', csv: 'csv' };

/** A plan as .xls, .ods, .xlsb or .csv. `font` renames the only font of an .xls. */
export function writeOther(plan, format, font, saved) {
  const book = XLSX.utils.book_new();
  for (const sheet of plan.sheets) XLSX.utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  if (format === 'csv') return strToU8(`\ufeff${XLSX.utils.sheet_to_csv(book.Sheets[plan.sheets[0].name])}\n`);
  if (saved !== null) book.Props = { ModifiedDate: new Date(saved), CreatedDate: new Date(saved) };
  const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: TYPES[format], compression: true }));
  if (format === 'xls') return font === undefined ? bytes : renameFont(bytes, font);
  return restamped(bytes);
}

function sheetOf(plan) {
  const sheet = {};
  let bottom = 0;
  let right = 0;
  for (const { row, column, value } of plan.cells) {
    if (value === null) continue;
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
    sheet[XLSX.utils.encode_cell({ r: row, c: column })] = cellOf(value);
  }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: bottom, c: right } });
  sheet['!merges'] = plan.merges.map((one) => ({ s: { r: one.top, c: one.left }, e: { r: one.bottom, c: one.right } }));
  sheet['!cols'] = plan.columnWidths.map((wch) => ({ wch }));
  return sheet;
}

const ERRORS = { '#DIV/0!': 0x07, '#N/A': 0x2a };

function cellOf(value) {
  switch (value.kind) {
    case 'number':
      return { t: 'n', v: value.value };
    case 'text':
      return { t: 's', v: value.value };
    case 'error':
      return { t: 'e', v: ERRORS[value.code], w: value.code };
    default:
      throw new Error(`no sample needs a ${value.kind} in this format`);
  }
}

/** Opens and closes a zip again with fixed times, its first entry staying first. */
function restamped(bytes, change = (name, content) => content) {
  const parts = unzipSync(bytes);
  const zip = {};
  // An OpenDocument's type stands first and bare.
  for (const [name, content] of Object.entries(parts))
    zip[name] = name === 'mimetype' ? [content, { level: 0 }] : change(name, content);
  return zipSync(zip, { level: 6, mtime: STAMP });
}

/** Says in a written .xlsx when it was saved, and in which font its cells are shown. */
export function finishXlsx(bytes, { saved, font }) {
  return restamped(bytes, (name, content) => {
    if (name === 'docProps/core.xml' && saved !== null) {
      const time = `<dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified>`;
      return strToU8(strFromU8(content).replace('</cp:coreProperties>', `${time}</cp:coreProperties>`));
    }
    if (name === 'xl/styles.xml' && font !== undefined) return strToU8(strFromU8(content).replaceAll('Times New Roman', font));
    return content;
  });
}

/** Puts a picture on the first sheet of a written .xlsx, over the cells below the table, stored or packed (`level`). */
export function addPicture(bytes, png, level = 0) {
  const parts = unzipSync(bytes);
  const edit = (name, from, to) => {
    const text = strFromU8(parts[name]);
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    parts[name] = strToU8(text.replace(from, to));
  };
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']);
  // <drawing> stands before these, whichever comes first.
  const before = /<(?:legacyDrawing|tableParts|customProperties|extLst)\b|<\/worksheet>/.exec(sheet)[0];
  const sheetEdit = before.startsWith('<customProperties') ? '</customProperties>' : before;
  edit(
    'xl/worksheets/sheet1.xml',
    sheetEdit,
    sheetEdit === before
      ? `<drawing xmlns:p="${relation}" p:id="rIdPicture"/>${before}`
      : `${sheetEdit}<drawing xmlns:p="${relation}" p:id="rIdPicture"/>`,
  );
  edit(
    'xl/worksheets/_rels/sheet1.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdPicture" Type="${relation}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
  );
  edit(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
  );
  edit('[Content_Types].xml', '<Default ', '<Default Extension="png" ContentType="image/png"/><Default ');
  parts['xl/drawings/drawing1.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main">` +
      '<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>58</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>' +
      '<xdr:ext cx="3048000" cy="2286000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Anh"/><xdr:cNvPicPr/></xdr:nvPicPr>' +
      `<xdr:blipFill><a:blip xmlns:r="${relation}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3048000" cy="2286000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>' +
      '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  );
  parts['xl/drawings/_rels/drawing1.xml.rels'] = strToU8(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${relation}/image" Target="../media/image1.png"/></Relationships>`,
  );
  return zipSync({ ...parts, 'xl/media/image1.png': [png, { level }] }, { level: 6, mtime: STAMP });
}

const FONT = 0x31;
const SHEET_PLACE = 0x85;

/** Writes another name into the FONT record of an .xls; the places of its sheets move along. */
function renameFont(bytes, font) {
  const container = XLSX.CFB.read(bytes, { type: 'buffer' });
  const entry = XLSX.CFB.find(container, 'Workbook');
  const stream = Buffer.from(entry.content);
  const records = [];
  let grown = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    let body = Buffer.from(stream.subarray(at + 4, at + 4 + length));
    if (type === FONT) {
      // 14 bytes of looks, then the length of the name, a flag for two bytes a letter, the name.
      const name = Buffer.from(font, 'utf16le');
      body = Buffer.concat([body.subarray(0, 14), Buffer.from([font.length, 1]), name]);
      grown += body.length - length;
    }
    records.push({ type, body });
    at += 4 + length;
  }
  const parts = records.flatMap(({ type, body }) => {
    if (type === SHEET_PLACE) body.writeUInt32LE(body.readUInt32LE(0) + grown, 0);
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(body.length, 2);
    return [head, body];
  });
  entry.content = Buffer.concat(parts);
  entry.size = entry.content.length;
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }));
}
