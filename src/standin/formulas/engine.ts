/** What the model needs of a formula engine. The engine computes; everything else about a workbook is the model's. */
import type { Scalar } from '../model/cell';

export interface EngineSheet {
  readonly id: string;
  readonly name: string;
}

/** A cell the engine must know about: a constant (`formula` null), a formula in plain A1 notation, or nothing. */
export interface EngineInput {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly value: Scalar | null;
  readonly formula: string | null;
  /** True for a number that is shown as a date: functions such as CELL or TEXT look at it. */
  readonly numberFormat?: string;
}

export interface EngineResult {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
}

/** An array result that spills: its first cell and what every cell of it holds. */
export interface EngineSpill {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Scalar[])[];
}

export interface EngineAnswer {
  readonly results: readonly EngineResult[];
  readonly spills: readonly EngineSpill[];
}

export interface FormulaEngine {
  /**
   * Takes the changes, computes what depends on them, and says what came out.
   * `sheets` is the workbook's present list; cells of sheets that are no longer in it are forgotten.
   * With `everything`, every formula is computed anew.
   */
  calculate(sheets: readonly EngineSheet[], inputs: readonly EngineInput[], everything: boolean): Promise<EngineAnswer>;
  dispose(): void;
}
