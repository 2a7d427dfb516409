/**
 * Thoughts that several units wrote in nearly the same words, brought together. Only near-duplicates are: where each
 * of two texts has a word of content that the other lacks they are two thoughts, and stay two. Compared are only texts
 * that share one of their rarer words, so that thousands of units cost no thousands squared.
 */
import { foldText } from '../../cells/fold';
import { contentWords, isSlip } from './content-words';

/** Share of content words in common from which two texts are the same thought. */
export const SAME_THOUGHT = 0.6;
/** A text is compared with at most this many groups; beyond, near-duplicates may stay apart, equal texts never do. */
const MOST_COMPARED = 60;

export interface AlikeGroup<T> {
  /** The clearest wording. */
  readonly kept: T;
  /** All entries, `kept` among them, in the order they were given. */
  readonly members: readonly T[];
}

interface Wording<T> {
  readonly folded: string;
  readonly words: readonly string[];
  readonly members: T[];
  readonly order: number;
}

/** Groups entries by likeness of their texts; groups stand in the order of their first entry. Deterministic. */
export function groupAlike<T>(entries: readonly T[], textOf: (entry: T) => string): readonly AlikeGroup<T>[] {
  const wordings = equalTexts(entries, textOf);
  const groups: Wording<T>[][] = [];
  const index = new Map<string, number[]>();
  const frequency = frequencies(wordings);
  // The most usual wording comes first, so that it is the one others are compared with.
  const usual = [...wordings].sort((a, b) => b.members.length - a.members.length || a.order - b.order);
  for (const wording of usual) {
    const rare = rarest(wording.words, frequency);
    const found = findGroup(wording, candidates(rare, index), groups);
    const group = found ?? groups.push([wording]) - 1;
    if (found !== null) groups[group]?.push(wording);
    for (const word of rare) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [group]);
      else if (list.at(-1) !== group && list.length < MOST_COMPARED) list.push(group);
    }
  }
  return groups
    .map((group) => [...group].sort((a, b) => a.order - b.order))
    .sort((a, b) => (a[0]?.order ?? 0) - (b[0]?.order ?? 0))
    .flatMap((group) => {
      const kept = clearest(group, textOf);
      return kept === undefined ? [] : [{ kept, members: group.flatMap((one) => one.members) }];
    });
}

function equalTexts<T>(entries: readonly T[], textOf: (entry: T) => string): readonly Wording<T>[] {
  const byText = new Map<string, Wording<T>>();
  for (const entry of entries) {
    const folded = foldText(textOf(entry));
    const known = byText.get(folded);
    if (known !== undefined) known.members.push(entry);
    else byText.set(folded, { folded, words: contentWords(folded), members: [entry], order: byText.size });
  }
  return [...byText.values()];
}

function frequencies<T>(wordings: readonly Wording<T>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Two sets that share 60 % have one of the rarest 41 % of the words of each in common. */
function rarest(words: readonly string[], frequency: ReadonlyMap<string, number>): readonly string[] {
  const count = words.length - Math.ceil(words.length * SAME_THOUGHT) + 1;
  const ranked = [...words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
  // One more, for a slip of the keyboard in a rare word.
  return ranked.slice(0, count + 1);
}

function candidates(words: readonly string[], index: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of words) {
    for (const group of index.get(word) ?? []) {
      if (found.size >= MOST_COMPARED) return found;
      found.add(group);
    }
  }
  return found;
}

function findGroup<T>(
  wording: Wording<T>,
  among: ReadonlySet<number>,
  groups: readonly (readonly Wording<T>[])[],
): number | null {
  for (const group of among) {
    const members = groups[group] ?? [];
    // Alike with every wording of the group: likeness does not pass on from text to text.
    if (members.length > 0 && members.slice(0, MOST_COMPARED).every((one) => isSameThought(one.words, wording.words)))
      return group;
  }
  return null;
}

/** Whether two texts (as content words) say the same: enough in common, and at most one of them says more. */
export function isSameThought(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const onlyA = a.filter((word) => !inB.has(word));
  const onlyB = b.filter((word) => !inA.has(word));
  const slips = matchSlips(onlyA, onlyB);
  const [restA, restB] = [onlyA.length - slips, onlyB.length - slips];
  if (restA > 0 && restB > 0) return false;
  // One more word that denies turns a thought around.
  const more = restA > 0 ? onlyA : onlyB;
  if (more.some((word) => DENYING.has(word) || /^[0-9]/.test(word))) return false;
  const common = a.length - restA;
  return common / (common + restA + restB) >= SAME_THOUGHT;
}

const DENYING = new Set(['chua', 'khong', 'thieu', 'it', 'cham', 'kho', 'kem', 'yeu', 'han', 'hep', 'giam', 'sai', 'muon']);

function matchSlips(onlyA: readonly string[], onlyB: readonly string[]): number {
  const free = new Set(onlyB);
  let slips = 0;
  for (const word of onlyA) {
    for (const other of free) {
      if (!isSlip(word, other)) continue;
      free.delete(other);
      slips += 1;
      break;
    }
  }
  return slips;
}

/** The wording most units used; of equally usual ones the one with its marks, in small letters, that says no more than the others. */
function clearest<T>(group: readonly Wording<T>[], textOf: (entry: T) => string): T | undefined {
  const entries = group.flatMap((wording) => wording.members.map((entry) => ({ entry, wording, text: textOf(entry) })));
  const rank = (one: (typeof entries)[number]): readonly number[] => [
    -one.wording.members.length,
    one.wording.words.length,
    hasMarks(one.text) ? 0 : 1,
    one.text === one.text.toUpperCase() ? 1 : 0,
    one.text.length,
  ];
  let best: (typeof entries)[number] | undefined;
  for (const one of entries) if (best === undefined || isLess(rank(one), rank(best))) best = one;
  return best?.entry;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}

/** Whether a text writes Vietnamese marks. */
function hasMarks(text: string): boolean {
  return /[\u0300-\u036F\u0111]/.test(text.toLowerCase().normalize('NFD'));
}
