/** The same file received twice, or the same figures of the same unit under another name: counted once. */
import { finding } from '../findings';
import { figuresKey } from '../forms/figures-key';
import type { Draft } from './drafts';

/** Marks all but the first path of each group of duplicates. Equal numbers of different units are no duplicates. */
export function resolveDuplicates(all: readonly Draft[]): void {
  const bytes = new Map<string, Draft>();
  /** The first reports of each unit; what they say is written out only where a unit sent several. */
  const firsts = new Map<string, { readonly draft: Draft; key: string | null }[]>();
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
    const others = firsts.get(draft.unitKey);
    if (others === undefined) {
      firsts.set(draft.unitKey, [{ draft, key: null }]);
      continue;
    }
    const key = figuresKey(draft.received.form);
    const first = others.find((one) => (one.key ??= keyOf(one.draft)) === key);
    if (first === undefined) others.push({ draft, key });
    else mark(draft, 'same-cells', first.draft);
  }
}

function keyOf({ received }: Draft): string {
  return received.outcome === 'form' ? figuresKey(received.form) : '';
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
