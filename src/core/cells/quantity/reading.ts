/** What a quantity cell is asked and what it answers. */
import type { FieldNature } from '../../forms/definition';

/** What the row and column ask for. */
export interface QuantityContext {
  readonly nature: FieldNature;
  /** The unit of measure in running text: "lớp", "tin, bài/cuộc", "quyển/tờ", "người", "đồng". */
  readonly unit: string;
  /** "x" or "có" may be proposed as one. */
  readonly yesNo: boolean;
  /** Where the row asks for two quantities: the unit of the thing and of the persons; one cell may hold both. */
  readonly pair: { readonly thing: string; readonly person: string } | null;
}

export type ProposalReason = 'approximate' | 'words' | 'thousands' | 'comma' | 'mark' | 'sum';
export type UnreadableReason =
  'text' | 'negative' | 'error' | 'product' | 'mark' | 'fraction' | 'uncalculated' | 'date' | 'other-unit' | 'too-large';

export type QuantityReading =
  /** Nothing reported: blank, "…", ".....". */
  | { readonly state: 'absent' }
  /**
   * `reworded`: the cell does not hold plainly this number ("02", "12 lớp"). `saysNature`: what a unit word in the
   * cell says is counted ("350 người" → persons); null without such a word.
   */
  | {
      readonly state: 'certain';
      readonly value: number;
      readonly reworded: boolean;
      readonly saysNature: FieldNature | null;
    }
  /** Both quantities with their words, only where the context asks for a pair: "15 lớp/450 người". */
  | {
      readonly state: 'certain-pair';
      readonly thing: number;
      readonly person: number;
    }
  | {
      readonly state: 'proposed';
      readonly value: number;
      readonly why: ProposalReason;
    }
  /** "pair": "15/450". "date": Excel took "2/10" for 2 October. */
  | {
      readonly state: 'proposed-pair';
      readonly thing: number;
      readonly person: number;
      readonly why: 'pair' | 'date';
    }
  | { readonly state: 'unreadable'; readonly why: UnreadableReason };
