/**
 * The OLE2 compound file around .xls (and around encrypted .xlsx, old Word files and others): which streams lie at
 * its root, and their bytes. Chains are followed with a count, so that a looping one ends. [MS-CFB]
 */

export interface CompoundFile {
  /** Names of streams and storages at the root. */
  readonly names: readonly string[];
  /** The bytes of a root stream by its name (case does not matter), or null: absent or its chain is broken. */
  readonly read: (name: string) => Uint8Array | null;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xfffffffa;
const STREAM = 2;

export function looksLikeCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && MAGIC.every((byte, index) => bytes[index] === byte);
}

/** Opens a compound file, or null when its header, tables or directory are broken. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 512 || !looksLikeCompoundFile(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorBytes);
  const sector = (number: number): Uint8Array | null => {
    const start = (number + 1) * sectorBytes;
    return number < LAST_SECTOR && start < bytes.length ? bytes.subarray(start, start + sectorBytes) : null;
  };
  const numbers = (part: Uint8Array): Uint32Array => {
    const out = new Uint32Array(part.length >> 2);
    const words = new DataView(part.buffer, part.byteOffset, part.byteLength);
    for (let index = 0; index < out.length; index++) out[index] = words.getUint32(index * 4, true);
    return out;
  };

  // The allocation table: 109 sectors are named in the header, more in a chain of their own.
  const tableSectors: number[] = [];
  for (let index = 0; index < 109; index++) tableSectors.push(view.getUint32(76 + index * 4, true));
  let more = view.getUint32(68, true);
  for (let step = 0; more < LAST_SECTOR && step <= sectors; step++) {
    const part = sector(more);
    if (part === null) break;
    const names = numbers(part);
    for (const name of names.subarray(0, names.length - 1)) tableSectors.push(name);
    more = names.at(-1) ?? LAST_SECTOR;
  }
  const table = new Uint32Array(sectors).fill(0xffffffff);
  let filled = 0;
  for (const name of tableSectors) {
    if (name >= LAST_SECTOR || filled >= sectors) continue;
    const part = sector(name);
    if (part === null) continue;
    const next = numbers(part);
    table.set(next.subarray(0, Math.max(0, sectors - filled)), filled);
    filled += next.length;
  }

  const chain = (start: number, size: number | null): Uint8Array | null => {
    const parts: Uint8Array[] = [];
    let total = 0;
    for (let at = start, step = 0; at < LAST_SECTOR; step++) {
      const part = sector(at);
      if (part === null || step > sectors) return null;
      parts.push(part);
      total += part.length;
      if (size !== null && total >= size) break;
      at = table[at] ?? LAST_SECTOR;
    }
    if (size !== null && total < size) return null;
    const whole = new Uint8Array(size ?? total);
    let place = 0;
    for (const part of parts) {
      const fitting = part.subarray(0, whole.length - place);
      whole.set(fitting, place);
      place += fitting.length;
    }
    return whole;
  };

  const directoryBytes = chain(view.getUint32(48, true), null);
  if (directoryBytes === null || directoryBytes.length < 128) return null;
  const entries: DirectoryEntry[] = [];
  const directory = new DataView(directoryBytes.buffer);
  for (let at = 0; at + 128 <= directoryBytes.length; at += 128) {
    const nameBytes = Math.min(64, Math.max(2, directory.getUint16(at + 64, true)));
    entries.push({
      name: new TextDecoder('utf-16le').decode(directoryBytes.subarray(at, at + nameBytes - 2)),
      type: directoryBytes[at + 66] ?? 0,
      left: directory.getUint32(at + 68, true),
      right: directory.getUint32(at + 72, true),
      child: directory.getUint32(at + 76, true),
      start: directory.getUint32(at + 116, true),
      size: directory.getUint32(at + 120, true),
    });
  }
  const root = entries[0];
  if (root === undefined) return null;
  const children: DirectoryEntry[] = [];
  const seen = new Set<number>();
  const waiting = [root.child];
  while (waiting.length > 0) {
    const index = waiting.pop() ?? LAST_SECTOR;
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    children.push(entry);
    waiting.push(entry.left, entry.right);
  }

  const miniCutoff = view.getUint32(56, true);
  const readMini = (start: number, size: number): Uint8Array | null => {
    const container = chain(root.start, root.size);
    const miniTable = chain(view.getUint32(60, true), null);
    if (container === null || miniTable === null) return null;
    const next = numbers(miniTable);
    const whole = new Uint8Array(size);
    for (let at = start, place = 0; place < size; place += 64) {
      if (at >= LAST_SECTOR || at * 64 >= container.length) return null;
      whole.set(container.subarray(at * 64, Math.min(at * 64 + 64, at * 64 + size - place)), place);
      at = next[at] ?? LAST_SECTOR;
    }
    return whole;
  };

  return {
    names: children.map((entry) => entry.name),
    read: (name) => {
      const wanted = name.toLowerCase();
      const entry = children.find((child) => child.type === STREAM && child.name.toLowerCase() === wanted);
      if (entry === undefined || entry.size > bytes.length) return null;
      return entry.size < miniCutoff ? readMini(entry.start, entry.size) : chain(entry.start, entry.size);
    },
  };
}
