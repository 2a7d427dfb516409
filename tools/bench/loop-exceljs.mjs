/** The bare loop of exceljs: every file of a folder read, nothing done with it. Prints seconds. argv: folder, exceljs. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, exceljs] = process.argv.slice(2);
const ExcelJS = createRequire(import.meta.url)(exceljs);
const began = performance.now();
for (const name of readdirSync(folder)) await new ExcelJS.Workbook().xlsx.readFile(join(folder, name));
process.stdout.write(`${(performance.now() - began) / 1000}\n`);
