/**
 * Findings: what is wrong, odd or reworded in what a unit sent. A finding is data (a code and its parameters);
 * the sentence a clerk reads is made in `messages/`, where a missing one fails the compile.
 */
import type { CellRef } from './cells/cell-ref';
import type { FindingParameters } from './finding-codes';

export type FindingCode = keyof FindingParameters;
export type Severity = 'error' | 'warning' | 'hint';

/** A reading that is offered and not counted until accepted: measure id → value, for one row. */
export interface Proposal {
  /** Id of the row; in a list the address of the cell ("B12"). */
  readonly indicator: string;
  readonly values: Readonly<Record<string, number>>;
  /** In a list: column id → how its words would be read. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** What to write where to mend a finding in a live sheet; null empties the cell. */
export interface Fix {
  readonly writes: readonly { readonly cell: string; readonly value: number | string | null }[];
}

interface FindingOf<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  /** The sheet and cell it is about; null when it is about the whole file. */
  readonly at: CellRef | null;
  readonly params: FindingParameters[C];
  readonly proposal?: Proposal;
  readonly fix?: Fix;
}

/** A union over all codes, so that code and parameters always belong together. */
export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];

/** Makes a finding; code and parameters are checked against each other by the compiler. */
export function finding<C extends FindingCode>(
  code: C,
  severity: Severity,
  at: CellRef | null,
  params: FindingParameters[C],
  extra: { readonly proposal?: Proposal; readonly fix?: Fix } = {},
): Finding {
  return { code, severity, at, params, ...extra } as Finding;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Orders findings by severity, the gravest first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return RANK[a] - RANK[b];
}
