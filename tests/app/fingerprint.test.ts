/** The fingerprint of received files (docs/decisions/0007): of small ones all bytes, of large ones what was looked at. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createPacker } from '../../src/app/packed-received';
import { packPlace, receivePlace } from '../../src/app/receive-items';
import { packOne, receiveJob, receiveOne } from '../../src/app/receive-one';
import type { ReceiveSettings } from '../../src/app/receive-workbook';
import type { Received } from '../../src/core/consolidation/received';
import { blobSource } from '../../src/files/blob-source';
import { inBlocks, type ReceivedBytes } from '../../src/files/archive/byte-source';
import { plainCrc32 } from '../../src/files/archive/crc32';
import { expandReceived } from '../../src/files/archive/expand';
import { readZipDirectory } from '../../src/files/archive/zip-directory';
import { readFileAt, withFileAt } from '../../src/files/file-at-node';
import { digestPieces, LookedAt, WHOLE_BYTES } from '../../src/files/fingerprint';
import { makeXlsx, patchDirectory, zipOf, workbookParts } from '../files/read/workbook-maker';
import { generateAnnex } from '../proof/fuzz/annexes';
import { Random } from '../proof/fuzz/random';
import { FORM } from '../support/annex';
import { partialSource } from '../support/partial-source';
import { arrived } from '../support/travel';
import { noise, withPhoto } from '../support/with-photo';

const settings: ReceiveSettings = { form: FORM, forms: [FORM], expected: { year: 2024, theme: null }, acceptProposals: false };
const ANNEX = generateAnnex(new Random(5), 5).bytes;
const LARGE = withPhoto(ANNEX, 1);

const sha256 = (...pieces: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

async function received(content: ReceivedBytes): Promise<Received> {
  return arrived(FORM, await packOne(receiveOne(content, { file: 'a.xlsx', fileTime: null }, settings), createPacker('a'), digestPieces));
}

const hashOf = async (content: ReceivedBytes): Promise<string | null> => (await received(content)).hash;

const numbers = (...values: readonly number[]): Uint8Array => new Uint8Array(new BigUint64Array(values.map(BigInt)).buffer);

/** The parts of a workbook that are opened, whatever else is in it. Another one here is another fingerprint of every large file. */
const OPENED = [
  '_rels/.rels',
  'docProps/core.xml',
  'docProps/custom.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/workbook.xml',
  'xl/worksheets/sheet1.xml',
];

test('R-READ-84 the fingerprint is SHA-256 of the bytes where a file is small or no zip, of a part of a buffer too', async () => {
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await digestPieces([strToU8('abc')])).toBe(expected);
  expect(await digestPieces([strToU8('xabcx').subarray(1, 4)])).toBe(expected);
  expect(await digestPieces([strToU8('a'), new Uint8Array(0), strToU8('bc')])).toBe(expected);
  const text = strToU8('Xã,1,2\n'.repeat(60_000));
  expect(text.length).toBeGreaterThan(WHOLE_BYTES);
  for (const bytes of [ANNEX, strToU8('a'), text]) {
    expect(await hashOf(bytes)).toBe(sha256(bytes));
    expect(await hashOf(partialSource(bytes))).toBe(sha256(bytes));
  }
});

test('R-READ-94 of a large zip it is that of size, opened parts and table of contents, in the order of the file', async () => {
  const zip = zipOf(
    {
      'xl/media/image1.png': noise(400_000, 1),
      ...workbookParts({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }], strings: '<si/>', styles: '', core: '', custom: '' }),
      'docProps/app.xml': '<x/>',
    },
    0,
  );
  const directory = readZipDirectory(partialSource(zip), 100);
  if (!directory.ok) throw new Error(directory.error.code);
  const parts = directory.value.entries.filter(({ name }) => OPENED.includes(name));
  expect(parts.map(({ name }) => name).sort()).toEqual(OPENED);
  const places = parts.map(({ name, offset, compressedBytes }) => [offset + 30 + name.length, compressedBytes] as const).sort(([a], [b]) => a - b);
  const pieces = [...places, [directory.value.start, zip.length - directory.value.start] as const].flatMap(([from, length]) => [
    numbers(from, length),
    zip.subarray(from, from + length),
  ]);
  expect(await hashOf(zip)).toBe(sha256(numbers(zip.length), ...pieces));
});

test('R-READ-94 files that differ in a photo, in any part that is opened or in their length are two files', async () => {
  const photo = await hashOf(LARGE);
  const parts = unzipSync(LARGE);
  const changed = [
    withPhoto(ANNEX, 2),
    withPhoto(ANNEX, 1, 600_001),
    zipSync({ ...unzipSync(ANNEX), 'xl/media/image2.jpg': [noise(600_000, 1), { level: 0 }] }),
    // The same content, packed otherwise.
    zipSync({ ...parts }, { level: 1 }),
    patchDirectory(LARGE, 'xl/media/image1.jpg', 16, 1),
  ];
  const hashes = await Promise.all(changed.map(hashOf));
  expect(new Set([photo, ...hashes]).size).toBe(changed.length + 1);
  for (const hash of [photo, ...hashes]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  // Bytes of a photo that nobody reads: it does not match its checksum any more, and changes no figure.
  const forged = LARGE.slice();
  forged[LARGE.length - 100_000] = (forged[LARGE.length - 100_000] ?? 0) ^ 1;
  expect(await hashOf(forged)).toBe(photo);
});

test('R-READ-94 two sheets of equal size and equal checksum are two files', async () => {
  const rows = (number: number): string => {
    const other = String(Math.imul(number, 2654435761) >>> 0).padStart(10, '1');
    return `<row r="1"><c r="A1"><v>${String(100_000 + number)}</v></c><c r="B1"><v>${other}</v></c></row>`;
  };
  const known = new Map<number, number>();
  let pair: readonly [number, number] | null = null;
  for (let number = 0; pair === null && number < 500_000; number += 1) {
    const crc = plainCrc32(0, strToU8(rows(number)));
    const before = known.get(crc);
    if (before !== undefined) pair = [before, number];
    known.set(crc, number);
  }
  if (pair === null) throw new Error('no two alike');
  const [a, b] = pair.map((number) =>
    zipOf({ ...workbookParts({ sheets: [{ rows: rows(number) }] }), 'a.jpg': noise(300_000, 1) }, 0),
  );
  if (a === undefined || b === undefined) throw new Error('no files');
  const contents = [a, b].map((zip) => {
    const directory = readZipDirectory(partialSource(zip), 100);
    return directory.ok ? Buffer.from(directory.value.bytes).toString('hex') : '';
  });
  expect(contents[0]).toBe(contents[1]);
  expect(await hashOf(a)).not.toBe(await hashOf(b));
});

test('R-READ-95 cells and fingerprint are the same from a disk, from memory, out of an archive, picked, the first time and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  try {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, LARGE);
    const memory = new Uint8Array(WHOLE_BYTES);
    const fromDisk = async (): Promise<Received> =>
      arrived(
        FORM,
        await packPlace(withFileAt(path, memory, (content) => receivePlace('a.xlsx', null, content, settings)), createPacker('a'), (pieces) => sha256(...pieces)),
      );
    const members = expandReceived([
      {
        path: 'gói.zip',
        fileTime: null,
        read: () => Promise.resolve({ ok: true, value: zipSync({ 'a.xlsx': LARGE }) }),
      },
    ]);
    const member = (await members.next()).value;
    if (member === undefined || !member.bytes.ok) throw new Error('no member');
    const whole = readFileAt(path);
    if (!whole.ok) throw new Error('not read');
    const all = [
      await fromDisk(),
      await received(LARGE),
      await fromDisk(),
      await received(partialSource(LARGE)),
      await received(inBlocks(partialSource(LARGE))),
      await received(blobSource(new Blob([new Uint8Array(LARGE)]), (_blob, from, to) => new Uint8Array(LARGE.slice(from, to)).buffer)),
      arrived(FORM, await receiveJob({ file: 'a.xlsx', fileTime: null, bytes: member.bytes.value }, settings, createPacker('a'))),
      arrived(FORM, await receiveJob({ file: 'a.xlsx', fileTime: null, bytes: whole.value }, settings, createPacker('a'))),
    ];
    expect(all[0]?.outcome).toBe('form');
    expect(all[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const one of all) expect(one).toEqual(all[0]);
    expect({ ...all[0], hash: null }).toEqual({ ...(await received(ANNEX)), hash: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('R-READ-96 a large file of which nothing is understood has no fingerprint, a large one that is refused later has', async () => {
  const jpeg = noise(400_000, 1);
  jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
  const unknown = [jpeg, LARGE.subarray(0, LARGE.length - 5_000)];
  for (const bytes of unknown) {
    for (const content of [bytes, partialSource(bytes)]) {
      expect(await received(content)).toMatchObject({ outcome: 'refused', hash: null });
    }
  }
  const other = withPhoto(makeXlsx({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }), 1);
  expect(await received(other)).toMatchObject({ outcome: 'refused', refusal: { code: 'no-form' }, hash: await hashOf(partialSource(other)) });
  const damaged = patchDirectory(other, 'xl/worksheets/sheet1.xml', 16, 1);
  expect(await received(damaged)).toMatchObject({ outcome: 'refused', refusal: { code: 'damaged' } });
  expect(await hashOf(damaged)).toBe(await hashOf(partialSource(damaged)));
  expect(await hashOf(damaged)).toMatch(/^[0-9a-f]{64}$/);
  expect(new LookedAt(1).pieces()).toBeNull();
});
