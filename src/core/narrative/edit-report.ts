/** What a clerk does to a report, one change at a time: the same changes that the sheet "Báo cáo" allows. */
import { figuresOf, textOf, type Narrative, type Paragraph } from './narrative';
import { outdatedFigures } from './report-sheet/merge-report';

export type ReportEdit =
  | { readonly kind: 'write'; readonly id: string; readonly text: string }
  /** Keeps a paragraph as it is, or lets it follow the figures again (as generated next time). */
  | { readonly kind: 'pin' | 'release' | 'hide' | 'show'; readonly id: string }
  /** Before another paragraph of its section; null for the end of the section. */
  | { readonly kind: 'move'; readonly id: string; readonly before: string | null }
  | { readonly kind: 'add'; readonly id: string; readonly section: string; readonly text: string; readonly asItem: boolean };

/** Applies an edit; one about a paragraph that is not there changes nothing. */
export function editReport(narrative: Narrative, edit: ReportEdit): Narrative {
  if (edit.kind === 'add')
    return { ...narrative, paragraphs: inserted(narrative.paragraphs, addedParagraph(edit), edit.section) };
  if (edit.kind === 'move') return { ...narrative, paragraphs: moved(narrative.paragraphs, edit.id, edit.before) };
  return { ...narrative, paragraphs: narrative.paragraphs.map((one) => (one.id === edit.id ? changed(one, edit) : one)) };
}

function addedParagraph(edit: Extract<ReportEdit, { kind: 'add' }>): Paragraph {
  return {
    id: `added/${edit.id}`,
    section: edit.section,
    kind: edit.asItem ? 'item' : 'paragraph',
    title: null,
    parts: [edit.text],
    sources: [{ kind: 'clerk' }],
    state: 'added',
    alike: [],
    base: null,
    outdated: [],
  };
}

function changed(one: Paragraph, edit: Exclude<ReportEdit, { kind: 'add' | 'move' }>): Paragraph {
  const base = one.base ?? { text: textOf(one.parts), figures: figuresOf(one.parts) };
  switch (edit.kind) {
    case 'write': {
      const text = edit.text.trim();
      if (text === '') return { ...one, state: 'hidden' };
      if (one.state === 'added') return { ...one, parts: [text] };
      if (text === textOf(one.parts)) return one;
      const kind = one.kind === 'prompt' ? 'paragraph' : one.kind;
      // Only the figures that were out of date before can still be so.
      const now = one.outdated.flatMap((figure) => figure.now ?? []);
      const still = base.figures.filter((figure) =>
        one.outdated.some(({ before }) => before.fact === figure.fact && before.figure === figure.figure),
      );
      return {
        ...one,
        kind,
        parts: [text],
        state: 'edited',
        base,
        outdated: outdatedFigures(text, { ...base, figures: still }, now),
      };
    }
    case 'pin':
      return one.state === 'auto' ? { ...one, state: 'pinned', base } : one;
    case 'release':
      return one.state === 'added' ? one : { ...one, state: 'auto', base: null, outdated: [] };
    case 'hide':
      return { ...one, state: 'hidden' };
    case 'show':
      if (one.state !== 'hidden') return one;
      return { ...one, state: one.base !== null && one.base.text !== textOf(one.parts) ? 'edited' : 'auto' };
  }
}

function moved(paragraphs: readonly Paragraph[], id: string, before: string | null): readonly Paragraph[] {
  const one = paragraphs.find((each) => each.id === id);
  const target = before === null ? null : paragraphs.find((each) => each.id === before);
  if (one === undefined || target === undefined || id === before || (target !== null && target.section !== one.section))
    return paragraphs;
  const others = paragraphs.filter((each) => each !== one);
  if (target === null) return inserted(others, one, one.section);
  const at = others.indexOf(target);
  return [...others.slice(0, at), one, ...others.slice(at)];
}

/** At the end of its section; of an empty one at the end of the report. */
function inserted(paragraphs: readonly Paragraph[], one: Paragraph, section: string): readonly Paragraph[] {
  const last = paragraphs.findLastIndex((each) => each.section === section);
  const at = last < 0 ? paragraphs.length : last + 1;
  return [...paragraphs.slice(0, at), one, ...paragraphs.slice(at)];
}
