/** Keeps formula results true: hands what changed to the engine and writes back what it computed. */
import type { EngineInput, EngineSpill, FormulaEngine } from '../formulas/engine';
import { qualifyReferences } from '../formulas/references';
import { translateFormula, type FormulaScope } from '../formulas/translate';
import { BLANK, typeOfResult, type CellContent, type Scalar } from './cell';
import { bounding, rectOf, type Rect } from './rect';
import { columnOf, keyOf, rowOf, type Sheet } from './sheet';
import type { Workbook } from './workbook';

/** A formula to be computed without being in a cell: at a place of a sheet, for validations and conditional formats. */
export interface Question {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const SCRATCH = { id: '~scratch', name: '~scratch' };

export class Calculation {
  private running: Promise<void> = Promise.resolve();
  private open = 0;
  private everything = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly engine: FormulaEngine,
  ) {}

  /** True while some formula result may be out of date. */
  get isStale(): boolean {
    // Without a single formula nothing can be out of date; the engine learns of constants when it needs them.
    const { stale, sheets } = this.workbook;
    return (this.everything || stale.size > 0) && sheets.some((sheet) => sheet.formulaKeys.size > 0);
  }

  /** Whether a result may still change: something is stale, or a run that took it up has not ended. */
  get isPending(): boolean {
    return this.isStale || this.open > 0;
  }

  /** Resolves when every result is up to date (in manual mode: when entered formulas have their first result). */
  settle(): Promise<void> {
    return this.exclusive(() => this.run());
  }

  /** Application.calculate: everything that is stale, or everything at all. */
  recalculate(full: boolean): Promise<void> {
    if (full) this.workbook.markAllFormulasStale();
    this.everything = true;
    return this.settle();
  }

  /** Computes formulas that stand in no cell, in the order they were asked. */
  async evaluate(questions: readonly Question[]): Promise<Scalar[]> {
    if (questions.length === 0) return [];
    await this.exclusive(() => this.run(true));
    const answers = new Map<string, Scalar>();
    // Two questions for one place go into different runs: a scratch cell holds one formula.
    const groups: Map<number, Question>[] = [];
    for (const question of questions) {
      const key = keyOf(question.row, question.column);
      let group = groups.find((other) => !other.has(key));
      if (group === undefined) groups.push((group = new Map<number, Question>()));
      group.set(key, question);
    }
    const sheets = this.workbook.sheets.map(({ id, name }) => ({ id, name }));
    for (const group of groups) {
      const inputs = [...group.values()].map((question): EngineInput => {
        const { row, column } = question;
        const formula = qualifyReferences(
          this.translate(question.sheet, row, column, question.formula).formula,
          question.sheet.name,
        );
        return { sheetId: SCRATCH.id, row, column, value: null, formula };
      });
      const answer = await this.exclusive(() => this.engine.calculate([...sheets, SCRATCH], inputs, false));
      for (const result of answer.results) {
        if (result.sheetId !== SCRATCH.id) continue;
        const question = group.get(keyOf(result.row, result.column));
        if (question !== undefined) answers.set(questionKey(question), result.value);
      }
    }
    await this.exclusive(() => this.engine.calculate(sheets, [], false));
    return questions.map((question) => answers.get(questionKey(question)) ?? '');
  }

  private exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.running.then(work);
    this.open += 1;
    const close = (): void => {
      this.open -= 1;
    };
    this.running = result.then(close, close);
    return result;
  }

  /** `always` brings the engine up to date even where no formula needs it: a question is about to be asked. */
  private async run(always = false): Promise<void> {
    const { workbook } = this;
    while (this.isStale || (always && workbook.stale.size > 0)) {
      const everything = this.everything;
      const manual = workbook.calculationMode === 'Manual' && !everything;
      const inputs = this.collectInputs();
      this.everything = false;
      const sheets = workbook.sheets.map(({ id, name }) => ({ id, name }));
      const answer = await this.engine.calculate(sheets, inputs, everything);
      const entered = new Set(inputs.map((input) => `${input.sheetId} ${String(keyOf(input.row, input.column))}`));
      const touched = new Map<Sheet, Rect>();
      for (const spill of answer.spills) this.applySpill(spill, touched);
      for (const { sheetId, row, column, value } of answer.results) {
        // In manual mode only what was just entered gets a result; the rest waits for calculate().
        if (manual && !entered.has(`${sheetId} ${String(keyOf(row, column))}`)) continue;
        this.applyResult(sheetId, row, column, value, touched);
      }
      for (const [sheet, rect] of touched) {
        workbook.note({ aspect: 'cells', sheet, rect });
        workbook.emit({ kind: 'calculated', sheet });
      }
    }
  }

  private collectInputs(): EngineInput[] {
    const { workbook } = this;
    const inputs: EngineInput[] = [];
    for (const [sheet, keys] of workbook.stale) {
      if (sheet.deleted) continue;
      for (const key of keys) {
        const content = sheet.cells.get(key);
        const [row, column] = [rowOf(key), columnOf(key)];
        workbook.symbolic.get(sheet)?.delete(key);
        if (content?.formula == null) {
          const value = content === undefined || content.type === 'Empty' ? null : content.value;
          inputs.push({ sheetId: sheet.id, row, column, value, formula: null });
          continue;
        }
        const { formula, symbolic } = this.translate(sheet, row, column, content.formula);
        if (symbolic) {
          let known = workbook.symbolic.get(sheet);
          if (known === undefined) workbook.symbolic.set(sheet, (known = new Set()));
          known.add(key);
        }
        inputs.push({ sheetId: sheet.id, row, column, value: null, formula });
      }
    }
    workbook.stale.clear();
    return inputs;
  }

  private translate(sheet: Sheet, row: number, column: number, formula: string): ReturnType<typeof translateFormula> {
    const { workbook } = this;
    const shapeOf = (name: string): ReturnType<FormulaScope['findTable']> =>
      workbook.tables.find((table) => table.name.toLowerCase() === name.toLowerCase())?.shape ?? null;
    return translateFormula(formula, {
      sheetName: sheet.name,
      row,
      column,
      homeTable: workbook.tableAt(sheet, row, column)?.shape ?? null,
      findTable: shapeOf,
      findName: (name, from) => {
        const home = from === null ? sheet : workbook.findSheet(from);
        return workbook.findName(name, home)?.formula ?? null;
      },
      hasSheet: (name) => workbook.sheets.some((other) => other.name.toLowerCase() === name.toLowerCase()),
    });
  }

  private applyResult(sheetId: string, row: number, column: number, value: Scalar, touched: Map<Sheet, Rect>): void {
    const sheet = this.workbook.sheets.find((other) => other.id === sheetId);
    const key = keyOf(row, column);
    const content = sheet?.cells.get(key);
    if (sheet === undefined || content?.formula == null) return;
    if (content.value === value) return;
    sheet.cells.set(key, { ...content, value, type: typeOfResult(value) });
    const rect = rectOf(row, column);
    touched.set(sheet, bounding(touched.get(sheet) ?? rect, rect));
  }

  /** The cells beside an array formula show its values; they hold none of their own. */
  private applySpill(spill: EngineSpill, touched: Map<Sheet, Rect>): void {
    const sheet = this.workbook.sheets.find((other) => other.id === spill.sheetId);
    if (sheet === undefined) return;
    const anchor = keyOf(spill.row, spill.column);
    sheet.spills.add(anchor);
    for (const [key, content] of sheet.cells) {
      if (content.spilledFrom === anchor) sheet.cells.delete(key);
    }
    spill.values.forEach((line, down) => {
      line.forEach((value, right) => {
        const key = keyOf(spill.row + down, spill.column + right);
        if (key === anchor) return;
        const content: CellContent = { value, type: typeOfResult(value), formula: null, spilledFrom: anchor };
        if ((sheet.cells.get(key) ?? BLANK).type === 'Empty') sheet.cells.set(key, content);
      });
    });
    const rect = rectOf(spill.row, spill.column, spill.values.length, spill.values[0]?.length ?? 1);
    touched.set(sheet, bounding(touched.get(sheet) ?? rect, rect));
  }
}

const questionKey = (question: Question): string =>
  `${question.sheet.id} ${String(question.row)} ${String(question.column)} ${question.formula}`;
