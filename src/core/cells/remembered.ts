/**
 * Pure functions of short texts that remember their answers. Received files are filled into the same form: the same
 * labels, titles and units come thousands of times.
 */

const LONGEST = 300;
const MOST = 5_000;
/** Every commune of the country, and its schools: a list of names is gone through several times. */
export const MANY_NAMES = 20_000;

/** The same function, answering a text it has seen before from memory. Long texts and too many of them are not kept. */
export function remembered<T>(answer: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
