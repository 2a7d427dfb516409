/** Names of received files on a terminal: a name may hold letters that move the cursor, change colours or hide what follows. */

const MOVES_OR_HIDES = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text as one line that only shows itself: control and direction characters become "�". */
export function plainLine(text: string): string {
  return text.replace(MOVES_OR_HIDES, '\ufffd');
}
