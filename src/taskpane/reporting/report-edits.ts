/** What can be done to a paragraph in the pane, worked out on the paragraphs alone. Pure. */
import {
  figuresOf,
  textOf,
  type FigurePart,
  type Narrative,
  type OutdatedFigure,
  type Paragraph,
  type Phrase,
} from '../../core/narrative/narrative';

/** A section of the report as the pane shows it. */
export interface ShownSection {
  readonly id: string;
  readonly level: 1 | 2;
  readonly title: string;
  /** How it is spoken of: "3. Kết quả đạt được". */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  /** A heading above others holds no paragraphs of its own, unless there are some. */
  readonly isHeading: boolean;
}

export function sectionsOf(
  narrative: Narrative,
  words: { readonly opening: string; readonly closing: string },
): readonly ShownSection[] {
  const of = (id: string): readonly Paragraph[] => narrative.paragraphs.filter((one) => one.section === id);
  const plain = (id: string, name: string): ShownSection => ({
    ...{ id, level: 1, title: name, name, isHeading: false },
    paragraphs: of(id),
  });
  return [
    plain('opening', words.opening),
    ...narrative.sections.map((one, index): ShownSection => {
      const name = `${one.number} ${one.title}`;
      const isHeading = one.level === 1 && narrative.sections[index + 1]?.level === 2;
      return { id: one.id, level: one.level, title: name, name, paragraphs: of(one.id), isHeading };
    }),
    plain('closing', words.closing),
  ];
}

/** Words with their figures, also where the clerk's words stand: figures of the generated text are found again in them. */
export function clickableParts(one: Paragraph): Phrase {
  if (figuresOf(one.parts).length > 0 || one.base === null) return one.parts;
  let text = textOf(one.parts);
  const parts: (string | FigurePart)[] = [];
  for (const figure of one.base.figures) {
    const at = placeOf(text, figure.text);
    if (at < 0) continue;
    if (at > 0) parts.push(text.slice(0, at));
    parts.push(figure);
    text = text.slice(at + figure.text.length);
  }
  return text === '' ? parts : [...parts, text];
}

/** The text with a figure that is out of date replaced wherever it stands as a number of its own. */
export function withNewFigure(text: string, { before, now }: OutdatedFigure): string {
  if (now === null) return text;
  let done = '';
  let rest = text;
  for (let at = placeOf(rest, before.text); at >= 0; at = placeOf(rest, before.text)) {
    done += rest.slice(0, at) + now.text;
    rest = rest.slice(at + before.text.length);
  }
  return done + rest;
}

/**
 * A paragraph after its words were changed: figures that were out of date and are put right by the new words are what it
 * rests on from now on, so that they are noticed again when they move once more.
 */
export function withSettledFigures(before: Paragraph, after: Paragraph): Paragraph {
  if (after.base === null || before.outdated.length === 0) return after;
  const text = textOf(after.parts);
  const isOpen = ({ fact, figure }: FigurePart): boolean =>
    after.outdated.some((one) => one.before.fact === fact && one.before.figure === figure);
  const figures = after.base.figures.map((old) => {
    const moved = before.outdated.find((one) => one.before.fact === old.fact && one.before.figure === old.figure);
    const now = moved?.now ?? null;
    return now !== null && !isOpen(old) && placeOf(text, now.text) >= 0 ? now : old;
  });
  return { ...after, base: { ...after.base, figures } };
}

/** Where a figure stands as a number of its own: "12" is not in "1.412" or "12,5". */
function placeOf(text: string, figure: string): number {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + figure.length, at + figure.length + 2);
    if (!/\d$|\d[.,]$/.test(before) && !/^\d|^[.,]\d/.test(after)) return at;
  }
  return -1;
}

/** Before which paragraph it comes when moved one place; undefined where it is at that end already. */
export function movedBefore(narrative: Narrative, id: string, by: 'up' | 'down'): string | null | undefined {
  const one = narrative.paragraphs.find((each) => each.id === id);
  const own = narrative.paragraphs.filter((each) => each.section === one?.section);
  const at = own.findIndex((each) => each.id === id);
  if (by === 'up') return at <= 0 ? undefined : own[at - 1]?.id;
  return at < 0 || at >= own.length - 1 ? undefined : (own[at + 2]?.id ?? null);
}

/** An id for a paragraph of the clerk's own that no other has. */
export function freeId(narrative: Narrative): string {
  const taken = new Set(narrative.paragraphs.map((one) => one.id));
  for (let count = 1; ; count += 1) if (!taken.has(`added/pane-${String(count)}`)) return `pane-${String(count)}`;
}

/** Place and number of paragraphs of its section, for saying where one was moved. */
export function placeIn(narrative: Narrative, id: string): { readonly place: number; readonly all: number } {
  const one = narrative.paragraphs.find((each) => each.id === id);
  const own = narrative.paragraphs.filter((each) => each.section === one?.section);
  return { place: own.findIndex((each) => each.id === id) + 1, all: own.length };
}
