/** Texts that are kept beyond the file they were cut out of. */

/**
 * The same text with letters of its own. A text that was cut out of a longer one keeps the longer one in memory: what is
 * remembered from a file must not remember the file.
 */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
