/** The bad input of the world in one folder: each file its state, its reason and one sentence; the good ones still count. */
import { hostileFiles } from './hostile-files';
import { temporaryFolder, tongHop, tongHopJson, type Folder } from '../support/cli';

let folder: Folder;
const files = hostileFiles();
const GIGABYTE = 1 << 30;
const SECONDS = 1000;

beforeAll(() => {
  folder = temporaryFolder();
  for (const [name, file] of Object.entries(files)) folder.write(name, file.bytes);
});
afterAll(() => {
  folder.remove();
});

test('R-CLI-20 about fifty hostile files are each named with their reason within 50 seconds and one gigabyte', async () => {
  const run = await tongHopJson([folder.path]);
  expect(run.code).toBe(1);
  expect(run.milliseconds).toBeLessThan(50 * SECONDS);
  expect(run.peakMemory).toBeLessThan(GIGABYTE);
  expect(run.json.submissions).toHaveLength(Object.keys(files).length);
  expect(run.json.submissions.length).toBeGreaterThan(45);
  for (const one of run.json.submissions) {
    const name = one.file.split('!')[0] ?? '';
    const wanted = files[name];
    const reasons = wanted?.reason ?? null;
    expect([one.file, one.state]).toEqual([one.file, wanted?.state]);
    expect(reasons === null ? [null] : typeof reasons === 'string' ? [reasons] : reasons).toContain(one.reason);
  }
  const counted = run.json.submissions.filter((one) => one.state === 'counted').map((one) => one.file);
  expect(counted).toEqual(
    Object.keys(files)
      .filter((name) => files[name]?.state === 'counted')
      .sort(),
  );
}, 120_000);

test('R-CLI-21 every one is told to a person in one plain sentence, without a stack trace', async () => {
  const run = await tongHop([folder.path]);
  expect(run.stderr).toBe('');
  expect(run.stdout).not.toMatch(/^\s+at .+:\d+|Error|undefined|\[object/m);
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('  '));
  const waiting = Object.values(files).filter((one) => one.state !== 'counted');
  expect(lines).toHaveLength(waiting.length);
  for (const line of lines) expect(line).toMatch(/^ {2}[^:]+: [A-ZĐ].{15,}\.$/u);
}, 120_000);
