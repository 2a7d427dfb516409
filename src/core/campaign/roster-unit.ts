/** The units of a roster: who has to report. */
import type { ReportingUnit } from './reporting-unit';
import type { UnitKind } from './unit-kind';

export interface RosterUnit extends ReportingUnit {
  readonly kind: UnitKind;
  /** The kind as written ("UBND", "Trường THCS" …); null when not given. */
  readonly kindText: string | null;
  /** Name or code of the superior; null when not given. */
  readonly superior: string | null;
  readonly email: string | null;
  /** The unit's own deadline as written; null for the campaign's. */
  readonly deadline: string | null;
  readonly aliases: readonly string[];
}

export interface Roster {
  readonly units: readonly RosterUnit[];
}
