/** Files on a disk: small ones at once, large ones in parts, and every one closed again. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdtempSync, openSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import type { Refusal } from '../../src/core/finding-codes';
import type { Result } from '../../src/core/result';
import { readWhole, type ByteSource, type ReceivedBytes } from '../../src/files/archive/byte-source';
import { readFileAt, withFileAt } from '../../src/files/file-at-node';
import { WHOLE_BYTES } from '../../src/files/fingerprint';
import { ReadingRefused } from '../../src/files/read/grid-builder';
import { DEFAULT_LIMITS } from '../../src/files/read/limits';
import { readWorkbook } from '../../src/files/read/read-workbook';
import { noise, withPhoto } from '../support/with-photo';
import { makeXlsx } from './read/workbook-maker';

const SMALL = makeXlsx({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const LARGE = withPhoto(SMALL, 1);

let folder = '';
let memory = new Uint8Array(WHOLE_BYTES);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'at-'));
  memory = new Uint8Array(WHOLE_BYTES);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function contentOf(content: Result<ReceivedBytes, Refusal>): ReceivedBytes {
  if (!content.ok) throw new Error(content.error.code);
  return content.value;
}

const refusalAt = (path: string, limits = DEFAULT_LIMITS): readonly (string | null)[] =>
  withFileAt(path, memory, (content, time) => [content.ok ? 'read' : content.error.code, time === null ? null : 'time'], limits);

/** Whether the descriptor behind a source is closed: nothing can be read through it, at a place where nothing was read yet. */
function isClosed(source: ByteSource | null, place: number): boolean {
  try {
    return source !== null && source.read(place, place + 9).length < 0;
  } catch (error) {
    return error instanceof ReadingRefused && error.refusal.code === 'not-permitted';
  }
}

describe('files on a disk', () => {
  test('R-READ-90 a large file on a disk says the same in parts, a small one is read into the given memory', () => {
    const [small, large] = [written('a.xlsx', SMALL), written('b.xlsx', LARGE)];
    utimesSync(large, 1_700_000_000, 1_700_000_000);
    withFileAt(small, memory, (content) => {
      const bytes = contentOf(content);
      expect(bytes instanceof Uint8Array && bytes.buffer === memory.buffer).toBe(true);
      expect(readWorkbook(bytes)).toEqual(readWorkbook(SMALL));
    });
    // The memory is that of the file before: nothing of it may be left in what is read now.
    memory.fill(7);
    withFileAt(large, memory, (content, time) => {
      const source = contentOf(content);
      expect('read' in source).toBe(true);
      expect(readWorkbook(source)).toEqual(readWorkbook(SMALL));
      expect(readWorkbook(source).ok).toBe(true);
      expect(time).toBe('2023-11-14T22:13:20.000Z');
    });
    const edge = [WHOLE_BYTES, WHOLE_BYTES + 1].map((size) =>
      withFileAt(written('c', noise(size, 1)), memory, (content) => {
        const value = contentOf(content);
        return ['read' in value ? 'parts' : 'whole', Buffer.from(readWhole(value)).equals(noise(size, 1))];
      }),
    );
    expect(edge).toEqual([['whole', true], ['parts', true]]);
    expect(readFileAt(large)).toEqual({ ok: true, value: LARGE });
    expect(withFileAt(written('rỗng.xlsx', new Uint8Array(0)), memory, (content) => readWorkbook(contentOf(content)))).toMatchObject({
      error: { code: 'empty-file' },
    });
  });

  test('R-READ-91 parts that do not fit into the given memory have their own, and stay what they are', () => {
    const zip = makeXlsx({ sheets: [{ rows: `<!--${'x'.repeat(10)}-->` }], parts: { 'a.bin': noise(900_000, 3) } });
    withFileAt(written('a.xlsx', zip), memory, (content) => {
      const source = contentOf(content) as ByteSource;
      const stretches = Array.from({ length: 40 }, (_, part) => [part * 20_000, part * 20_000 + 15_000 + part * 1_000] as const);
      const read = stretches.map(([from, to]) => source.read(from, to));
      stretches.forEach(([from, to], place) => {
        expect(Buffer.from(read[place]!).equals(zip.subarray(from, to))).toBe(true);
      });
    });
  });

  test('R-READ-92 a file cut off, grown or written anew while it is read ends as a refusal or as it was', () => {
    const outcomes = [0, 10, 300_000, LARGE.length - 1].map((size) => {
      const path = written('a.xlsx', LARGE);
      return withFileAt(path, memory, (content) => {
        truncateSync(path, size);
        return readWorkbook(contentOf(content));
      });
    });
    for (const outcome of outcomes) expect(outcome).toEqual({ ok: false, error: { code: 'damaged', detail: null } });
    const grown = written('b.xlsx', LARGE);
    const before = withFileAt(grown, memory, (content) => {
      appendFileSync(grown, strToU8('nối thêm'));
      return readWorkbook(contentOf(content));
    });
    expect(before).toEqual(readWorkbook(LARGE));
    const anew = written('c.xlsx', LARGE);
    const other = withFileAt(anew, memory, (content) => {
      writeFileSync(anew, noise(LARGE.length, 9));
      return readWorkbook(contentOf(content));
    });
    expect(other.ok).toBe(false);
    const text = written('d.csv', strToU8('Xã,1,2\n'.repeat(60_000)));
    const cut = withFileAt(text, memory, (content) => {
      truncateSync(text, 300_000);
      return readWorkbook(contentOf(content));
    });
    expect(cut).toEqual({ ok: false, error: { code: 'damaged', detail: null } });
  });

  test('R-READ-93 a file is closed after it was read, after a refusal and after an error', () => {
    const ways: readonly (readonly [Uint8Array, (content: ReceivedBytes) => unknown])[] = [
      [LARGE, (content) => readWorkbook(content)],
      [noise(400_000, 1), (content) => readWorkbook(content)],
      [LARGE, () => { throw new Error('lỗi của chính phần mềm'); }],
    ];
    for (const [bytes, use] of ways) {
      let kept: ByteSource | null = null;
      const path = written('a.xlsx', bytes);
      try {
        withFileAt(path, memory, (content) => {
          kept = contentOf(content) as ByteSource;
          expect(isClosed(kept, 300_000)).toBe(false);
          return use(kept);
        });
      } catch (error) {
        expect((error as Error).message).toBe('lỗi của chính phần mềm');
      }
      expect(kept).not.toBeNull();
      expect(isClosed(kept, 390_000)).toBe(true);
    }
  });

  test('R-READ-93 refused files are closed too: many of them do not use up what may be open', () => {
    const tight = { ...DEFAULT_LIMITS, zipFileBytes: 3, archiveFileBytes: 3, plainFileBytes: 3 };
    const path = written('a.xlsx', LARGE);
    const one = withFileAt(path, memory, () => lowestFree());
    for (let time = 0; time < 200; time += 1) {
      expect(refusalAt(path, tight)).toEqual(['too-large', 'time']);
      expect(refusalAt(folder)).toEqual(['not-a-workbook', 'time']);
      expect(readFileAt(path, tight).ok).toBe(false);
    }
    expect(withFileAt(path, memory, () => lowestFree())).toBe(one);
  });

  test('R-READ-93 pipes and devices are not waited for, what is not there is not permitted', () => {
    expect(refusalAt(join(folder, 'không có'))).toEqual(['not-permitted', null]);
    expect(refusalAt('/dev/zero')).toEqual(['not-a-workbook', 'time']);
    const pipe = join(folder, 'ống.xlsx');
    execFileSync('mkfifo', [pipe]);
    expect(refusalAt(pipe)).toEqual(['not-a-workbook', 'time']);
  });
});

/** The number that the system gives to the next file opened. */
function lowestFree(): number {
  const file = openSync('/dev/null', 'r');
  closeSync(file);
  return file;
}
