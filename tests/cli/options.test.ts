/** The options of the command line and its exit codes: 0 all counted, 1 something refused or undetermined, 2 wrong use. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

import { readWorkbook } from '../../src/files/read/read-workbook';
import { annexRows } from '../support/annex';
import { annexFile, workbookFile } from '../support/annex-file';
import { MACHINES_NODE, reportedTotals, statesOf, temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';
import { ROOT } from '../support/source-tree';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const first = annexFile({ '1': [2], '1.1': [2, 40], '2': [3] }, { unit: 'UBND xã Một' });
const second = annexFile({ '1.6': ['15/450'], '2': [0] }, { unit: 'UBND xã Hai' });
const noStackTrace = (text: string): void => {
  expect(text).not.toMatch(/^\s+at .+:\d+|Error:/m);
};

test('R-CLI-01 --json - prints JSON and nothing else; progress and sentences stay away from it', async () => {
  folder.write('a.xlsx', first);
  const run = await tongHopJson([folder.path]);
  expect(run.code).toBe(0);
  expect(run.stdout.startsWith('{')).toBe(true);
  expect(run.stdout.endsWith('}\n')).toBe(true);
  expect(run.stderr).toBe('');
  expect(run.json.totals['1.1']).toEqual({ count: 2, people: 40, reporters: { count: 1, people: 1 } });
});

test('R-CLI-02 without --out no workbook is written, and without --json no JSON', async () => {
  folder.write('in/a.xlsx', first);
  const run = await tongHop([join(folder.path, 'in')], folder.path);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('Đã tính: 1');
  expect(readdirSync(folder.path)).toEqual(['in']);
});

test('R-CLI-03 exit code 0 when all counted, 1 when something was refused or waits', async () => {
  folder.write('a.xlsx', first);
  expect((await tongHop([folder.path])).code).toBe(0);
  folder.write('b.xlsx', annexFile({ '2': [1] }, { unit: null }));
  expect((await tongHop([folder.path])).code).toBe(1);
  const other = folder.write('c/hinh.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  expect((await tongHop([other])).code).toBe(1);
});

test.each([
  ['no path', []],
  ['an unknown option', ['--nhanh', '.']],
  ['an unknown form', ['--form', 'phu-luc-ii/khong-co', '.']],
  ['a path that does not exist', ['khong-co-o-day']],
  ['a result that is no .xlsx', ['--out', 'ket-qua.doc', '.']],
  ['an option without its value', ['.', '--out']],
  ['a roster that does not exist', ['--roster', 'khong-co.csv', '.']],
])('R-CLI-04 wrong use, %s, is exit code 2 with a sentence and no stack trace', async (_name, args) => {
  folder.write('a.xlsx', first);
  const run = await tongHop(args, folder.path);
  expect(run.code).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/[.:]/);
  expect(run.stderr).toMatch(/[ăâđêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộúùủũụứừửữựýỳỷỹỵ]/);
  noStackTrace(run.stderr);
});

test('R-CLI-05 a folder without files, or with hidden ones only, is said, not taken for success', async () => {
  mkdirSync(join(folder.path, 'rong'));
  folder.write('rong/.DS_Store', 'x');
  folder.write('rong/~$a.xlsx', 'x');
  const run = await tongHop(['rong'], folder.path);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('Không tìm thấy tệp nào');
  noStackTrace(run.stderr);
});

test('R-CLI-06 files of a folder are named relative to it with "/", members of an archive after "!", a single file by its base name', async () => {
  folder.write('nhan/xã A/a.xlsx', first);
  folder.write(
    'nhan/b.zip',
    zipSync({ 'c/d.xlsx': second, '__MACOSX/c/._d.xlsx': new Uint8Array([1]), 'c/.e.xlsx': new Uint8Array([1]) }),
  );
  folder.write('nhan/ghi chú.txt', 'xin chào');
  folder.write('nhan/.an.xlsx', first);
  const run = await tongHopJson(['nhan'], folder.path);
  expect(statesOf(run.json)).toEqual(['b.zip!c/d.xlsx counted –', 'ghi chú.txt refused no-form', 'xã A/a.xlsx counted –']);
  const single = await tongHopJson(['nhan/xã A/a.xlsx', 'nhan/b.zip'], folder.path);
  expect(single.json.submissions.map((one) => one.file)).toEqual(['a.xlsx', 'b.zip!c/d.xlsx']);
  expect(single.json.totals).toEqual(run.json.totals);
});

test('R-CLI-07 every file that is not hidden has an entry, also one that cannot be opened', async () => {
  folder.write('a.xlsx', first);
  symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'lien ket.xlsx'));
  symlinkSync(folder.path, join(folder.path, 'vong'));
  folder.write('tên có\nxuống dòng.xlsx', new Uint8Array(0));
  const run = await tongHopJson([folder.path]);
  expect(statesOf(run.json)).toEqual([
    'a.xlsx counted –',
    'lien ket.xlsx refused not-permitted',
    'tên có\nxuống dòng.xlsx refused empty-file',
  ]);
});

test('R-CLI-08 what was there stays as it was when a result cannot be written: one sentence, exit code 2, nothing left behind', async () => {
  folder.write('nhan/a.xlsx', first);
  mkdirSync(join(folder.path, 'thu-muc.xlsx'));
  writeFileSync(join(folder.path, 'tep'), 'x');
  for (const [option, path] of [
    ['--out', 'thu-muc.xlsx'],
    ['--out', 'tep/ket-qua.xlsx'],
    ['--out', 'khong-co/ket-qua.xlsx'],
    ['--json', 'thu-muc.xlsx'],
    ['--json', 'khong-co/a.json'],
  ] as const) {
    const run = await tongHop(['nhan', option, path], folder.path);
    expect([path, run.code]).toEqual([path, 2]);
    expect(run.stderr).toContain(`“${path}”`);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    noStackTrace(run.stderr);
  }
  expect(readdirSync(folder.path).sort()).toEqual(['nhan', 'tep', 'thu-muc.xlsx']);
  expect(readdirSync(join(folder.path, 'thu-muc.xlsx'))).toEqual([]);
}, 60_000);

test('R-CLI-09 --out replaces an earlier result as a whole, and two runs give the same bytes', async () => {
  folder.write('nhan/a.xlsx', first);
  const out = folder.write('ket-qua.xlsx', 'an earlier result');
  expect((await tongHop(['nhan', '--out', out], folder.path)).code).toBe(0);
  const bytes = readFileSync(out);
  expect(readWorkbook(new Uint8Array(bytes)).ok).toBe(true);
  expect((await tongHop(['nhan', '--out', out], folder.path)).code).toBe(0);
  expect(readFileSync(out).equals(bytes)).toBe(true);
  expect(readdirSync(folder.path).sort()).toEqual(['ket-qua.xlsx', 'nhan']);
});

test('R-CLI-10 proposals count only with --accept-proposals', async () => {
  folder.write('b.xlsx', second);
  const plain = await tongHopJson([folder.path]);
  expect(plain.json.totals['1.6']).toEqual({ count: 0, people: 0, reporters: { count: 0, people: 0 } });
  expect(plain.json.submissions[0]?.findings.find((one) => one.code === 'proposed-pair')).toMatchObject({
    severity: 'warning',
    proposal: { indicator: '1.6', values: { count: 15, people: 450 } },
  });
  const accepted = await tongHopJson([folder.path, '--accept-proposals']);
  expect(accepted.json.totals['1.6']).toEqual({ count: 15, people: 450, reporters: { count: 1, people: 1 } });
  expect(accepted.code).toBe(0);
});

test('R-CLI-11 a reported zero has a reporter, a field nobody reported has none', async () => {
  folder.write('b.xlsx', second);
  const { json } = await tongHopJson([folder.path]);
  expect(json.totals['2']).toEqual({ count: 0, reporters: { count: 1 } });
  expect(json.totals['3']).toEqual({ count: 0, reporters: { count: 0 } });
});

test('R-CLI-12 the roster gives codes, tells who is missing, and lets unknown units wait', async () => {
  folder.write('nhan/a.xlsx', first);
  folder.write('nhan/b.xlsx', second);
  folder.write(
    'ds.csv',
    '\ufeffcode,name,kind,superior,email,deadline,aliases\r\n01,UBND xã Một,,,,,\r\n03,"UBND xã Ba, huyện X",,,,,\r\n',
  );
  const run = await tongHopJson(['nhan', '--roster', 'ds.csv'], folder.path);
  expect(run.code).toBe(1);
  expect(statesOf(run.json)).toEqual(['a.xlsx counted –', 'b.xlsx undetermined unit-not-in-roster']);
  expect(run.json.submissions[0]?.unit).toEqual({ code: '01', name: 'UBND xã Một' });
  expect(run.json.missing).toEqual(['UBND xã Ba, huyện X']);
});

test('R-CLI-13 --form takes any form of the catalogue; its own rows have the totals', async () => {
  const rows = annexRows({ '7.1': [1], '2': [4] }).map((row) =>
    row.map((cell) =>
      cell === 'Số huyện tổ chức Lễ khai mạc Tuần lễ' ? 'Số xã, phường, đặc khu tổ chức Lễ khai mạc Tuần lễ' : cell,
    ),
  );
  folder.write('a.xlsx', workbookFile([{ name: 'S', rows }]));
  const run = await tongHopJson([folder.path, '--form', 'phu-luc-ii/hai-cap-de-xuat']);
  expect(run.json.form).toBe('phu-luc-ii/hai-cap-de-xuat');
  expect(run.json.submissions[0]?.state).toBe('counted');
  expect(reportedTotals(run.json)).toMatchObject({ '7.1/count': 1, '2/count': 4 });
});

test('R-CLI-14 --help prints the options and the exit codes', async () => {
  const run = await tongHop(['--help']);
  expect(run.code).toBe(0);
  for (const option of ['--form', '--out', '--json', '--accept-proposals', '--roster']) expect(run.stdout).toContain(option);
  expect(existsSync(join(folder.path, 'x'))).toBe(false);
});

test('R-CLI-15 the same paths in any order, and a file named twice, give the same totals', async () => {
  const a = folder.write('a.xlsx', first);
  const b = folder.write('b.xlsx', second);
  const one = await tongHopJson([a, b]);
  const other = await tongHopJson([b, a]);
  expect(other.json).toEqual(one.json);
  const twice = await tongHopJson([a, b, a]);
  expect(twice.json.totals).toEqual(one.json.totals);
});

test('R-CLI-17 under the Node of the machine and that of the lock every sample says the same', async () => {
  const args = [join(ROOT, 'samples', 'received'), '--json', '-'];
  const [own, machines] = [await tongHop(args), await tongHop(args, ROOT, MACHINES_NODE)];
  expect(machines.code).toBe(1);
  expect(machines.stdout).toBe(own.stdout);
});
