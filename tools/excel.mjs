/**
 * Loads the add-in from this machine into a real Excel: a certificate for localhost, the development server over https, and
 * Microsoft's sideloading tool. Ctrl+C takes the add-in out again and stops the server. Exits 1 with a sentence where there
 * is no Excel to load it into.
 */
import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

import { commandsFor, readArguments, USAGE, whyNot } from './sideload.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 3000;
const SECONDS = 120;

const wanted = readArguments(process.argv.slice(2));
if (wanted.error !== undefined) {
  console.error(`${wanted.error}\n${USAGE}`);
  process.exit(2);
}
const { certificate, server, start, stop } = commandsFor(wanted, homedir().replaceAll('\\', '/'));
if (wanted.print) {
  for (const command of [certificate, server, start, stop]) console.log(command.join(' '));
  process.exit(0);
}
const reason = whyNot(wanted, process.platform, process.env);
if (reason !== null) {
  console.error(reason);
  process.exit(1);
}

/** On Windows npx is a script, which only a shell starts; what could hold a space or a "&" is put into quotes for it. */
const onWindows = process.platform === 'win32';
const quoted = (part) => (onWindows && /[^\w.:/@=-]/.test(part) ? `"${part}"` : part);
const options = { cwd: root, stdio: 'inherit', shell: onWindows };
const run = ([program, ...rest]) => spawnSync(program, rest.map(quoted), options).status ?? 1;

function mustRun(command) {
  const status = run(command);
  if (status !== 0) throw new Error(`this command failed: ${command.join(' ')}`);
}

const answers = () =>
  new Promise((resolve) => {
    const socket = connect(PORT, 'localhost');
    socket.once('connect', () => resolve(socket.end() !== undefined));
    socket.once('error', () => resolve(false));
  });

async function waitForServer(server) {
  for (let second = 0; second < SECONDS; second++) {
    if (server.exitCode !== null) throw new Error('the development server did not start');
    if (await answers()) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`the development server did not answer on port ${PORT} within ${SECONDS} seconds`);
}

let serving;
try {
  mustRun(certificate);
  if (await answers()) throw new Error(`port ${PORT} is taken: stop the program that uses it first`);
  const [program, ...rest] = server;
  serving = spawn(program, rest.map(quoted), options);
  await waitForServer(serving);
  mustRun(start);
  console.log('The add-in is loaded. Ctrl+C takes it out again and stops the server.');
  await new Promise((resolve) => process.once('SIGINT', resolve));
  run(stop);
} catch (error) {
  console.error(`npm run excel: ${error.message}.`);
  process.exitCode = 1;
} finally {
  serving?.kill();
}
