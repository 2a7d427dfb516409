/**
 * The library's package made final: equal plans give equal files, so times are fixed and nobody is named; parts it adds
 * that the document does not use are left out; photos go in as they are.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

import { escapePlain, XML_HEAD } from '../xml-text';
import { LANGUAGE } from './decree';
import type { PackedPhoto } from './photos';

/** The oldest time a zip can hold, in the machine's own zone: the same bytes everywhere. */
const STAMP = new Date(1980, 0, 1);

/** Lists, notes and own properties: this document has none. */
const UNUSED = ['word/numbering.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'docProps/custom.xml'];

/** Title and language only: no author, no times. */
export function corePropertiesXml(title: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapePlain(title)}</dc:title><dc:language>${LANGUAGE}</dc:language>` +
    '</cp:coreProperties>'
  );
}

/** Packs anew what the library packed. */
export function finishPackage(packed: Uint8Array, photos: readonly PackedPhoto[]): Uint8Array {
  const parts = unzipSync(packed);
  const byMark = new Map(photos.map((photo) => [strFromU8(photo.mark), photo.bytes]));
  const zip: Zippable = { '[Content_Types].xml': strToU8(withoutUnused(textOf(parts['[Content_Types].xml']))) };
  for (const [name, bytes] of Object.entries(parts)) {
    if (name === '[Content_Types].xml' || isUnused(name, bytes)) continue;
    // Photos are compressed already.
    if (name.startsWith('word/media/')) zip[name] = [byMark.get(strFromU8(bytes)) ?? bytes, { level: 0 }];
    else zip[name] = name.endsWith('.rels') ? strToU8(withoutUnused(strFromU8(bytes))) : bytes;
  }
  return zipSync(zip, { level: 6, mtime: STAMP });
}

function textOf(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new Error('the package has no list of content types');
  return strFromU8(bytes);
}

function isUnused(name: string, bytes: Uint8Array): boolean {
  if (UNUSED.includes(name)) return true;
  // Relations of parts that have none.
  return name.endsWith('.rels') && !strFromU8(bytes).includes('<Relationship ');
}

/** Takes the unused parts out of a list of relations or of content types. */
function withoutUnused(xml: string): string {
  return xml.replace(/<(?:Override|Relationship) [^>]*\/>/g, (entry) => {
    const target = /(?:PartName|Target)="\/?([^"]*)"/.exec(entry)?.[1] ?? '';
    return UNUSED.some((name) => name === target || name === `word/${target}`) ? '' : entry;
  });
}
