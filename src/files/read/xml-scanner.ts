/**
 * A small pull scanner for the XML parts of workbooks: one pass, no tree, names without their prefix (so that strict
 * and transitional, prefixed and bare documents read alike). It accepts well-formed XML only and refuses document
 * types and entities of their own, which spreadsheets never need and bombs are made of.
 */

/** The part is not well-formed, declares a document type, or nests too deep. Caught where a workbook is opened. */
export class XmlError extends Error {}

export type XmlEvent = 'open' | 'close' | 'text' | 'end';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named entities and character numbers; anything else is an error. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{1,12});|&/g, (_whole, name: string | undefined) => {
    if (name === undefined) throw new XmlError('stray ampersand');
    if (!name.startsWith('#')) {
      const value = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (value === undefined) throw new XmlError('unknown entity');
      return value;
    }
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!(code >= 0 && code <= 0x10ffff)) throw new XmlError('bad character number');
    return String.fromCodePoint(code);
  });
}

function localName(qualified: string): string {
  const colon = qualified.indexOf(':');
  return colon < 0 ? qualified : qualified.slice(colon + 1);
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

export class XmlScanner {
  /** The local name of the element just opened or closed. */
  name = '';
  /** The decoded characters of a "text" event. */
  text = '';
  private readonly source: string;
  private readonly deepest: number;
  private position = 0;
  private attributes = '';
  private closesItself = false;
  private pendingClose = false;
  private readonly open: string[] = [];

  constructor(source: string, deepest: number) {
    this.source = source;
    this.deepest = deepest;
  }

  /** How many elements are open, the one just opened included. */
  get depth(): number {
    return this.open.length;
  }

  /** Moves to the next event. Comments and processing instructions are stepped over; CDATA is text. */
  next(): XmlEvent {
    if (this.pendingClose) {
      this.pendingClose = false;
      this.name = localName(this.open.pop() ?? '');
      return 'close';
    }
    const source = this.source;
    for (;;) {
      const from = this.position;
      const tag = source.indexOf('<', from);
      if (tag < 0) {
        if (this.open.length > 0 || source.slice(from).trim() !== '') throw new XmlError('unexpected end');
        return 'end';
      }
      if (tag > from) {
        this.position = tag;
        if (this.open.length === 0) continue;
        this.text = unescapeXml(source.slice(from, tag));
        return 'text';
      }
      const mark = source.charCodeAt(tag + 1);
      if (mark === 47) return this.readClose(tag);
      if (mark === 33) {
        if (this.readDeclaration(tag)) return 'text';
        continue;
      }
      if (mark === 63) {
        this.position = this.after('?>', tag);
        continue;
      }
      return this.readOpen(tag);
    }
  }

  /**
   * Lets `take` take a whole element that is written in the one way it knows; false where anything else comes next.
   * `take` gets the text and the place where it stands and gives the place behind the element, or -1. The element must be
   * balanced and without markup inside its texts: then nothing is lost of what `next` checks, and the hundreds of cells
   * that every program writes alike cost little each.
   */
  takePlain(take: (source: string, at: number) => number): boolean {
    if (this.pendingClose || this.open.length === 0) return false;
    const end = take(this.source, this.position);
    if (end < 0) return false;
    this.position = end;
    return true;
  }

  /**
   * The value of an attribute of the element just opened, or undefined. A local name ("value-type") finds the first
   * under any prefix; a name with a prefix finds exactly that one.
   */
  attribute(name: string): string | undefined {
    const text = this.attributes;
    for (let at = 0; ;) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      if (at >= text.length) return undefined;
      const equals = text.indexOf('=', at);
      if (equals < 0) throw new XmlError('attribute without value');
      let open = equals + 1;
      while (isSpace(text.charCodeAt(open))) open += 1;
      const quote = text[open];
      if (quote !== '"' && quote !== "'") throw new XmlError('attribute without quotes');
      const end = text.indexOf(quote, open + 1);
      if (end < 0) throw new XmlError('attribute without end');
      if (this.names(at, equals, name)) return unescapeXml(text.slice(open + 1, end));
      at = end + 1;
    }
  }

  /** Passes everything up to the end of the element just opened and gives the text directly and deeper inside it. */
  collectText(): string {
    const outer = this.open.length;
    let text = '';
    for (;;) {
      const event = this.next();
      if (event === 'text') text += this.text;
      else if (event === 'close' && this.open.length < outer) return text;
      else if (event === 'end') throw new XmlError('unexpected end');
    }
  }

  /** Passes everything up to the end of the element just opened. */
  skip(): void {
    const outer = this.open.length;
    while (this.open.length >= outer) this.next();
  }

  /** Whether the attribute written from `at` up to its equals sign has this local name. Namespaces themselves do not count. */
  private names(at: number, equals: number, name: string): boolean {
    let end = equals;
    while (isSpace(this.attributes.charCodeAt(end - 1))) end -= 1;
    const start = end - name.length;
    if (start < at || !this.attributes.startsWith(name, start)) return false;
    if (start === at) return true;
    return this.attributes.charCodeAt(start - 1) === 58 && !this.attributes.startsWith('xmlns', at);
  }

  private after(mark: string, from: number): number {
    const at = this.source.indexOf(mark, from);
    if (at < 0) throw new XmlError('unexpected end');
    return at + mark.length;
  }

  /** Comments and CDATA; true when it left text behind. */
  private readDeclaration(tag: number): boolean {
    if (this.source.startsWith('<!--', tag)) {
      this.position = this.after('-->', tag + 4);
      return false;
    }
    if (!this.source.startsWith('<![CDATA[', tag)) throw new XmlError('document type');
    this.position = this.after(']]>', tag + 9);
    this.text = this.source.slice(tag + 9, this.position - 3);
    return true;
  }

  private readClose(tag: number): XmlEvent {
    const end = this.source.indexOf('>', tag);
    if (end < 0) throw new XmlError('unexpected end');
    const qualified = this.source.slice(tag + 2, end).trimEnd();
    if (this.open.pop() !== qualified) throw new XmlError('wrong closing tag');
    this.position = end + 1;
    this.name = localName(qualified);
    return 'close';
  }

  private readOpen(tag: number): XmlEvent {
    const source = this.source;
    let nameEnd = tag + 1;
    for (let code = source.charCodeAt(nameEnd); !isSpace(code) && code !== 47 && code !== 62;) {
      if (code === 60 || nameEnd >= source.length) throw new XmlError('bad tag');
      code = source.charCodeAt(++nameEnd);
    }
    if (nameEnd === tag + 1) throw new XmlError('tag without name');
    const qualified = source.slice(tag + 1, nameEnd);
    const end = this.tagEnd(nameEnd);
    this.closesItself = source.charCodeAt(end - 1) === 47;
    this.attributes = nameEnd >= end ? '' : source.slice(nameEnd, this.closesItself ? end - 1 : end);
    if (this.open.length >= this.deepest) throw new XmlError('too deep');
    this.open.push(qualified);
    this.pendingClose = this.closesItself;
    this.position = end + 1;
    this.name = localName(qualified);
    return 'open';
  }

  /** Where the tag ends: the first ">" that is not inside an attribute's value. */
  private tagEnd(from: number): number {
    const source = this.source;
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === 62) return at;
      if (code === 60) break;
      if (code === 34 || code === 39) {
        at = source.indexOf(code === 34 ? '"' : "'", at + 1);
        if (at < 0) break;
      }
    }
    throw new XmlError('tag without end');
  }
}
