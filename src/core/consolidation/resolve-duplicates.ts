/** The same file received twice, or the same figures of the same unit under another name: counted once. */
import { finding } from '../findings';
import { figuresKey } from '../forms/figures-key';
import type { Draft } from './drafts';

/** Marks all but the first path of each group of duplicates. Equal numbers of different units are no duplicates. */
export function resolveDuplicates(all: readonly Draft[]): void {
  const bytes = new Map<string, Draft>();
  const figures = new Map<string, Draft>();
  for (const draft of all) {
    if (draft.state === 'refused' || draft.received.outcome === 'refused') continue;
    const { hash } = draft.received;
    if (hash !== null) {
      const key = `${hash} ${identityInBytes(draft)}`;
      const first = bytes.get(key);
      if (first !== undefined) {
        mark(draft, 'same-bytes', first);
        continue;
      }
      bytes.set(key, draft);
    }
    if (draft.received.outcome !== 'form' || draft.unitKey === null) continue;
    // Two versions of a consolidated workbook may show the same totals for other units: only their bytes tell.
    if (draft.inside !== null) continue;
    const key = `${draft.unitKey}\n${figuresKey(draft.received.form)}`;
    const first = figures.get(key);
    if (first === undefined) figures.set(key, draft);
    else mark(draft, 'same-cells', first);
  }
}

/** Equal bytes of units that only their file names tell apart are two submissions, not one file twice. */
function identityInBytes(draft: Draft): string {
  const byName = draft.identity?.known === true && draft.identity.evidence.source === 'fileName';
  return byName ? (draft.unitKey ?? '') : '';
}

function mark(draft: Draft, code: 'same-bytes' | 'same-cells', first: Draft): void {
  draft.state = 'duplicate';
  draft.reason = code;
  draft.findings.push(finding(code, 'hint', null, { first: first.received.file }));
}
