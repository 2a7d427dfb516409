/** A reporting unit (đơn vị báo cáo): who a submission speaks for. */
export interface ReportingUnit {
  /** The roster's code; null for a unit known by name only. */
  readonly code: string | null;
  readonly name: string;
}
