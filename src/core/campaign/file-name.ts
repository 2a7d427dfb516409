/** What a file's name says: which unit, and which version. The weakest evidence, used when the workbook says nothing. */
import { foldText } from '../cells/fold';
import { remembered } from '../cells/remembered';
import { versionOf, type Version } from '../forms/document-evidence';
import { looksLikeUnit } from './unit-name';

/** No disk keeps longer names; those inside an archive can have 65,535 letters, made to cost time. */
const LONGEST_NAME = 300;
/** Folders this deep name nobody. */
const DEEPEST = 20;

/** The last part of a path, without its extension: "b.zip!xa/PL2 - Xa A (lan 2).xlsx" → "PL2 - Xa A (lan 2)". */
export function baseName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).slice(0, LONGEST_NAME);
}

/** The version a file name speaks of; null for none. */
export function versionFromFileName(path: string): Version | null {
  return versionOf(baseName(path));
}

/** Words of a file name that say nothing of the unit (folded). */
const NOISE = [
  'phu luc ii',
  'phu luc 2',
  'phu luc',
  'pl ii',
  'pl2',
  'plii',
  'pl 2',
  'bao cao ket qua',
  'bao cao tuan le',
  'bao cao',
  'bc',
  'tuan le huong ung hoc tap suot doi',
  'tuan le hoc tap suot doi',
  'tuan le htsd',
  'tlhtsd',
  'htsd',
  'hoc tap suot doi',
  'tuan le',
  'tong hop so lieu',
  'tong hop',
  'so lieu',
  'bieu mau',
  'mau',
  'file',
  'gui',
  'nop',
  'final',
  'chinh thuc',
  'moi',
  'copy',
  'ban sao',
].map((words) => ({ words, length: words.split(' ').length }));

/**
 * The unit a file name names, as written, or null. The parts between separators are looked at one by one; version
 * words, form words and dates are no part of a name. Directory names serve when the name itself says nothing.
 */
export const unitFromFileName = remembered(findUnit);

function findUnit(path: string): string | null {
  const names = [baseName(path), ...namesAbove(path).reverse()];
  for (const name of names) {
    const found = unitInName(name);
    if (found !== null) return found;
  }
  return null;
}

/** The folders (and archives) a file came in, as written: they may name the superior. */
export function foldersOf(path: string): readonly string[] {
  return namesAbove(path).map((one) => one.replace(/[_]+/g, ' '));
}

function namesAbove(path: string): string[] {
  const above = path.split(/[/!]/).slice(0, -1).slice(-DEEPEST);
  return above.map((one) => one.slice(0, LONGEST_NAME).replace(/\.zip$/i, ''));
}

function unitInName(name: string): string | null {
  const dashed = spelledWithDashes(name);
  if (dashed !== undefined) return dashed;
  const pieces = name
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' - ')
    .replace(/_+/g, ' ')
    .split(/\s[-–—]+\s|[-–—]{2,}|\s*[,;+]\s*/)
    .map((piece) => withoutNoise(piece))
    .filter((piece) => piece !== '');
  return pieces.find(looksLikeUnit) ?? null;
}

/** "PL2-UBND-xa-Nam-Tam": dashes in the place of spaces. */
function spelledWithDashes(name: string): string | undefined {
  if (/\s/.test(name) || !/[-–—.]/.test(name)) return undefined;
  const spaced = withoutNoise(name.replace(/[-–—._]+/g, ' '));
  return looksLikeUnit(spaced) ? spaced : undefined;
}

function withoutNoise(piece: string): string {
  let words = piece.trim().split(/\s+/).filter((word) => word !== '');
  words = words.filter((word) => !/^(v\d{1,2}|\d{1,2}[.]\d{1,2}([.]\d{2,4})?|20\d\d|nam20\d\d)$/i.test(word));
  for (let changed = true; changed; ) {
    changed = false;
    // What the whole neither begins nor ends with, its first or last words are not.
    const folded = foldText(words.join(' '));
    for (const noise of NOISE) {
      const { length } = noise;
      if (!changed && !folded.startsWith(noise.words) && !folded.endsWith(noise.words)) continue;
      if (words.length >= length && foldText(words.slice(0, length).join(' ')) === noise.words) {
        words = words.slice(length);
        changed = true;
      }
      if (words.length >= length && foldText(words.slice(-length).join(' ')) === noise.words) {
        words = words.slice(0, -length);
        changed = true;
      }
    }
    const tail = words.length >= 2 ? foldText(words.slice(-2).join(' ')) : '';
    if (/^(lan|ban|nam) (\d{1,4}|hai|ba)$/.test(tail) || /^(thay the|dinh chinh|bo sung|sua doi|da sua)$/.test(tail)) {
      words = words.slice(0, -2);
      changed = true;
    }
    if (words.length > 0 && /^[\d.)-]+$/.test(words[0] ?? '') && words.length > 1) {
      words = words.slice(1);
      changed = true;
    }
  }
  return words.join(' ');
}
