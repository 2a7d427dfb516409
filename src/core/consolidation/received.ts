/** What reading and checking made of one received file: what consolidation starts from. */
import type { CheckedForm } from '../checks/checked-form';
import type { Refusal } from '../finding-codes';
import type { UnitEvidence } from '../forms/filled-form';
import type { UnitTexts } from '../narrative/texts/unit-texts';
import type { Lineage } from './lineage';

interface ReceivedBase {
  /** "a.xlsx", "xa/a.xlsx" or "b.zip!c/d.xlsx". */
  readonly file: string;
  /** The file's fingerprint: SHA-256 of what of it was looked at (docs/decisions/0007), hexadecimal; null where that was nothing. */
  readonly hash: string | null;
  /** When the workbook says it was saved; ISO 8601 or null. */
  readonly savedAt: string | null;
  /** The file's time on disk or in its archive; ISO 8601 or null. */
  readonly fileTime: string | null;
}

export type Received = ReceivedBase &
  (
    | { readonly outcome: 'refused'; readonly refusal: Refusal }
    /** More than one filled form in one file: nobody may choose for the clerk. */
    | { readonly outcome: 'several'; readonly sheets: readonly string[] }
    | {
        readonly outcome: 'form';
        readonly form: CheckedForm;
        /** The workbook's own properties that name a unit, for when the sheet does not. */
        readonly metadata: readonly UnitEvidence[];
        /** What the unit wrote in words (sheet "Báo cáo"); null where it wrote nothing. */
        readonly texts: UnitTexts | null;
        readonly lineage: Lineage | null;
        /** A lineage is there but cannot be understood. */
        readonly lineageBroken: boolean;
        /** The figures come from a clerk's hand, not from a file. */
        readonly typedIn?: true;
      }
  );
