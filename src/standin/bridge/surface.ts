/** Reads from the loaded library which members a class has, so that a gap is told from a misspelt name. */
import type { KnownMember } from '../protocol/query';

interface ClassTables {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** `library` gives the `Excel` namespace of the add-in's window once it is there. */
export function knownMembersOf(library: () => unknown): KnownMember {
  return (type, member) => {
    const namespace = library();
    if (typeof namespace !== 'object' || namespace === null) return null;
    const made: unknown = (namespace as Record<string, unknown>)[type];
    if (typeof made !== 'function') return null;
    const tables = made.prototype as ClassTables;
    const names = [...(tables._scalarPropertyOriginalNames ?? []), ...(tables._navigationPropertyNames ?? [])];
    return names.some((name) => name.toLowerCase() === member.toLowerCase());
  };
}
