/** Turns what happened in the workbook into the events that the client asked for. */
import { formatRect, intersect, type Rect } from '../model/rect';
import type { Sheet } from '../model/sheet';
import type { ChangeDetails, WorkbookEvent } from '../model/workbook';
import { EVENT_KIND, EventType, WORKBOOK_TARGET, type EventEntry } from './wire';

type ChangedEvent = Extract<WorkbookEvent, { readonly kind: 'changed' }>;

const SHIFTS: Readonly<Record<string, string>> = {
  InsertDown: 'ShiftCellDown',
  InsertRight: 'ShiftCellRight',
  DeleteUp: 'ShiftCellUp',
  DeleteLeft: 'ShiftCellLeft',
};

export class Subscriptions {
  private readonly counts = new Map<string, number>();

  set(eventType: number, targetId: string, on: boolean): void {
    const key = `${String(eventType)} ${targetId}`;
    const count = (this.counts.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }

  has(eventType: number, targetId: string): boolean {
    return this.counts.has(`${String(eventType)} ${targetId}`);
  }

  get size(): number {
    return this.counts.size;
  }
}

/** Builds the entries for one happening. `keep` gives a range an id under which the handler can ask for it. */
export class EventWriter {
  private messages = 0;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly keep: (sheet: Sheet, rect: Rect) => string,
    private readonly tablesIn: (sheet: Sheet, rect: Rect) => readonly { readonly id: string; readonly range: Rect }[],
  ) {}

  write(event: WorkbookEvent): EventEntry[] {
    switch (event.kind) {
      case 'changed':
        return [...this.sheetChange(event), ...this.tableChanges(event)];
      case 'activated':
        return this.toSheetAndAll(EventType.SheetActivated, event.sheet, { worksheetId: event.sheet.id });
      case 'deactivated':
        return this.toSheetAndAll(EventType.SheetDeactivated, event.sheet, { worksheetId: event.sheet.id });
      case 'added':
        return this.toAll(EventType.SheetAdded, { worksheetId: event.sheet.id, source: 'Local' });
      case 'deleted':
        return this.toAll(EventType.SheetDeleted, { worksheetId: event.sheet.id, source: 'Local' });
      case 'selection': {
        const address = formatRect(event.rect);
        return this.toSheetAndAll(EventType.SheetSelection, event.sheet, { worksheetId: event.sheet.id, address });
      }
      case 'calculated':
        return this.toSheetAndAll(EventType.SheetCalculated, event.sheet, { worksheetId: event.sheet.id });
      case 'tableAdded':
      case 'tableDeleted': {
        const { table } = event;
        const type = event.kind === 'tableAdded' ? EventType.TableAdded : EventType.TableDeleted;
        const args = { tableId: table.id, tableName: table.name, worksheetId: table.sheet.id, source: 'Local' };
        return [...this.toAll(type, args), ...this.to(type, table.sheet.id, args)];
      }
      default:
        return [];
    }
  }

  private sheetChange(event: ChangedEvent): EventEntry[] {
    const { sheet } = event;
    const wanted = [sheet.id, WORKBOOK_TARGET].filter((target) => this.subscriptions.has(EventType.SheetChanged, target));
    return wanted.flatMap((target) => this.to(EventType.SheetChanged, target, this.changeArgs(event)));
  }

  private tableChanges(event: ChangedEvent): EventEntry[] {
    return this.tablesIn(event.sheet, event.rect).flatMap((table) => {
      const inside = intersect(event.rect, table.range) ?? event.rect;
      const args = { ...this.changeArgs({ ...event, rect: inside }), tableId: table.id };
      return [table.id, WORKBOOK_TARGET].flatMap((target) => this.to(EventType.TableChanged, target, args));
    });
  }

  private changeArgs(event: ChangedEvent): Record<string, unknown> {
    return {
      changeType: event.changeType,
      source: 'Local',
      worksheetId: event.sheet.id,
      address: formatRect(event.rect),
      triggerSource: event.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      referenceId: this.keep(event.sheet, event.rect),
      shiftDirection: event.changeDirection === null ? 'None' : (SHIFTS[event.changeDirection] ?? 'None'),
      ...(event.details === null ? {} : wireDetails(event.details)),
    };
  }

  private toSheetAndAll(type: number, sheet: Sheet, args: Record<string, unknown>): EventEntry[] {
    return [...this.to(type, sheet.id, args), ...this.toAll(type, args)];
  }

  private toAll(type: number, args: Record<string, unknown>): EventEntry[] {
    return this.to(type, WORKBOOK_TARGET, args);
  }

  private to(type: number, target: string, args: Record<string, unknown>): EventEntry[] {
    if (!this.subscriptions.has(type, target)) return [];
    this.messages += 1;
    return [[EVENT_KIND, type, target, JSON.stringify(args), String(this.messages), false]];
  }
}

const wireDetails = (details: ChangeDetails): Record<string, unknown> => ({ ...details });
