/**
 * Handing a finished file to the clerk, by the kind of machine. Excel for Windows shows a download in a bar inside the
 * pane. Excel for Mac ignores downloads of a blob but takes a data address. Browsers download into their own folder.
 */
import { officePlatform, type OfficePlatform } from '../../excel/office-platform';
import { SAVING_WORDS } from '../../messages/saving-words';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the file went: what the clerk is told. */
export type SavedTo = 'downloads' | 'bar-in-pane' | 'mac';

const WAYS: Readonly<Record<OfficePlatform, SavedTo>> = {
  windows: 'bar-in-pane',
  mac: 'mac',
  web: 'downloads',
  other: 'downloads',
};

/** The browser reads the bytes after the click; a minute is ample. In milliseconds. */
const KEEP = 60_000;

export interface SavedFile {
  /** The name it was saved under: letters that no system takes in a name are replaced. */
  readonly name: string;
  readonly to: SavedTo;
  /** One sentence that says where to look. */
  readonly sentence: string;
}

/** Saves bytes under a name; `type` is the media type. Tells where the file went. */
export function saveFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  platform: OfficePlatform | null = officePlatform(),
): SavedFile {
  const safe = safeName(name);
  const to = platform === null ? 'downloads' : WAYS[platform];
  if (to === 'mac') click(safe, `data:${type};base64,${base64Of(bytes)}`);
  else {
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    click(safe, url);
    setTimeout(() => {
      URL.revokeObjectURL(url);
    }, KEEP);
  }
  return { name: safe, to, sentence: SAVING_WORDS[to](safe) };
}

function click(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/** Longer names break on older Windows folders. */
const LONGEST_NAME = 120;

function safeName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const clean = stem
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return `${[...(clean === '' ? 'Tệp' : clean)].slice(0, LONGEST_NAME).join('')}${ending}`;
}

/** By pieces: a call with a million arguments fails. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(pieces.join(''));
}
