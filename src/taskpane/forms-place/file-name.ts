/** A file name that every system takes: what it forbids becomes a space, and it does not grow without bound. */
const LONGEST = 120;

/** `name` ends in ".xlsx" or another short ending, which stays. */
export function fileNameOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const clean = [...stem]
    .map((letter) => (/[\\/:*?"<>|]/.test(letter) || letter < ' ' ? ' ' : letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return `${[...clean].slice(0, LONGEST).join('').trim()}${ending}`;
}
