/** Damage: to the bytes of a file, as disks and mail do it, and to the parts inside a zip, as odd programs do it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from './random';

/** One to four small damages to the bytes: flipped, cut off, doubled, zeroed, overwritten, put in. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let out = new Uint8Array(bytes);
  for (let round = 1 + random.below(4); round > 0 && out.length > 0; round--) {
    const at = random.below(out.length);
    const length = 1 + random.below(random.percent(80) ? 4 : 400);
    switch (random.below(6)) {
      case 0:
        out[at] = (out[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        out = out.slice(0, at);
        break;
      case 2:
        out = joined(out.subarray(0, at + length), out.subarray(at));
        break;
      case 3:
        out.fill(random.pick([0, 0xff, 0x20]), at, at + length);
        break;
      case 4:
        for (let place = at; place < Math.min(out.length, at + length); place++) out[place] = random.below(256);
        break;
      default:
        out = joined(out.subarray(0, at), out.subarray(Math.min(out.length, at + length)));
    }
  }
  return out;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

const STRANGE = [
  '-1',
  '0',
  '1048577',
  '99999999999999999999',
  'NaN',
  '1e999',
  '__proto__',
  'constructor',
  '&#0;',
  '&lt;b&gt;',
  '&unknown;',
  '../../x',
  ']]>',
  '\u0000',
  'XFD1048576',
  'A0',
  '(((((((((a+)+)+)+)+)+)+)+)+',
] as const;

/** Changes one or more parts of a zip and packs it again with true sizes and checksums. Not a zip: its bytes change. */
export function mutateStructure(random: Random, bytes: Uint8Array): Uint8Array {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return mutateBytes(random, bytes);
  }
  const names = Object.keys(parts);
  if (names.length === 0) return mutateBytes(random, bytes);
  for (let round = 1 + random.below(3); round > 0; round--) {
    const name = random.pick(names);
    const part = parts[name];
    if (part === undefined) continue;
    const choice = random.below(10);
    if (choice === 0) Reflect.deleteProperty(parts, name);
    else if (choice === 1) parts[random.pick(names)] = part;
    else if (/\.(xml|rels)$/.test(name)) parts[name] = strToU8(mutateXml(random, strFromU8(part)));
    else parts[name] = mutateBytes(random, part);
  }
  return zipSync(parts, { level: random.percent(80) ? 6 : 0 });
}

function mutateXml(random: Random, xml: string): string {
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  if (tags.length === 0) return xml;
  const tag = random.pick(tags);
  const before = xml.slice(0, tag.index);
  const after = xml.slice(tag.index + tag[0].length);
  const other = random.pick(tags)[0];
  switch (random.below(8)) {
    case 0:
      return before + after;
    case 1:
      return before + tag[0] + tag[0] + after;
    case 2:
      return before + other + after;
    case 3:
      return before + tag[0].replace(/="[^"]*"/, () => `="${random.pick(STRANGE)}"`) + after;
    case 4:
      return before + tag[0].replace(/\s[\w:]+="[^"]*"/, '') + after;
    case 5:
      return before + tag[0] + random.pick(STRANGE) + after;
    case 6:
      return xml.slice(0, random.below(xml.length));
    default:
      return before + tag[0] + after.replace(/^[^<]*/, () => random.pick(STRANGE));
  }
}
