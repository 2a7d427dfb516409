/**
 * What a received file is, by its content. The extension is never asked: .xls files are often .xlsx or web pages, and
 * a name can be changed by anybody.
 */
import type { Refusal } from '../../core/finding-codes';
import { fail, ok, type Result } from '../../core/result';
import { readWhole, sourceOf, type ByteSource, type Look, type ReceivedBytes } from '../archive/byte-source';
import { looksLikeZip } from '../archive/zip-directory';
import { openZip, type GuardedZip } from '../archive/zip-guard';
import { byteOrderMark, decodePlainText, utf16WithoutMark } from './decode-text';
import { ReadingRefused } from './grid-builder';
import { describeBytes, describeCount, type ReadLimits } from './limits';
import { findWorkbookPart, readRelationships } from './xlsx/package';
import { looksLikeCompoundFile, openCompoundFile, type CompoundFile } from './xls/compound-file';
import { XmlError } from './xml-scanner';

export type FileKind =
  | { readonly kind: 'xlsx' | 'xlsb'; readonly zip: GuardedZip; readonly workbookPart: string }
  | { readonly kind: 'ods'; readonly zip: GuardedZip }
  /** A zip that is no document: perhaps an archive of workbooks. */
  | { readonly kind: 'archive' }
  /** The record stream of an .xls, and the compound file around it, if any. */
  | { readonly kind: 'xls'; readonly stream: Uint8Array; readonly container: CompoundFile | null }
  | { readonly kind: 'xml2003' | 'html' | 'fods' | 'csv'; readonly text: string };

/** Beginnings of files that are something else, with the name a clerk knows it by. */
const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['tệp PDF', /^(?:[\s\S]{0,1024})%PDF-/],
  ['tệp ảnh', /^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif|hevc)|8BPS)/s],
  ['tệp ảnh', /^BM.{4}\0\0\0\0/s],
  ['tệp nén RAR', /^Rar!\x1a\x07/],
  ['tệp nén 7z', /^7z\xbc\xaf\x27\x1c/],
  ['tệp nén GZ', /^\x1f\x8b/],
  ['tệp Word (RTF)', /^\{\\rtf/],
  ['tệp âm thanh hoặc video', /^(?:ID3|....ftyp|RIFF....(?:WAVE|AVI )|\x1aE\xdf\xa3|OggS)/s],
  ['tệp chương trình', /^(?:MZ|\x7fELF)/],
  ['thư điện tử hoặc trang web lưu thành một tệp', /^(?:MIME-Version:|From: |Received: |Return-Path: )/i],
];

const other = (detail: string): Result<never, Refusal> => fail({ code: 'not-a-workbook', detail });

/** What is enough of the beginning to know most other files by. In bytes. */
const HEAD = 2048;

/**
 * Of a zip only what tells its kind is read, of a file known by its beginning nothing else; of others all. `look` is told
 * of what was understood, not of beginnings. Fails with "empty-file", "too-large", "damaged", "password",
 * "not-a-workbook" (detail: what it is instead), "not-permitted" (it can no longer be read).
 */
export function detectFileKind(received: ReceivedBytes, limits: ReadLimits, look?: Look): Result<FileKind, Refusal> {
  try {
    return detect(sourceOf(received), limits, look);
  } catch (error) {
    if (error instanceof ReadingRefused) return fail(error.refusal);
    if (error instanceof XmlError) return fail({ code: 'damaged', detail: null });
    throw error;
  }
}

function detect(source: ByteSource, limits: ReadLimits, look: Look | undefined): Result<FileKind, Refusal> {
  if (source.size === 0) return fail({ code: 'empty-file', detail: null });
  const head = source.read(0, Math.min(source.size, HEAD));
  if (looksLikeZip(head)) {
    const bound = Math.max(limits.zipFileBytes, limits.archiveFileBytes);
    return source.size > bound ? fail({ code: 'too-large', detail: describeBytes(bound) }) : detectZip(source, limits, look);
  }
  const opening = String.fromCharCode(...head);
  const known = OTHERS.find(([, pattern]) => pattern.test(opening));
  if (known !== undefined) return other(known[0]);
  if (source.size > limits.plainFileBytes) return fail({ code: 'too-large', detail: describeBytes(limits.plainFileBytes) });
  const bytes = readWhole(source);
  look?.(0, bytes);
  if (looksLikeCompoundFile(bytes)) return detectCompound(bytes);
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? 1) && (bytes[2] ?? 0) >= 4 && (bytes[2] ?? 0) <= 16 && bytes[3] === 0) {
    return ok({ kind: 'xls', stream: bytes, container: null });
  }
  return detectText(bytes);
}

function detectZip(source: ByteSource, limits: ReadLimits, look: Look | undefined): Result<FileKind, Refusal> {
  const entries = Math.max(limits.workbookEntries, limits.archiveEntries);
  const opened = openZip(source, { entries, partBytes: limits.partBytes, totalBytes: limits.totalBytes }, look);
  if (!opened.ok) return opened;
  const zip = opened.value;
  const found = classifyZip(zip, limits);
  if (!found.ok) return found;
  const archive = found.value.kind === 'archive';
  const bound = archive ? limits.archiveFileBytes : limits.zipFileBytes;
  if (source.size > bound) return fail({ code: 'too-large', detail: describeBytes(bound) });
  if (!archive && zip.entries.length > limits.workbookEntries) {
    return fail({ code: 'too-large', detail: `quá ${describeCount(limits.workbookEntries)} mục trong một tệp` });
  }
  return found;
}

function classifyZip(zip: GuardedZip, limits: ReadLimits): Result<FileKind, Refusal> {
  const has = (path: string): boolean => zip.find(path) !== null;
  const mimetypeEntry = zip.find('mimetype');
  if (mimetypeEntry !== null && mimetypeEntry.declaredBytes < 200) {
    const mimetype = zip.read(mimetypeEntry);
    const name = mimetype.ok ? new TextDecoder().decode(mimetype.value).trim() : '';
    if (name.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return ok({ kind: 'ods', zip });
    if (name.startsWith('application/vnd.oasis.opendocument.text')) return other('tệp văn bản OpenDocument');
    if (name.startsWith('application/vnd.oasis.opendocument.')) return other('tệp OpenDocument không phải bảng tính');
    if (name.startsWith('application/epub')) return other('sách điện tử');
  }
  if (has('[Content_Types].xml') || has('_rels/.rels')) {
    if (has('word/document.xml')) return other('tệp Word');
    if (has('ppt/presentation.xml')) return other('tệp PowerPoint');
    const workbookPart = findWorkbookPart(zip, readRelationships(zip, '', limits));
    if (workbookPart !== null && !/^(?:word|ppt|visio)\//i.test(workbookPart)) {
      return ok({ kind: workbookPart.toLowerCase().endsWith('.bin') ? 'xlsb' : 'xlsx', zip, workbookPart });
    }
    if (has('[Content_Types].xml'))
      return zip.entries.some((entry) => /^xl\//i.test(entry.name)) ? damaged() : other('tệp Office khác');
  }
  if (has('META-INF/manifest.xml') && has('content.xml')) return ok({ kind: 'ods', zip });
  if (has('Index/Document.iwa') || has('Index.zip')) return other('tệp Numbers của máy Mac');
  return ok({ kind: 'archive' });
}

const damaged = (): Result<never, Refusal> => fail({ code: 'damaged', detail: null });

function detectCompound(bytes: Uint8Array): Result<FileKind, Refusal> {
  const container = openCompoundFile(bytes);
  if (container === null) return damaged();
  const names = new Set(container.names.map((name) => name.toLowerCase()));
  if (names.has('encryptedpackage') || names.has('encryptioninfo')) return fail({ code: 'password', detail: null });
  for (const name of ['Workbook', 'Book']) {
    if (!names.has(name.toLowerCase())) continue;
    const stream = container.read(name);
    return stream === null || stream.length === 0 ? damaged() : ok({ kind: 'xls', stream, container });
  }
  if (names.has('worddocument')) return other('tệp Word');
  if (names.has('powerpoint document')) return other('tệp PowerPoint');
  if (names.has('__properties_version1.0')) return other('thư Outlook');
  if (names.size === 0) return damaged();
  return other('tệp không phải bảng tính');
}

function detectText(bytes: Uint8Array): Result<FileKind, Refusal> {
  if (byteOrderMark(bytes) === null && utf16WithoutMark(bytes) === null) {
    const sample = bytes.subarray(0, 8192);
    if (sample.every((byte) => byte === 0)) return damaged();
    // Text has tabs, line ends and perhaps the old end-of-file mark, but no other control characters.
    const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)).length;
    if (bytes.includes(0) || odd > sample.length / 100) return other('tệp không phải bảng tính');
  }
  const text = decodePlainText(bytes);
  const opening = text.slice(0, 4096).trimStart();
  if (text.length < 65_536 && text.trim() === '') return fail({ code: 'empty-file', detail: null });
  if (opening.startsWith('<')) {
    if (/<(?:\w+:)?Workbook\b/.test(opening) && opening.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
      return ok({ kind: 'xml2003', text });
    }
    if (/<office:document\b/.test(opening)) {
      return opening.includes('opendocument.spreadsheet')
        ? ok({ kind: 'fods', text })
        : other('tệp OpenDocument không phải bảng tính');
    }
    if (
      /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div|center)\b/i.test(
        opening,
      )
    ) {
      return /<table\b/i.test(text) ? ok({ kind: 'html', text }) : other('trang web không có bảng');
    }
    if (/^<\?xml\b/.test(opening)) return other(opening.includes('wordml') ? 'tệp Word' : 'tệp XML');
  }
  return ok({ kind: 'csv', text });
}
