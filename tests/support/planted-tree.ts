/** A small copy of the repository's frame with planted files, so that a check can be seen to fail. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ROOT } from './source-tree';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

export interface PlantedTree {
  /** Runs a tool of node_modules by its path there, inside the tree. */
  readonly run: (tool: string, ...args: readonly string[]) => Outcome;
  readonly folder: string;
  readonly remove: () => void;
}

/** Path → content. The frame's own configuration files are copied beside. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tong-hop-planted-')));
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', 'eslint.config.mjs', 'src/core/tsconfig.json']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(ROOT, name), join(folder, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return {
    folder,
    run: (tool, ...args) => {
      const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { status: done.status, output: done.stdout + (done.stdout === '' ? done.stderr : '') };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
