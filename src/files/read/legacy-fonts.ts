/**
 * Fonts whose name tells that the letters are TCVN3 or VNI and not Unicode. A name alone is no proof: the text is
 * converted later, on the evidence of the words.
 */

const TCVN3 = /^\.vn|^vn(?:time|arial|courier|helv|book|avant|century|future|gothic|clarendon|present|revue|shelley|souther)/i;
const VNI = /^vni[ -]/i;

/** True for ".VnTime", "VnTimeH", ".VnArial", "VNI-Times" and their kin. */
export function isLegacyFont(name: string): boolean {
  return TCVN3.test(name) || VNI.test(name);
}
