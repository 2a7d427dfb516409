/** A name for each finding that stays with it while others come and go, so that focus and painting stay with it too. */
import type { Finding } from '../../core/findings';

export function keysOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, at, params }) => {
    const name = `${code} ${at?.sheet ?? ''} ${at?.cell ?? ''} ${at?.cell == null ? JSON.stringify(params) : ''}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name} ${String(times)}`;
  });
}
