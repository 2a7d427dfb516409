/** The records of .xlsb parts: a number, a length, bytes. [MS-XLSB] 2.1.4 */
import { XmlError } from '../xml-scanner';

export class BinaryRecords {
  /** The number of the record last moved to. */
  type = -1;
  /** Where its bytes start and end. */
  start = 0;
  end = 0;
  readonly view: DataView;
  private position = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves to the next record; false at the end. Throws when a record reaches beyond the part. */
  next(): boolean {
    if (this.position >= this.view.byteLength) return false;
    this.type = this.readNumber(2);
    const size = this.readNumber(4);
    this.start = this.position;
    this.end = this.start + size;
    this.position = this.end;
    if (this.end > this.view.byteLength) throw new XmlError('record beyond the part');
    return true;
  }

  u8(offset: number): number {
    return this.at(offset, 1).getUint8(this.start + offset);
  }

  u16(offset: number): number {
    return this.at(offset, 2).getUint16(this.start + offset, true);
  }

  u32(offset: number): number {
    return this.at(offset, 4).getUint32(this.start + offset, true);
  }

  f64(offset: number): number {
    return this.at(offset, 8).getFloat64(this.start + offset, true);
  }

  /** An XLWideString: a count of characters, then UTF-16. `next` is the offset behind it. */
  text(offset: number): { readonly text: string; readonly next: number } {
    const count = this.u32(offset);
    if (count === 0xffffffff) return { text: '', next: offset + 4 };
    const bytes = count * 2;
    this.at(offset + 4, bytes);
    const raw = new Uint8Array(this.view.buffer, this.view.byteOffset + this.start + offset + 4, bytes);
    return { text: new TextDecoder('utf-16le').decode(raw), next: offset + 4 + bytes };
  }

  private at(offset: number, bytes: number): DataView {
    if (this.start + offset + bytes > this.end) throw new XmlError('record too short');
    return this.view;
  }

  /** Seven bits a byte, the lowest first; the eighth says that another byte follows. */
  private readNumber(longest: number): number {
    let value = 0;
    for (let place = 0; place < longest; place++) {
      if (this.position >= this.view.byteLength) throw new XmlError('unexpected end');
      const byte = this.view.getUint8(this.position++);
      value |= (byte & 0x7f) << (7 * place);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  }
}

/** A compressed number: 30 bits as an integer or as the upper half of a double, perhaps in hundredths. [MS-XLSB] 2.5.122 */
export function decodeRk(rk: number): number {
  let value: number;
  if ((rk & 2) !== 0) value = rk >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, rk & 0xfffffffc, true);
    value = view.getFloat64(0, true);
  }
  return (rk & 1) !== 0 ? value / 100 : value;
}
