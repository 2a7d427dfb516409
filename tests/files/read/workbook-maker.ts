/** Makes small workbooks, honest and hostile, part by part, so that a test shows exactly what is in the file. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** Everything inside <sheetData>. */
  readonly rows?: string;
  /** What stands before and after <sheetData>. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string;
}

export interface WorkbookParts {
  readonly sheets?: readonly SheetParts[];
  /** Everything inside <sst>. */
  readonly strings?: string;
  /** Everything inside <styleSheet>. */
  readonly styles?: string;
  readonly workbookProperties?: string;
  readonly core?: string;
  readonly custom?: string;
  /** More entries, or other content for the usual ones. */
  readonly parts?: Record<string, string | Uint8Array>;
  /** Namespace of strict files. */
  readonly main?: string;
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function workbookParts(parts: WorkbookParts): Record<string, string | Uint8Array> {
  const sheets = parts.sheets ?? [{ rows: '' }];
  const main = parts.main ?? MAIN;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets.length, parts),
    '_rels/.rels':
      `${header}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" ` +
      `Target="xl/workbook.xml"/>` +
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" ' +
      `Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/custom-properties" ` +
      `Target="docProps/custom.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${header}<workbook xmlns="${main}" xmlns:r="${OFFICE}">${parts.workbookProperties ?? ''}<sheets>` +
      sheets
        .map((sheet, index) => {
          const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
          return (
            `<sheet name="${sheet.name ?? `Sheet${String(index + 1)}`}" sheetId="${String(index + 1)}"${state} ` +
            `r:id="rId${String(index + 1)}"/>`
          );
        })
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${header}<Relationships xmlns="${PACKAGE}">` +
      sheets
        .map((_sheet, index) => {
          const number = String(index + 1);
          return `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`;
        })
        .join('') +
      `<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rIdT" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  };
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      sheet.xml ??
      `${header}<worksheet xmlns="${main}">${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>` +
        `${sheet.after ?? ''}</worksheet>`;
  });
  if (parts.strings !== undefined) files['xl/sharedStrings.xml'] = `${header}<sst xmlns="${main}">${parts.strings}</sst>`;
  if (parts.styles !== undefined) files['xl/styles.xml'] = `${header}<styleSheet xmlns="${main}">${parts.styles}</styleSheet>`;
  if (parts.core !== undefined) {
    files['docProps/core.xml'] =
      `${header}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
      `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`;
  }
  if (parts.custom !== undefined) {
    files['docProps/custom.xml'] =
      `${header}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
      `xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${parts.custom}</Properties>`;
  }
  return { ...files, ...parts.parts };
}

function contentTypes(sheets: number, parts: WorkbookParts): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides: [string, string][] = [['/xl/workbook.xml', `${sheet}.sheet.main+xml`]];
  for (let number = 1; number <= sheets; number++)
    overrides.push([`/xl/worksheets/sheet${String(number)}.xml`, `${sheet}.worksheet+xml`]);
  if (parts.strings !== undefined) overrides.push(['/xl/sharedStrings.xml', `${sheet}.sharedStrings+xml`]);
  if (parts.styles !== undefined) overrides.push(['/xl/styles.xml', `${sheet}.styles+xml`]);
  if (parts.core !== undefined)
    overrides.push(['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']);
  if (parts.custom !== undefined) {
    overrides.push(['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml']);
  }
  return (
    `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

export function zipOf(files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    zippable[name] = [typeof content === 'string' ? strToU8(content) : content, { level }];
  }
  return zipSync(zippable);
}

export function makeXlsx(parts: WorkbookParts): Uint8Array {
  return zipOf(workbookParts(parts));
}

/** Overwrites four bytes at a place in every central directory entry (and local header) of the named member. */
export function patchDirectory(zip: Uint8Array, name: string, offsetInCentral: number, value: number): Uint8Array {
  const out = zip.slice();
  const view = new DataView(out.buffer);
  for (let at = 0; at + 46 <= out.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(out.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + offsetInCentral, value, true);
  }
  return out;
}
