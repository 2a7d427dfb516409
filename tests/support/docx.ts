/** Reads a .docx file back as Word would see it: parts, and paragraphs with the look that styles and themselves give. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What a paragraph and its first run look like, styles worked in. Sizes in points, distances in twips. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: string;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  readonly hanging: number;
  readonly outline: number | null;
  readonly keepNext: boolean;
}

export interface ReadParagraph extends Look {
  readonly element: Element;
  readonly style: string;
  readonly text: string;
}

export interface ReadDocx {
  readonly parts: ReadonlyMap<string, string>;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly body: Element;
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly Element[];
  /** In order; the last one stands at the end of the body. */
  readonly sections: readonly Element[];
  readonly styles: Document;
}

/** Parses XML; throws where it is not well-formed. */
export function parseXml(xml: string): Document {
  return new JSDOM(xml, { contentType: 'text/xml' }).window.document;
}

export function all(under: Element | Document, tag: string): readonly Element[] {
  return [...under.getElementsByTagNameNS(W, tag)];
}

export function child(under: Element | null | undefined, tag: string): Element | null {
  return [...(under?.children ?? [])].find((one) => one.localName === tag && one.namespaceURI === W) ?? null;
}

export function value(element: Element | null | undefined, name = 'val'): string | null {
  return element?.getAttributeNS(W, name) ?? null;
}

/** A measure in twips; 0 where it is not given. */
export function twipsOf(element: Element | null | undefined, name: string): number {
  return Number(value(element, name) ?? 0);
}

export function textOf(element: Element): string {
  return all(element, 't')
    .map((one) => one.textContent)
    .join('');
}

/** The styles part is the same in every document: parsed once. */
const parsedStyles = new Map<string, Document>();

function stylesOf(xml: string): Document {
  const known = parsedStyles.get(xml) ?? parseXml(xml);
  parsedStyles.set(xml, known);
  return known;
}

export function readDocx(docx: Uint8Array): ReadDocx {
  const bytes = new Map(Object.entries(unzipSync(docx)));
  const parts = new Map(
    [...bytes].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const part = (name: string): Document => parseXml(parts.get(name) ?? '');
  const styles = stylesOf(parts.get('word/styles.xml') ?? '');
  const document = part('word/document.xml');
  const body = all(document, 'body')[0];
  if (body === undefined) throw new Error('no body');
  return {
    parts,
    bytes,
    body,
    paragraphs: all(body, 'p').map((element) => readParagraph(element, styles)),
    tables: all(body, 'tbl'),
    sections: all(body, 'sectPr'),
    styles,
  };
}

const chains = new WeakMap<Document, Map<string, readonly Element[]>>();

function chainOf(id: string, styles: Document): readonly Element[] {
  const known = chains.get(styles) ?? new Map<string, readonly Element[]>();
  chains.set(styles, known);
  const chain = known.get(id) ?? findChain(id, styles);
  known.set(id, chain);
  return chain;
}

function findChain(id: string, styles: Document): readonly Element[] {
  const style = all(styles, 'style').find((one) => value(one, 'styleId') === id);
  if (style === undefined) throw new Error(`no style ${id}`);
  const based = value(child(style, 'basedOn'));
  return based === null ? [style] : [style, ...chainOf(based, styles)];
}

export function readParagraph(element: Element, styles: Document): ReadParagraph {
  const own = child(element, 'pPr');
  const style = value(child(own, 'pStyle')) ?? 'Normal';
  const chain = chainOf(style, styles);
  const defaults = all(styles, 'docDefaults')[0];
  const run = child(all(element, 'r')[0], 'rPr');
  const paragraphs = [
    own,
    ...chain.map((one) => child(one, 'pPr')),
    child(defaults === undefined ? null : child(defaults, 'pPrDefault'), 'pPr'),
  ];
  const runs = [
    run,
    ...chain.map((one) => child(one, 'rPr')),
    child(defaults === undefined ? null : child(defaults, 'rPrDefault'), 'rPr'),
  ];
  const find = (levels: readonly (Element | null)[], tag: string, name: string): string | null =>
    levels.map((one) => value(child(one, tag), name)).find((one) => one !== null) ?? null;
  const measure = (tag: string, name: string): number => Number(find(paragraphs, tag, name) ?? 0);
  const on = (levels: readonly (Element | null)[], tag: string): boolean => {
    const found = levels.map((one) => child(one, tag)).find((one) => one !== null);
    return found !== undefined && !/^(0|false|off)$/.test(value(found) ?? '1');
  };
  const outline = find(paragraphs, 'outlineLvl', 'val');
  return {
    element,
    style,
    text: textOf(element),
    size: Number(find(runs, 'sz', 'val')) / 2,
    bold: on(runs, 'b'),
    italic: on(runs, 'i'),
    align: find(paragraphs, 'jc', 'val') ?? 'left',
    before: measure('spacing', 'before'),
    after: measure('spacing', 'after'),
    line: measure('spacing', 'line'),
    left: measure('ind', 'left'),
    right: measure('ind', 'right'),
    firstLine: measure('ind', 'firstLine'),
    hanging: measure('ind', 'hanging'),
    outline: outline === null ? null : Number(outline),
    keepNext: on(paragraphs, 'keepNext'),
  };
}
