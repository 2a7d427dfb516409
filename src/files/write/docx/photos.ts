/** Photos of an annex: as wide as the text allows, two upright pages' worth to a page, each with its caption. */
import { ImageRun, type Paragraph } from 'docx';

import type { DocumentPhoto } from '../../../core/document/document-plan';
import { textHeight, textWidth, type Orientation } from './decree';
import { paragraph } from './paragraphs';
import { oneLine } from './plain-text';

const TWIPS_PER_PIXEL = 15;
/** A small picture is not blown up beyond this. */
const MOST_ENLARGED = 3;
/** Of the height of the text: two photos with their captions fit on a page. */
const SHARE_OF_HEIGHT = 0.42;

/** A photo in the package. The library gets `mark` in its place, so that it neither hashes nor packs the bytes itself. */
export interface PackedPhoto {
  readonly mark: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Collects the photos of a document and numbers them. */
export class Photos {
  readonly packed: PackedPhoto[] = [];

  /** Picture and caption of each; a picture that is neither PNG nor JPEG leaves its caption. */
  paragraphsOf(photos: readonly DocumentPhoto[], orientation: Orientation): readonly Paragraph[] {
    return photos.flatMap((photo) => {
      const caption = oneLine(photo.caption);
      const type = typeOf(photo.bytes);
      const picture = type === null ? [] : [paragraph('Picture', [this.pictureOf(photo, type, caption, orientation)])];
      return caption === '' ? picture : [...picture, paragraph('Caption', caption)];
    });
  }

  private pictureOf(photo: DocumentPhoto, type: 'png' | 'jpg', caption: string, orientation: Orientation): ImageRun {
    const number = this.packed.length + 1;
    const mark = new TextEncoder().encode(`photo ${String(number)}`);
    this.packed.push({ mark, bytes: photo.bytes });
    return new ImageRun({
      type,
      data: mark,
      transformation: sizeOf(photo, orientation),
      altText: { id: String(number), name: `Ảnh ${String(number)}`, description: caption },
    });
  }
}

/** By the first bytes, whatever the plan says: a wrong type would make Word refuse the whole file. */
function typeOf(bytes: Uint8Array): 'png' | 'jpg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'jpg' : null;
}

/** Width and height in pixels of 1/96 inch, in the photo's own proportion. */
function sizeOf(photo: DocumentPhoto, orientation: Orientation): { readonly width: number; readonly height: number } {
  const usable = photo.width > 0 && photo.height > 0 && Number.isFinite(photo.width / photo.height);
  const [width, height] = usable ? [photo.width, photo.height] : [4, 3];
  const mostWide = textWidth(orientation) / TWIPS_PER_PIXEL;
  const mostHigh = (textHeight(orientation) * SHARE_OF_HEIGHT) / TWIPS_PER_PIXEL;
  const factor = Math.min(mostWide / width, mostHigh / height, usable ? MOST_ENLARGED : Infinity);
  return { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
}
