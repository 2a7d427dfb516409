/**
 * One report out of two that were edited at the same time: in the pane, and in the sheet "Báo cáo" since the pane read it.
 * Where only the sheet was changed, the sheet's words count; where both were, the pane's, which the clerk sees.
 */
import type { EarlierParagraph, EarlierReport } from '../../core/narrative/report-sheet/earlier-report';

/** `seen`: the sheet as the pane took it over; `now`: as it stands; `pane`: as the pane holds it. The pane's order stays. */
export function joinReports(seen: EarlierReport, now: EarlierReport, pane: EarlierReport): EarlierReport {
  const [seenById, nowById] = [byId(seen), byId(now)];
  const deleted = new Set(pane.deleted);
  const inPane = new Set(pane.paragraphs.map((one) => one.id));
  const joined = pane.paragraphs.flatMap((one): EarlierParagraph[] => {
    const [before, current] = [seenById.get(one.id), nowById.get(one.id)];
    // New in the pane, or changed there.
    if (before === undefined || !isSame(before, one)) return [one];
    if (current !== undefined) return [current];
    if (one.state !== 'added') deleted.add(one.id);
    return [];
  });
  // What the clerk typed into new rows of the sheet stands behind the paragraph it stood behind there.
  let previous: string | null = null;
  for (const one of now.paragraphs) {
    if (one.state === 'added' && !inPane.has(one.id) && !seenById.has(one.id)) {
      const at = previous === null ? -1 : joined.findIndex((each) => each.id === previous);
      joined.splice(at + 1, 0, one);
    }
    previous = one.id;
  }
  return { paragraphs: joined, deleted: [...deleted] };
}

const byId = ({ paragraphs }: EarlierReport): ReadonlyMap<string, EarlierParagraph> =>
  new Map(paragraphs.map((one) => [one.id, one]));

function isSame(a: EarlierParagraph, b: EarlierParagraph): boolean {
  return a.text === b.text && a.state === b.state && a.section === b.section;
}
