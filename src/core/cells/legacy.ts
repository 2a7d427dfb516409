/** Legacy Vietnamese encodings: the one door to the folder. */
export { decodeLegacy, type DecodedText, type LegacyEncoding } from './legacy/decode';
