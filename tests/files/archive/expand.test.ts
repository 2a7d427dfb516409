import { strToU8, zipSync } from 'fflate';
import { expandReceived, isHiddenName, type ReceivedFile, type ReceivedItem } from '../../../src/files/archive/expand';
import { DEFAULT_LIMITS } from '../../../src/files/read/limits';
import { ok } from '../../../src/core/result';
import { makeXlsx, patchDirectory, zipOf } from '../read/workbook-maker';

const WORKBOOK = makeXlsx({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] });

function item(path: string, bytes: Uint8Array): ReceivedItem {
  return { path, fileTime: null, read: () => Promise.resolve(ok(bytes)) };
}

async function expand(...items: readonly ReceivedItem[]): Promise<readonly ReceivedFile[]> {
  const files: ReceivedFile[] = [];
  for await (const file of expandReceived(items)) files.push(file);
  return files;
}

/** A zip whose names are raw bytes of the same length as placeholders. */
function withRawNames(names: readonly (readonly number[])[], options: { readonly utf8Flag: boolean }): Uint8Array {
  const placeholders = names.map((name, index) => String.fromCharCode(65 + index).repeat(name.length));
  const zip = zipSync(Object.fromEntries(placeholders.map((name) => [name, WORKBOOK])));
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 46 <= zip.length; at++) {
    const central = view.getUint32(at, true) === 0x02014b50;
    if (!central && view.getUint32(at, true) !== 0x04034b50) continue;
    const start = at + (central ? 46 : 30);
    const length = view.getUint16(at + (central ? 28 : 26), true);
    const index = placeholders.indexOf(new TextDecoder().decode(zip.subarray(start, start + length)));
    if (index < 0) continue;
    zip.set(names[index] ?? [], start);
    const flags = at + (central ? 8 : 6);
    view.setUint16(flags, options.utf8Flag ? 0x800 : 0, true);
  }
  return zip;
}

const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

describe('archives', () => {
  test('R-READ-40 a zip of workbooks becomes its files, a workbook stays itself', async () => {
    const zip = zipOf({ 'c/d.xlsx': WORKBOOK, 'e.csv': 'a;b\n1;2', 'c/': '' }, 0);
    const files = await expand(item('a.xlsx', WORKBOOK), item('b.zip', zip));
    expect(files.map((file) => [file.path, file.bytes.ok])).toEqual([
      ['a.xlsx', true],
      ['b.zip!c/d.xlsx', true],
      ['b.zip!e.csv', true],
    ]);
    const inner = files[1]?.bytes;
    expect(inner?.ok === true && inner.value).toEqual(WORKBOOK);
  });

  test('R-READ-41 hidden files, lock files and folder data are passed over; an archive of nothing is called empty', async () => {
    const zip = zipOf({
      '__MACOSX/._a.xlsx': 'x',
      '.hidden': 'x',
      '~$a.xlsx': 'x',
      'Thumbs.db': 'x',
      'x/desktop.ini': 'x',
      'a.xlsx': WORKBOOK,
    });
    expect((await expand(item('b.zip', zip))).map((file) => file.path)).toEqual(['b.zip!a.xlsx']);
    expect(await expand(item('b.zip', zipOf({ '.hidden': 'x' })))).toMatchObject([
      { path: 'b.zip', bytes: { ok: false, error: { code: 'empty-file' } } },
    ]);
    expect(isHiddenName('Báo cáo/.git/x')).toBe(true);
    expect(isHiddenName('Báo cáo ~ 2024.xlsx')).toBe(false);
  });

  test('R-READ-42 names are decoded as UTF-8, code page 1258 or 437, whichever they are', async () => {
    // "Phụ lục.xls" in code page 1258: the dot below is a mark of its own (F2).
    const vietnamese = [...latin('Phu'), 0xf2, ...latin(' lu'), 0xf2, ...latin('c.xls')];
    // "Đơn vị.xls": Ð is D0, ơ is F5, i with dot below.
    const unit = [0xd0, 0xf5, ...latin('n vi'), 0xf2, ...latin('.xls')];
    // "résumé.xls" in code page 437: é is 82.
    const western = [0x72, 0x82, ...latin('sum'), 0x82, ...latin('.xls')];
    const unflagged = [...strToU8('Xã Mường Tè.xlsx')];
    const files = await expand(item('z.zip', withRawNames([vietnamese, unit, western, unflagged], { utf8Flag: false })));
    expect(files.map((file) => file.path)).toEqual([
      'z.zip!Phụ lục.xls',
      'z.zip!Đơn vị.xls',
      'z.zip!résumé.xls',
      'z.zip!Xã Mường Tè.xlsx',
    ]);
    const flagged = await expand(item('z.zip', withRawNames([[...strToU8('số.xlsx')]], { utf8Flag: true })));
    expect(flagged[0]?.path).toBe('z.zip!số.xlsx');
  });

  test('R-READ-43 paths that climb are harmless labels, and equal names are kept apart', async () => {
    const zip = zipOf({ '../../etc/a.xlsx': WORKBOOK, '/etc/a.xlsx': WORKBOOK, 'C:\\etc\\a.xlsx': WORKBOOK });
    expect((await expand(item('z.zip', zip))).map((file) => file.path)).toEqual([
      'z.zip!etc/a.xlsx',
      'z.zip!etc/a (2).xlsx',
      'z.zip!etc/a (3).xlsx',
    ]);
  });

  test('R-READ-44 a nested, encrypted or damaged member is refused by itself, the others go on', async () => {
    const plain = zipOf({
      'a.xlsx': WORKBOOK,
      'b.zip': zipOf({ 'x.xlsx': WORKBOOK }),
      'c.xlsx': WORKBOOK,
      'd.xlsx': WORKBOOK,
      'e.xlsx': WORKBOOK,
    });
    const damaged = patchDirectory(plain, 'c.xlsx', 16, 1);
    const encrypted = damaged.slice();
    const view = new DataView(encrypted.buffer);
    for (let at = 0; at + 52 <= encrypted.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && encrypted[at + 46] === 0x64) view.setUint16(at + 8, 1, true);
    }
    const files = await expand(item('z.zip', encrypted));
    expect(files.map((file) => [file.path, file.bytes.ok ? 'bytes' : file.bytes.error.code])).toEqual([
      ['z.zip!a.xlsx', 'bytes'],
      ['z.zip!b.zip', 'nested-archive'],
      ['z.zip!c.xlsx', 'archive-entry-unreadable'],
      ['z.zip!d.xlsx', 'password'],
      ['z.zip!e.xlsx', 'bytes'],
    ]);
  });

  test('R-READ-45 an archive of too many entries or too many bytes is refused, a member by itself', async () => {
    const zip = zipOf({ 'a.csv': 'a\n'.repeat(5000), 'b.csv': 'b' });
    const small = { ...DEFAULT_LIMITS, memberBytes: 1000 };
    const files: ReceivedFile[] = [];
    for await (const file of expandReceived([item('z.zip', zip)], small)) files.push(file);
    expect(files.map((file) => (file.bytes.ok ? 'bytes' : file.bytes.error.code))).toEqual(['too-large', 'bytes']);
    const few: ReceivedFile[] = [];
    const tight = { ...DEFAULT_LIMITS, archiveEntries: 1, workbookEntries: 1 };
    for await (const file of expandReceived([item('z.zip', zip)], tight)) few.push(file);
    // It cannot be opened as an archive; the reader then says why.
    expect(few.map((file) => file.path)).toEqual(['z.zip']);
  });
});
