/** Opens XML parts of a guarded zip for scanning. Every failure leaves as `ReadingRefused`, every success as a scanner. */
import type { GuardedZip } from '../archive/zip-guard';
import { decodeXml } from './decode-text';
import { ReadingRefused } from './grid-builder';
import type { ReadLimits } from './limits';
import { XmlScanner } from './xml-scanner';

/** The inflated bytes of a part, or null when the zip has none of that name. */
export function readPart(zip: GuardedZip, path: string): Uint8Array | null {
  const entry = zip.find(path);
  if (entry === null) return null;
  const bytes = zip.read(entry);
  if (!bytes.ok) throw new ReadingRefused(bytes.error.code, bytes.error.detail);
  return bytes.value;
}

/** A scanner over an XML part, or null when the zip has none of that name or it is empty. */
export function scanPart(zip: GuardedZip, path: string, limits: ReadLimits): XmlScanner | null {
  const bytes = readPart(zip, path);
  return bytes === null ? null : scanBytes(bytes, limits);
}

/** A scanner over the bytes of an XML part, or null where there are none. */
export function scanBytes(bytes: Uint8Array, limits: ReadLimits): XmlScanner | null {
  if (bytes.length === 0) return null;
  const text = decodeXml(bytes);
  if (text === null) throw new ReadingRefused('damaged');
  return new XmlScanner(text, limits.xmlDepth);
}
