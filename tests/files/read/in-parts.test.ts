/** Large files are not loaded but read in parts: of that nothing may show but the photos that were never read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { isExpandable } from '../../../src/files/archive/expand';
import { inBlocks } from '../../../src/files/archive/byte-source';
import { readZipDirectory } from '../../../src/files/archive/zip-directory';
import { ReadingRefused } from '../../../src/files/read/grid-builder';
import { readWorkbook } from '../../../src/files/read/read-workbook';
import { partialSource, partialWays } from '../../support/partial-source';
import { noise } from '../../support/with-photo';
import { makeXlsx, patchDirectory, workbookParts, zipOf } from './workbook-maker';

const FOLDER = join(__dirname, '../../fixtures/reading');
const FIXTURES = readdirSync(FOLDER).map((name) => [name, new Uint8Array(readFileSync(join(FOLDER, name)))] as const);

const ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>xã</t></is></c></row>';

function expectSame(bytes: Uint8Array): void {
  const whole = readWorkbook(bytes);
  for (const source of partialWays(bytes)) expect(readWorkbook(source)).toEqual(whole);
}

/** The end record (and the wide one, with its locator) of a zip made anew, with whatever it is to say. */
function withEnd(zip: Uint8Array, change: (end: Uint8Array, directory: { start: number; size: number; count: number }) => Uint8Array): Uint8Array {
  const at = zip.length - 22;
  const view = new DataView(zip.buffer, zip.byteOffset + at, 22);
  const directory = { count: view.getUint16(10, true), size: view.getUint32(12, true), start: view.getUint32(16, true) };
  const end = change(zip.slice(at), directory);
  const out = new Uint8Array(at + end.length);
  out.set(zip.subarray(0, at));
  out.set(end, at);
  return out;
}

function withComment(zip: Uint8Array, comment: Uint8Array): Uint8Array {
  return withEnd(zip, (end) => {
    const out = new Uint8Array(end.length + comment.length);
    out.set(end);
    new DataView(out.buffer).setUint16(20, comment.length, true);
    out.set(comment, end.length);
    return out;
  });
}

interface Wide {
  readonly start?: number;
  readonly size?: number;
  readonly count?: number;
  readonly at?: number;
}

/** As a zip beyond four gigabytes ends: the usual record is full and the wider one tells. */
function asZip64(zip: Uint8Array, told: Wide = {}): Uint8Array {
  const at64 = zip.length - 22;
  return withEnd(zip, (end, directory) => {
    const out = new Uint8Array(56 + 20 + 22);
    const view = new DataView(out.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(24, BigInt(told.count ?? directory.count), true);
    view.setBigUint64(32, BigInt(told.count ?? directory.count), true);
    view.setBigUint64(40, BigInt(told.size ?? directory.size), true);
    view.setBigUint64(48, BigInt(told.start ?? directory.start), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(told.at ?? at64), true);
    out.set(end, 76);
    view.setUint16(76 + 10, 0xffff, true);
    view.setUint32(76 + 12, 0xffffffff, true);
    view.setUint32(76 + 16, 0xffffffff, true);
    return out;
  });
}

describe('files read in parts', () => {
  test.each(FIXTURES)('R-READ-90 %s says the same in parts as from memory', (_name, bytes) => {
    expectSame(bytes);
  });

  test('R-READ-90 fixtures with bytes changed, cut off or added say the same in parts', () => {
    const files = FIXTURES.filter(([, bytes]) => bytes.length < 40_000).map(([, bytes]) => bytes);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
        // The ends are where a zip says what it is.
        fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
        fc.constantFrom(1, 1, 0.999, 0.9, 0.3),
        fc.uint8Array({ maxLength: 40 }),
        (file, changes, behind, part, more) => {
          const bytes = new Uint8Array(Math.floor(file.length * part) + more.length);
          bytes.set(file.subarray(0, bytes.length - more.length));
          bytes.set(more, bytes.length - more.length);
          for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value;
          for (const [place, value] of behind) if (place <= bytes.length) bytes[bytes.length - place] = value;
          expectSame(bytes);
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  test('R-READ-90 an end record behind a long comment, wide records and bytes in front are found in parts too', () => {
    const zip = makeXlsx({ sheets: [{ rows: ROWS }], parts: { 'xl/media/image1.png': noise(100_000, 1) } });
    const directoryFar = zipOf({ ...workbookParts({ sheets: [{ rows: ROWS }] }), ...Object.fromEntries(Array.from({ length: 900 }, (_, place) => [`xl/media/${'x'.repeat(60)}${String(place)}.png`, 'x'])) });
    const inFront = new Uint8Array(zip.length + 5_000);
    // A zip that stands behind another thing that begins like one.
    inFront.set(zip.subarray(0, 5_000));
    inFront.set(zip, 5_000);
    const good = {
      plain: zip,
      'no comment': withComment(zip, new Uint8Array(0)),
      'a comment': withComment(zip, strToU8('ghi chú')),
      'beyond what is read first': withComment(zip, new Uint8Array(30_000)),
      'the longest': withComment(zip, new Uint8Array(0xffff)),
      'a directory that begins before what is read first': directoryFar,
      wide: asZip64(zip),
      'wide, with a comment': withComment(asZip64(zip), new Uint8Array(8_100)),
      'bytes in front': inFront,
    };
    const memory = readWorkbook(zip);
    expect(memory.ok).toBe(true);
    for (const [name, bytes] of Object.entries(good)) {
      expect([name, readWorkbook(bytes)]).toEqual([name, memory]);
      for (const source of partialWays(bytes)) expect([name, readWorkbook(source)]).toEqual([name, memory]);
    }
  });

  test('R-READ-90 what lies in its end, its directory or its entries is refused in parts as from memory', () => {
    const zip = makeXlsx({ sheets: [{ rows: ROWS }], parts: { 'xl/media/image1.png': noise(60_000, 1) } });
    const sheet = 'xl/worksheets/sheet1.xml';
    const end = (place: number, value: number): Uint8Array =>
      withEnd(zip, (record) => {
        new DataView(record.buffer).setUint32(place, value, true);
        return record;
      });
    const far = Number.MAX_SAFE_INTEGER;
    const cases = [
      ...Array.from({ length: 40 }, (_, part) => zip.subarray(0, Math.floor((zip.length * part) / 40))),
      ...[1, 10, 21, 22, 23, 40, 100].map((less) => zip.subarray(0, zip.length - less)),
      // As far behind the end record as it is looked for, and one byte farther.
      ...[0xffff, 0x10000].map((more) => withComment(zip, new Uint8Array(more))),
      ...[0, 1, 60_000, zip.length, zip.length + 1, 0xfffffffe].flatMap((value) => [end(12, value), end(16, value)]),
      ...[0, 1, 10, 11, 12, 0xfffe].map((value) => end(10, value)),
      ...[0, 1, far, zip.length - 22, zip.length, zip.length - 55].map((at) => asZip64(zip, { at })),
      ...[0, 1, 50, far, zip.length].flatMap((value) => [asZip64(zip, { start: value }), asZip64(zip, { size: value }), asZip64(zip, { count: value })]),
      ...[sheet, 'xl/media/image1.png', '_rels/.rels'].flatMap((name) =>
        [16, 20, 24, 42].flatMap((place) =>
          [0, 1, 30, 1_000, zip.length, 0x7fffffff, 0xffffffff].map((value) => patchDirectory(zip, name, place, value)),
        ),
      ),
    ];
    const outcomes = new Set<string>();
    for (const bytes of cases) {
      const whole = readWorkbook(bytes);
      outcomes.add(whole.ok ? 'read' : whole.error.code);
      expectSame(bytes);
    }
    expect([...outcomes].sort()).toEqual(['damaged', 'empty-file', 'not-a-workbook', 'read', 'too-large']);
  });

  test('R-READ-90 a local header that leads astray is refused in parts as from memory', () => {
    const zip = zipOf({ ...workbookParts({ sheets: [{ rows: ROWS }] }), 'xl/media/image1.png': noise(60_000, 1) }, 0);
    const view = new DataView(zip.buffer);
    const locals = Array.from({ length: zip.length - 30 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x04034b50);
    expect(locals.length).toBeGreaterThan(4);
    for (const at of locals) {
      for (const [place, value] of [[0, 0], [26, 0], [26, 9], [26, 0xffff], [28, 7], [28, 0xffff]] as const) {
        const bytes = zip.slice();
        new DataView(bytes.buffer).setUint16(at + place, value, true);
        expectSame(bytes);
      }
    }
  });

  test('R-READ-91 of a workbook with photos nothing is read but what lies beside them', () => {
    const photos = Object.fromEntries([1, 2, 3].map((number) => [`xl/media/image${String(number)}.jpg`, noise(2_000_000, number)]));
    const parts = workbookParts({ sheets: [{ rows: ROWS }], strings: '<si><t>x</t></si>', styles: '<cellXfs><xf/></cellXfs>' });
    const [first, ...rest] = Object.entries(parts);
    // Photos between the parts, and behind them.
    for (const files of [{ ...parts, ...photos }, { ...Object.fromEntries([first!]), ...photos, ...Object.fromEntries(rest) }]) {
      const zip = zipOf(files, 0);
      const plain = partialSource(zip);
      const inner = partialSource(zip);
      const memory = readWorkbook(zip);
      expect(memory.ok).toBe(true);
      expect(readWorkbook(plain)).toEqual(memory);
      expect(readWorkbook(inBlocks(inner))).toEqual(memory);
      expect(plain.count()).toBeLessThan(30_000);
      expect(inner.count()).toBeLessThan(150_000);
      expect(inner.reads().length).toBeLessThan(6);
      const directory = readZipDirectory(partialSource(zip), 100);
      if (!directory.ok) throw new Error(directory.error.code);
      for (const { name, offset, compressedBytes } of directory.value.entries.filter((one) => one.name.endsWith('.jpg'))) {
        const middle = offset + 30 + name.length + compressedBytes / 2;
        expect(plain.reads().some(([from, to]) => from <= middle && to > middle)).toBe(false);
      }
    }
  });

  test('R-READ-91 a photo under a workbook’s name is known by its head, an archive by its directory', () => {
    const photo = partialSource(noise(3_000_000, 1));
    const bytes = noise(3_000_000, 1);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    const jpeg = partialSource(bytes);
    expect(readWorkbook(jpeg)).toEqual({ ok: false, error: { code: 'not-a-workbook', detail: 'tệp ảnh' } });
    expect(jpeg.count()).toBeLessThan(5_000);
    // Nothing tells what it is: it is read.
    expect(readWorkbook(photo).ok).toBe(false);
    expect(photo.count()).toBeGreaterThan(3_000_000);
    const archive = partialSource(zipSync({ 'a.xlsx': [noise(1_000_000, 1), { level: 0 }], 'b.xlsx': [noise(10, 1), { level: 0 }] }));
    expect(readWorkbook(archive)).toEqual({ ok: false, error: { code: 'not-a-workbook', detail: 'tệp nén' } });
    expect(isExpandable(archive)).toBe(true);
    expect(archive.count()).toBeLessThan(50_000);
  });

  test('R-READ-92 a file that becomes shorter at any moment is damaged, one that vanishes is not permitted', () => {
    const zip = makeXlsx({ sheets: [{ rows: ROWS.repeat(3) }], parts: { 'xl/media/image1.png': noise(60_000, 1) } });
    const text = strToU8('Xã,1,2\n'.repeat(2_000));
    for (const bytes of [zip, text]) {
      const counted = partialSource(bytes);
      readWorkbook(counted);
      const reads = counted.reads().length;
      expect(reads).toBeGreaterThan(1);
      for (let from = 0; from < reads; from += 1) {
        let read = 0;
        const next = (): boolean => ++read > from;
        for (const left of [0, 1, 40, bytes.length - 30_000]) {
          read = 0;
          const shrinking = partialSource(bytes, () => (next() ? bytes.subarray(0, Math.max(0, left)) : bytes));
          const result = readWorkbook(shrinking);
          // Where all that is still to be read lies before the new end, nothing was lost.
          expect([left, result.ok ? 'read' : result.error.code]).toEqual([left, result.ok && left > 1_000 ? 'read' : 'damaged']);
        }
        read = 0;
        const gone = partialSource(bytes, () => {
          if (next()) throw new ReadingRefused('not-permitted');
          return bytes;
        });
        expect(readWorkbook(gone)).toEqual({ ok: false, error: { code: 'not-permitted', detail: null } });
        read = 0;
        expect(isExpandable(gone)).toBe(false);
      }
    }
  });
});
