/**
 * Draws the icons of the ribbon and of the manifest: assets/icons/<sign>-<size>.png.
 * `node tools/icons.mjs` writes them; `--check` only says which are not as drawn here, and exits 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Drawing } from './icons/drawing.mjs';
import { readPng, writePng } from './icons/png.mjs';
import { drawSign, SIGNS } from './icons/signs.mjs';

/** Size in pixels → the hand-drawn grid it is a whole multiple of. */
const GRIDS = { 16: 16, 20: 20, 24: 24, 32: 16, 40: 20, 48: 24, 64: 16, 80: 20 };

const folder = new URL('../assets/icons/', import.meta.url);
const checkOnly = process.argv.includes('--check');
const different = [];

mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SIGNS)) {
  for (const [size, grid] of Object.entries(GRIDS)) {
    const drawing = new Drawing(grid, Number(size) / grid);
    drawSign(name, drawing);
    const file = new URL(`${name}-${size}.png`, folder);
    // Compared by pixels: other versions of Node compress differently.
    const same = existsSync(file) && readPng(readFileSync(file)).pixels.equals(drawing.pixels);
    if (same) continue;
    different.push(fileURLToPath(file));
    if (!checkOnly) writeFileSync(file, writePng(drawing.size, drawing.pixels));
  }
}
if (different.length > 0) console.log(`${checkOnly ? 'not as drawn' : 'drawn'}: ${different.join(', ')}`);
process.exitCode = checkOnly && different.length > 0 ? 1 : 0;
