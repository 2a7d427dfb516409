/** The bare loop of SheetJS with its defaults: every file of a folder read, nothing done with it. Prints seconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';

const folder = process.argv[2];
const began = performance.now();
for (const name of readdirSync(folder)) XLSX.read(readFileSync(join(folder, name)));
process.stdout.write(`${(performance.now() - began) / 1000}\n`);
