/**
 * What the workbook keeps for us in one custom XML part: campaign and decisions, and which run of consolidating is the
 * finished one. Parts survive saving, other machines and co-workers; settings do not always. Below 100 KB; a longer state
 * stands in a hidden sheet, and the part says so.
 */
import { SHEET_ROLES } from '../core/sheets/markers';

export const STATE_NAMESPACE = 'urn:tong-hop:state';
/** Hidden sheets for what does not fit into the part. */
export const STATE_SHEET = '_tonghop_nho';
export const STATE_ROLE = `${SHEET_ROLES.lineage}-state`;

const LONGEST_PART = 90_000;

/** Raised when an older add-in must no longer touch the sheets that this one keeps. */
const PART_VERSION = 1;

export interface StatePart {
  /** The finished run of consolidating; null before the first. */
  readonly run: string | null;
  /** The state as text; null where it stands in the sheet whose run this is. */
  readonly text: string | null;
  /** The run that wrote the sheet with the state; null where there is none. */
  readonly overflow: string | null;
  /** Written by a later add-in: to be left alone, with all that belongs to it. */
  readonly isNewer: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|#x?[0-9a-fA-F]+);/g, (whole, name: string) => {
    const known = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name];
    if (known !== undefined) return known;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Whether a state of this length has room in the part. */
export function fitsPart(text: string): boolean {
  return new TextEncoder().encode(escape(asAscii(text))).length <= LONGEST_PART;
}

/** JSON with every letter beyond ASCII escaped: control characters and halves of letters are not allowed in XML. */
function asAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function partXml(part: Omit<StatePart, 'isNewer'>): string {
  const run = part.run === null ? '' : ` run="${escape(part.run)}"`;
  const overflow = part.overflow === null ? '' : ` overflow="${escape(part.overflow)}"`;
  return `<state xmlns="${STATE_NAMESPACE}" version="${String(PART_VERSION)}"${run}${overflow}>${part.text === null ? '' : escape(asAscii(part.text))}</state>`;
}

/** Reads the part; null for what we never write. */
export function readPartXml(xml: string): StatePart | null {
  const match =
    /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:[A-Za-z_][\w.-]*:)?state\b([^>]*?)(?:\/>|>([^<]*)<\/(?:[A-Za-z_][\w.-]*:)?state>)\s*$/.exec(
      xml,
    );
  if (match === null) return null;
  const attribute = (name: string): string | null => {
    const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(match[1] ?? '');
    return found === null ? null : unescape(found[1] ?? found[2] ?? '');
  };
  const text = unescape(match[2] ?? '');
  const version = attribute('version') ?? '1';
  // A word that is no number of ours can only be a later way of counting.
  const isNewer = !/^\d{1,6}$/.test(version) || Number(version) > PART_VERSION;
  return { run: attribute('run'), overflow: attribute('overflow'), text: text === '' ? null : text, isNewer };
}
