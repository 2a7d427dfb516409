/** Typing into a written .xlsx file as Excel would leave it: the cell is there already, drawn and blank. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { chooseForm } from '../../src/core/forms/choose-form';
import type { FormDefinition } from '../../src/core/forms/definition';
import { readWorkbook } from '../../src/files/read/read-workbook';

/** Field key ("1.1/count") → address of its cell on the blank form. */
export function cellsOfForm(bytes: Uint8Array, form: FormDefinition): ReadonlyMap<string, string> {
  const read = readWorkbook(bytes);
  const chosen = read.ok ? chooseForm(form, read.value.sheets) : null;
  if (chosen?.kind !== 'one') throw new Error('the workbook holds no blank form');
  return new Map(
    chosen.form.lines.flatMap((line) =>
      Object.entries(line.cells).map(([measure, cell]) => [`${line.indicator}/${measure}`, cell] as const),
    ),
  );
}

/** The file with these cells filled on its first sheet: address → number or text. */
export function fillCells(bytes: Uint8Array, cells: ReadonlyMap<string, number | string>): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (const [cell, value] of cells) {
    const blank = new RegExp(`<c r="${cell}"( s="\\d+")?(?: t="\\w+")?(?:/>|><v>\\d+</v></c>)`);
    if (!blank.test(xml)) throw new Error(`no cell ${cell} to type into`);
    const escaped = typeof value === 'string' ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;') : '';
    xml = xml.replace(blank, (_, style: string | undefined) =>
      typeof value === 'number'
        ? `<c r="${cell}"${style ?? ''}><v>${String(value)}</v></c>`
        : `<c r="${cell}"${style ?? ''} t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`,
    );
  }
  return zipSync({ ...parts, [name]: strToU8(xml) });
}

/** The same with figures by field key. */
export function fillForm(bytes: Uint8Array, form: FormDefinition, values: Readonly<Record<string, number | string>>): Uint8Array {
  const places = cellsOfForm(bytes, form);
  return fillCells(
    bytes,
    new Map(
      Object.entries(values).map(([key, value]) => {
        const cell = places.get(key);
        if (cell === undefined) throw new Error(`the form has no field ${key}`);
        return [cell, value] as const;
      }),
    ),
  );
}
