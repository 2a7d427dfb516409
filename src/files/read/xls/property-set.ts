/** Title, author, time of saving and custom properties of an .xls: OLE property sets. [MS-OLEPS] */
import type { WorkbookProperties } from '../../../core/cells/cell';
import { NO_PROPERTIES } from '../xlsx/properties';
import type { CompoundFile } from './compound-file';

type PropertyValue = { readonly text: string } | { readonly moment: string } | null;

const TITLE = 2;
const AUTHOR = 4;
const LAST_SAVED = 13;
const MOST = 500;
/** Code page numbers as property sets write them. */
const DECODERS: Readonly<Record<number, string>> = {
  1200: 'utf-16le',
  65001: 'utf-8',
  1258: 'windows-1258',
  1250: 'windows-1250',
};

class PropertySet {
  readonly values = new Map<number, PropertyValue>();
  readonly names = new Map<number, string>();
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  private codePage = 1252;

  constructor(bytes: Uint8Array, section: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = Math.min(this.view.getUint32(section + 4, true), MOST);
    const places: [number, number][] = [];
    for (let index = 0; index < count; index++) {
      const at = section + 8 + index * 8;
      places.push([this.view.getUint32(at, true), section + this.view.getUint32(at + 4, true)]);
    }
    const codePage = places.find(([id]) => id === 1);
    if (codePage !== undefined) this.codePage = this.view.getUint16(codePage[1] + 4, true);
    for (const [id, at] of places) {
      if (id === 0) this.readNames(at);
      else if (id > 1) this.values.set(id, this.readValue(at));
    }
  }

  private decode(start: number, length: number): string {
    const name = DECODERS[this.codePage] ?? 'windows-1252';
    return new TextDecoder(name).decode(this.bytes.subarray(start, start + length)).replace(/\0[\s\S]*$/, '');
  }

  private readNames(at: number): void {
    const count = Math.min(this.view.getUint32(at, true), MOST);
    let place = at + 4;
    for (let index = 0; index < count; index++) {
      const id = this.view.getUint32(place, true);
      const letters = this.view.getUint32(place + 4, true);
      const length = this.codePage === 1200 ? letters * 2 : letters;
      this.names.set(id, this.decode(place + 8, length));
      place += 8 + (this.codePage === 1200 ? Math.ceil(length / 4) * 4 : length);
    }
  }

  private readValue(at: number): PropertyValue {
    const type = this.view.getUint16(at, true);
    if (type === 0x1e) return { text: this.decode(at + 8, this.view.getUint32(at + 4, true)) };
    if (type === 0x1f) {
      const length = this.view.getUint32(at + 4, true) * 2;
      return { text: new TextDecoder('utf-16le').decode(this.bytes.subarray(at + 8, at + 8 + length)).replace(/\0[\s\S]*$/, '') };
    }
    if (type === 0x03) return { text: String(this.view.getInt32(at + 4, true)) };
    if (type === 0x05) return { text: String(this.view.getFloat64(at + 4, true)) };
    if (type === 0x0b) return { text: this.view.getUint16(at + 4, true) === 0 ? 'false' : 'true' };
    if (type === 0x40) {
      // 100-nanosecond steps since 1601, UTC.
      const milliseconds = Number(this.view.getBigUint64(at + 4, true) / 10_000n) - 11_644_473_600_000;
      return milliseconds > 0 && milliseconds < 8e15 ? { moment: new Date(milliseconds).toISOString() } : null;
    }
    return null;
  }
}

function openSection(file: CompoundFile, stream: string, index: number): PropertySet | null {
  const bytes = file.read(stream);
  if (bytes === null || bytes.length < 48) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (index >= view.getUint32(24, true)) return null;
  return new PropertySet(bytes, view.getUint32(28 + index * 20 + 16, true));
}

/** The properties of a compound file; whatever is broken in them is left out. */
export function readXlsProperties(file: CompoundFile): WorkbookProperties {
  let properties = NO_PROPERTIES;
  const text = (value: PropertyValue | undefined): string | null =>
    value != null && 'text' in value && value.text.trim() !== '' ? value.text.trim() : null;
  try {
    const summary = openSection(file, '\u0005SummaryInformation', 0);
    const saved = summary?.values.get(LAST_SAVED);
    properties = {
      ...properties,
      savedAt: saved != null && 'moment' in saved ? saved.moment : null,
      title: text(summary?.values.get(TITLE)),
      creator: text(summary?.values.get(AUTHOR)),
    };
    const own = openSection(file, '\u0005DocumentSummaryInformation', 1);
    if (own !== null) {
      const custom = [...own.names].map(([id, name]): [string, string] => [name, text(own.values.get(id)) ?? '']);
      properties = { ...properties, custom: Object.fromEntries(custom) };
    }
  } catch (error) {
    // Offsets outside the stream: the cells matter, the properties do not.
    if (!(error instanceof RangeError)) throw error;
  }
  return properties;
}
