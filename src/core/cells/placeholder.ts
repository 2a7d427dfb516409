/** Places to write in, which forms print and clerks leave: they say that nothing was reported. */

/** What a form prints where something is to be written: dots, ellipses, underscores, lines of dashes. */
const PLACEHOLDER = /^[.\u2024-\u2026\u22EF\u00B7_\u2013\u2014\-\s\u200B-\u200D\u2060\uFEFF\u00AD]*$/;

/**
 * True for a text that is only a place to write in ("…", ".....", "____", "- - -") or nothing at all. A single dash
 * is none: it is how accounts write zero.
 */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text) && !/^[-\u2013\u2014]$/.test(text.trim());
}
