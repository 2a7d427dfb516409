/** Univer's spreadsheet as a mere view: it draws and takes input, and computes no formula. */
import {
  CanceledError,
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ICommandInfo,
  type IWorkbookData,
  type IWorksheetData,
  type Workbook as UniverWorkbook,
} from '@univerjs/core';
import { ICalculateFormulaService } from '@univerjs/engine-formula';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import locale from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationLocale from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';

export const UNIT = 'workbook';

export type CommandListener = (command: Readonly<ICommandInfo>) => void;

export class Grid {
  private readonly univer: Univer;
  private readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;
  private projecting = 0;

  constructor(container: HTMLElement, firstSheet: Partial<IWorksheetData>) {
    this.univer = new Univer({
      locale: LocaleType.VI_VN,
      locales: { [LocaleType.VI_VN]: { ...locale, ...validationLocale } },
      logLevel: LogLevel.ERROR,
    });
    const core = UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    });
    const plugins = [...core.plugins, ...UniverSheetsDataValidationPreset().plugins];
    for (const entry of plugins as readonly unknown[]) this.register(entry);
    const id = firstSheet.id ?? 'first';
    const data: Partial<IWorkbookData> = { id: UNIT, sheetOrder: [id], sheets: { [id]: firstSheet } };
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    const injector = this.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    // The model computes; a second calculation here would overwrite its results with the grid's own.
    injector.get(ICalculateFormulaService).execute = () => Promise.resolve();
  }

  /** A preset lists plugins alone or with their settings. */
  private register(entry: unknown): void {
    const [plugin, settings] = Array.isArray(entry) ? (entry as [unknown, object | undefined]) : [entry, undefined];
    type Registered = Parameters<Univer['registerPlugin']>[0];
    this.univer.registerPlugin(plugin as Registered, { ...settings });
  }

  get workbook(): UniverWorkbook {
    const unit = this.instances.getUnit<UniverWorkbook>(UNIT);
    if (unit == null || typeof unit !== 'object') throw new Error('The grid has no workbook.');
    return unit;
  }

  /** True while the model's state is put into the grid: such commands are no person's doing. */
  get isProjecting(): boolean {
    return this.projecting > 0;
  }

  /** Runs a command on behalf of the model. */
  project(id: string, params: object): void {
    this.projecting += 1;
    try {
      this.commands.syncExecuteCommand(id, { unitId: UNIT, ...params });
    } finally {
      this.projecting -= 1;
    }
  }

  /** Commands that were done; only those of a person unless `all`. */
  onCommand(listener: CommandListener): void {
    this.commands.onCommandExecuted((command) => {
      if (!this.isProjecting) listener(command);
    });
  }

  /** Asked before a command runs; true forbids it. */
  onBeforeCommand(forbid: (command: Readonly<ICommandInfo>) => boolean): void {
    this.commands.beforeCommandExecuted((command) => {
      // The grid's own way to say that somebody else takes care of a command.
      if (!this.isProjecting && forbid(command)) throw new CanceledError();
    });
  }
}
