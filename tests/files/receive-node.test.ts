import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/files/read/limits';
import { NoSuchPath, receivePaths } from '../../src/files/receive-node';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'received-'));
  mkdirSync(join(folder, 'Xã B/con'), { recursive: true });
  for (const name of ['b.xlsx', 'a.xlsx', 'Xã B/con/c.ods', '.ẩn', '~$a.xlsx', 'Xã B/Thumbs.db']) {
    writeFileSync(join(folder, name), name);
  }
});

afterEach(() => {
  chmodSync(join(folder, 'a.xlsx'), 0o600);
  rmSync(folder, { recursive: true, force: true });
});

async function receive(paths: readonly string[], limits = DEFAULT_LIMITS): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const item of receivePaths(paths, limits)) {
    const bytes = await item.read();
    found.push([item.path, bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.code]);
  }
  return found;
}

describe('paths on a command line', () => {
  test('R-READ-80 folders are walked in order with paths relative to them, a file goes by its base name', async () => {
    expect(await receive([folder, join(folder, 'Xã B/con/c.ods')])).toEqual([
      ['Xã B/con/c.ods', 'Xã B/con/c.ods'],
      ['a.xlsx', 'a.xlsx'],
      ['b.xlsx', 'b.xlsx'],
      ['c.ods', 'Xã B/con/c.ods'],
    ]);
  });

  test('R-READ-81 links that lead back end, broken links and devices are refused, not waited for', async () => {
    symlinkSync(folder, join(folder, 'Xã B/vòng'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'z-broken.xlsx'));
    const found = await receive([folder]);
    expect(found.map(([path]) => path)).toEqual(['Xã B/con/c.ods', 'a.xlsx', 'b.xlsx', 'z-broken.xlsx']);
    expect(found[3]?.[1]).toBe('not-permitted');
    expect(await receive(['/dev/zero'])).toEqual([['zero', 'not-a-workbook']]);
  });

  test('R-READ-82 a file that may not be read is refused by itself; one beyond the bound is never read', async () => {
    chmodSync(join(folder, 'a.xlsx'), 0);
    // The administrator may read everything, so only others can see the refusal.
    if (process.getuid?.() !== 0) expect(await receive([join(folder, 'a.xlsx')])).toEqual([['a.xlsx', 'not-permitted']]);
    const tight = { ...DEFAULT_LIMITS, zipFileBytes: 3, archiveFileBytes: 3, plainFileBytes: 3 };
    expect(await receive([join(folder, 'b.xlsx')], tight)).toEqual([['b.xlsx', 'too-large']]);
  });

  test('R-READ-83 a path that does not exist is a wrong use, said before anything is given', async () => {
    await expect(receive([folder, join(folder, 'không có')])).rejects.toBeInstanceOf(NoSuchPath);
  });
});
