/** The CRC-32 of zip archives (polynomial EDB88320), computed piece by piece while bytes come out. */

const TABLE = ((): Int32Array => {
  const table = new Int32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[index] = value;
  }
  return table;
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

/** See {@link Checksum}. Runs anywhere. */
export function plainCrc32(before: number, bytes: Uint8Array): number {
  let crc = ~before;
  for (let index = 0; index < bytes.length; index++) {
    crc = (TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
