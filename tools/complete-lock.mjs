/**
 * Adds to package-lock.json the optional packages a registry did not serve when the lock was made: builds of compilers
 * for other systems. A clean install (`npm ci`) refuses a lock without them, even where they are not wanted.
 * Run after every change of dependencies: `node tools/complete-lock.mjs`. A complete lock is left as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
let added = 0;

for (const [path, one] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(one.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (packages[place] !== undefined || packages[`${path}/${place}`] !== undefined) continue;
    // Only an exact version can be named without asking the registry.
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: "${version}" is no exact version`);
    const words = name.split(/[/-]/);
    const os = SYSTEMS.filter((word) => words.includes(word));
    const cpu = PROCESSORS.filter((word) => words.includes(word));
    packages[place] = {
      version,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(one.dev === true ? { dev: true } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    };
    added += 1;
  }
}

if (added > 0) {
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
console.log(`${String(added)} added`);
