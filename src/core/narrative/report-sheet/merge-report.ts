/**
 * The report generated anew, with what the clerk did to the earlier one: edited, pinned, hidden and added paragraphs
 * stay in their order, everything untouched is taken as generated. Merging twice changes nothing.
 */
import type { Base, FigurePart, Narrative, OutdatedFigure, Paragraph, ParagraphSource } from '../narrative';
import { figuresOf } from '../narrative';
import { sameFigure, textKeysOf, type EarlierParagraph, type EarlierReport } from './earlier-report';

export function mergeReport(earlier: EarlierReport, fresh: Narrative): Narrative {
  const found = matchParagraphs(earlier, fresh);
  const deleted = new Set(earlier.deleted);
  const merged = new Map<string, Paragraph>();
  for (const one of fresh.paragraphs) {
    const before = found.get(one.id);
    if (before !== undefined) merged.set(one.id, withClerksWork(before, one));
    else merged.set(one.id, deleted.has(one.id) ? { ...one, state: 'hidden' } : one);
  }
  const matched = new Map([...found].map(([id, before]) => [before, id]));
  const sections = new Set([...fresh.sections.map((one) => one.id), 'opening', 'closing']);
  const last = fresh.sections.at(-1)?.id ?? 'opening';
  const kept = earlier.paragraphs.flatMap((before): Paragraph[] => {
    const id = matched.get(before);
    if (id !== undefined) return [merged.get(id)].filter((one) => one !== undefined);
    const orphan = orphanOf(before);
    return orphan === null ? [] : [sections.has(orphan.section) ? orphan : { ...orphan, section: last }];
  });
  return { ...fresh, paragraphs: inSections(fresh, withNew(kept, fresh, merged)) };
}

/** Which earlier paragraph each generated one continues: by its id, else by the units' texts they share. */
function matchParagraphs(earlier: EarlierReport, fresh: Narrative): ReadonlyMap<string, EarlierParagraph> {
  const byId = new Map(earlier.paragraphs.map((one) => [one.id, one]));
  const found = new Map<string, EarlierParagraph>();
  const open = fresh.paragraphs.filter((one) => {
    const same = byId.get(one.id);
    if (same !== undefined && same.state !== 'added') found.set(one.id, same);
    return same === undefined;
  });
  const taken = new Set(found.values());
  const byText = new Map<string, EarlierParagraph>();
  for (const one of earlier.paragraphs) {
    if (taken.has(one) || one.state === 'added') continue;
    for (const key of one.texts) byText.set(`${familyOf(one.id)} ${key}`, one);
  }
  for (const one of open) {
    const before = textKeysOf(one)
      .flatMap((key) => byText.get(`${familyOf(one.id)} ${key}`) ?? [])
      .find((each) => !taken.has(each));
    if (before === undefined) continue;
    found.set(one.id, before);
    taken.add(before);
  }
  return found;
}

/** "strengths/text/1a2b3c4d" → "strengths/text": texts of another part are other thoughts. */
function familyOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

function withClerksWork(before: EarlierParagraph, fresh: Paragraph): Paragraph {
  switch (before.state) {
    case 'auto':
    case 'added':
      return fresh;
    case 'hidden':
      // Hidden after it was edited: the clerk's words come back with it.
      return before.text === before.base.text
        ? { ...fresh, state: 'hidden' }
        : { ...fresh, parts: [before.text], state: 'hidden', base: before.base };
    case 'edited':
    case 'pinned':
      return {
        ...fresh,
        // Words in the place of a prompt are an answer to it.
        kind: fresh.kind === 'prompt' && before.state === 'edited' ? 'paragraph' : fresh.kind,
        parts: [before.text],
        sources: [...fresh.sources.filter((one) => one.kind !== 'prompt'), { kind: 'clerk' }],
        state: before.state,
        base: before.base,
        outdated: outdatedFigures(before.text, before.base, figuresOf(fresh.parts)),
      };
  }
}

/** Figures the clerk's words still rest on although they are others now; those the clerk has put right are not. */
export function outdatedFigures(text: string, base: Base, now: readonly FigurePart[]): readonly OutdatedFigure[] {
  return base.figures.flatMap((before): OutdatedFigure[] => {
    const current = now.find((one) => sameFigure(one, before)) ?? null;
    if (current !== null && current.value === before.value) return [];
    const says = (figure: FigurePart): boolean => standsIn(text, figure.text);
    if (current !== null && says(current) && !says(before)) return [];
    // A figure that the clerk's words no longer name cannot be out of date in them.
    return says(before) ? [{ before, now: current }] : [];
  });
}

/** Whether a figure stands in a text as a number of its own: "12" is not in "1.412" or "12,5". */
function standsIn(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + figure.length, at + figure.length + 2);
    if (!/\d$|\d[.,]$/.test(before) && !/^\d|^[.,]\d/.test(after)) return true;
  }
  return false;
}

/** What the clerk wrote stays, also where nothing is generated in its place any more. */
function orphanOf(before: EarlierParagraph): Paragraph | null {
  if (before.state === 'auto' || before.state === 'hidden') return null;
  const sources: readonly ParagraphSource[] = [{ kind: 'clerk' }];
  const added = before.state === 'added';
  return {
    id: before.id,
    section: before.section,
    kind: before.kind === 'prompt' ? 'paragraph' : before.kind,
    title: before.title,
    parts: [before.text],
    sources,
    state: before.state,
    alike: [],
    base: added ? null : before.base,
    outdated: added ? [] : outdatedFigures(before.text, before.base, []),
  };
}

/** The earlier order, with new paragraphs behind the one they follow when generated. */
function withNew(kept: readonly Paragraph[], fresh: Narrative, merged: ReadonlyMap<string, Paragraph>): readonly Paragraph[] {
  const placed = new Set(kept.map((one) => one.id));
  const behind = new Map<string | null, Paragraph[]>();
  let last: string | null = null;
  let section: string | null = null;
  for (const one of fresh.paragraphs) {
    if (one.section !== section) [section, last] = [one.section, null];
    if (placed.has(one.id)) {
      last = one.id;
      continue;
    }
    const key = last ?? `first ${one.section}`;
    const list = behind.get(key);
    const now = merged.get(one.id) ?? one;
    if (list === undefined) behind.set(key, [now]);
    else list.push(now);
  }
  const firsts = fresh.sections
    .map((one) => one.id)
    .concat('opening', 'closing')
    .flatMap((id) => behind.get(`first ${id}`) ?? []);
  return [...firsts, ...kept.flatMap((one) => [one, ...(behind.get(one.id) ?? [])])];
}

function inSections(fresh: Narrative, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const order = ['opening', ...fresh.sections.map((one) => one.id), 'closing'];
  return order.flatMap((section) => paragraphs.filter((one) => one.section === section));
}
