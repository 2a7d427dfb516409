/** The CRC-32 of zip archives (polynomial EDB88320), computed piece by piece while bytes come out. */

/** What a byte does to the checksum when so many bytes follow it: four tables of 256, one behind the other. */
const TABLES = ((): Int32Array => {
  const tables = new Int32Array(4 * 256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[index] = value;
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] ?? 0;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
})();

/** Continues a checksum over more bytes; start with 0. `crc32(0, utf8("123456789"))` is 0xCBF43926. */
type Checksum = (before: number, bytes: Uint8Array) => number;

let chosen: Checksum = plainCrc32;

/** See {@link Checksum}. */
export function crc32(before: number, bytes: Uint8Array): number {
  return chosen(before, bytes);
}

/** Lets another implementation of the same checksum do the work from now on, in this thread. */
export function useChecksum(other: Checksum): void {
  chosen = other;
}

/** See {@link Checksum}. Runs anywhere; four bytes at a time. */
export function plainCrc32(before: number, bytes: Uint8Array): number {
  let crc = ~before;
  let at = 0;
  for (const last = bytes.length - 4; at <= last; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc =
      (TABLES[768 + (crc & 0xff)] ?? 0) ^
      (TABLES[512 + ((crc >>> 8) & 0xff)] ?? 0) ^
      (TABLES[256 + ((crc >>> 16) & 0xff)] ?? 0) ^
      (TABLES[crc >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) crc = (TABLES[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
