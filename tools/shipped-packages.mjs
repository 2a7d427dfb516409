/**
 * Remembers, at each build, which packages ended up in it: the notices are made from this list, not from a guess.
 * Writes node_modules/.cache/tong-hop/shipped.json: names of packages, sorted.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SHIPPED = ['node_modules', '.cache', 'tong-hop', 'shipped.json'];

export class ShippedPackages {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('ShippedPackages', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const names = new Set();
      const visit = (modules) => {
        for (const one of modules) {
          const path = (one.nameForCondition?.() ?? '').replaceAll('\\', '/');
          const found = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
          if (found !== null) names.add(found[1]);
          // Modules that were joined into one.
          if (one.modules !== undefined) visit(one.modules);
        }
      };
      // Workers are part of the page's own compilation.
      visit(compilation.modules);
      const folder = join(compiler.context, ...SHIPPED.slice(0, -1));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, SHIPPED.at(-1)), `${JSON.stringify([...names].sort(), null, 2)}\n`);
    });
  }
}
