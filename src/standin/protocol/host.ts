/**
 * The host: takes requests as text, runs them one after the other over the workbook, answers as text, and pushes
 * events. It does not know how requests arrive; that is the bridges' business.
 */
import type { FormulaEngine } from '../formulas/engine';
import { Calculation } from '../model/calculation';
import { HostError } from '../model/host-error';
import { intersect, type Rect } from '../model/rect';
import type { Sheet } from '../model/sheet';
import { Workbook, type TrackedRange } from '../model/workbook';
import { Counters } from './counters';
import { EventWriter, Subscriptions } from './events';
import { executeBatch } from './execute';
import { Faults } from './faults';
import type { HostObject, HostServices } from './host-type';
import type { KnownMember } from './query';
import { BASELINE_SETS, type RequirementSets } from './requirement-sets';
import { serviceObject, workbookObject } from './types/workbook';
import { makeRange } from './types/registry';
import { RequestFlag, isRequestBody, type EventEntry, type ReplyBody } from './wire';

export interface HostOptions {
  readonly engine: FormulaEngine;
  readonly workbook?: Workbook;
  readonly sets?: RequirementSets;
  /** "PC" (native bridge) or "OfficeOnline" (frame): only the payload limit hangs on it. */
  readonly platform?: 'PC' | 'OfficeOnline';
}

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

type EventSink = (entries: readonly EventEntry[]) => void;
/** A ribbon click: its id, the function's name, the event as JSON. */
export type CommandSink = (entry: readonly [string, string, string]) => void;

export class Host {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly faults = new Faults();
  readonly counters = new Counters();
  readonly subscriptions = new Subscriptions();
  readonly sets: RequirementSets;
  /** Members that were asked for and are not built: tests demand that this stays empty. */
  readonly gaps: string[] = [];
  /** Documents settings of the common API (Office.context.document.settings). */
  readonly documentSettings = new Map<string, unknown>();
  /** Asks the library whether it knows a member; null while nobody can say. */
  isKnown: KnownMember = () => null;
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;
  private readonly sinks = new Set<EventSink>();
  private pending: EventEntry[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly writer: EventWriter;
  private readonly gapListeners = new Set<(member: string) => void>();
  private readonly paneListeners = new Set<(on: boolean) => void>();
  private readonly createdListeners = new Set<(base64: string | null) => void>();
  private commandSink: CommandSink | null = null;
  private nextCommand = 0;
  private readonly runningCommands = new Map<string, (data: unknown) => void>();
  private waitingForCommands: (() => void)[] = [];

  constructor(options: HostOptions) {
    this.workbook = options.workbook ?? new Workbook();
    this.calculation = new Calculation(this.workbook, options.engine);
    this.sets = options.sets ?? BASELINE_SETS;
    this.writer = new EventWriter(
      this.subscriptions,
      (sheet, rect) => this.keepRange(sheet, rect),
      (sheet, rect) => this.workbook.tablesOn(sheet).filter((table) => intersect(table.range, rect) !== null),
    );
    this.workbook.onEvent((event) => {
      if (this.sinks.size === 0) return;
      this.pending.push(...this.writer.write(event));
      this.scheduleEvents();
    });
  }

  /** Runs a request. The answer is the reply's text; a gap is also noted and told to listeners. */
  handle(requestText: string, flags: number): Promise<string> {
    const work = this.queue.then(() => this.run(requestText, flags));
    this.queue = work.catch(() => undefined);
    return work;
  }

  /** Where events go; returns how to stop. */
  connect(sink: EventSink): () => void {
    this.sinks.add(sink);
    return () => this.sinks.delete(sink);
  }

  onGap(listener: (member: string) => void): () => void {
    this.gapListeners.add(listener);
    return () => this.gapListeners.delete(listener);
  }

  onCreateWorkbook(listener: (base64: string | null) => void): () => void {
    this.createdListeners.add(listener);
    return () => this.createdListeners.delete(listener);
  }

  /** Told when the add-in shows its pane or closes it. */
  onShowPane(listener: (on: boolean) => void): () => void {
    this.paneListeners.add(listener);
    return () => this.paneListeners.delete(listener);
  }

  /** Where clicks on ribbon buttons go; the client asks for them when it starts. */
  connectCommands(sink: CommandSink): void {
    this.commandSink = sink;
    for (const resolve of this.waitingForCommands.splice(0)) resolve();
  }

  /** Resolves once an add-in listens to ribbon buttons. */
  whenCommandsReady(): Promise<void> {
    if (this.commandSink !== null) return Promise.resolve();
    return new Promise((resolve) => this.waitingForCommands.push(resolve));
  }

  /**
   * A click on a ribbon button that executes a function of the add-in. Resolves when the function said that it is
   * completed, with what it said.
   */
  async pressCommand(functionName: string, controlId: string): Promise<unknown> {
    this.counters.beginAction(`ribbon: ${controlId}`);
    await this.whenCommandsReady();
    this.nextCommand += 1;
    const id = `command${String(this.nextCommand)}`;
    return new Promise((resolve) => {
      this.runningCommands.set(id, resolve);
      this.commandSink?.([id, functionName, JSON.stringify({ source: { id: controlId } })]);
    });
  }

  /** The function of a ribbon button called `event.completed()`. */
  completeCommand(id: string, data: unknown): void {
    this.runningCommands.get(id)?.(data);
    this.runningCommands.delete(id);
  }

  /** A new add-in page: what the old one kept and asked for is forgotten. */
  resetClient(): void {
    this.references.clear();
    this.workbook.tracked.clear();
    this.sinks.clear();
    this.commandSink = null;
    this.runningCommands.clear();
  }

  private async run(requestText: string, flags: number): Promise<string> {
    const size = bytes(requestText);
    let reply: string;
    try {
      const most = await this.faults.pass(size, (flags & RequestFlag.DelayForCellEdit) !== 0);
      reply = JSON.stringify(await this.execute(requestText, most));
      this.faults.checkReply(bytes(reply));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      reply = JSON.stringify(refusal(error));
    }
    this.counters.count(size, bytes(reply));
    return reply;
  }

  private async execute(requestText: string, mostActions: number | null): Promise<ReplyBody> {
    const body: unknown = JSON.parse(requestText);
    if (!isRequestBody(body)) throw new HostError('InvalidArgument', 'The request is not a batch.');
    const temporary: TrackedRange[] = [];
    const services = this.services(temporary);
    try {
      const reply = await executeBatch(body, {
        host: services,
        isKnown: (type, member) => this.isKnown(type, member),
        root: workbookObject,
        create: serviceObject,
        keep: (object) => this.keepObject(object),
        mostActions,
      });
      if (reply.Error?.Code === 'NotImplemented') this.reportGap(reply.Error.Message);
      return reply;
    } finally {
      const kept = new Set([...this.references.values()].map((object) => trackedOf(object)));
      for (const range of temporary) if (!kept.has(range)) this.workbook.tracked.delete(range);
      void this.calculation.settle();
    }
  }

  private services(temporary: TrackedRange[]): HostServices {
    return {
      workbook: this.workbook,
      calculation: this.calculation,
      actor: 'addin',
      track: (sheet, rect) => {
        const range: TrackedRange = { sheet, rect };
        this.workbook.tracked.add(range);
        temporary.push(range);
        return range;
      },
      subscribe: (eventType, targetId, on) => this.subscriptions.set(eventType, targetId, on),
      kept: (id) => this.references.get(id) ?? null,
      release: (id) => this.release(id),
      releaseAll: () => {
        for (const id of [...this.references.keys()]) this.release(id);
      },
      createWorkbook: (base64) => {
        for (const listener of this.createdListeners) listener(base64);
      },
      commandsReady: () => undefined,
      showPane: (on) => {
        for (const listener of this.paneListeners) listener(on);
      },
    };
  }

  private keepObject(object: HostObject): string {
    if (object.referenceId === null) {
      object.referenceId = `ref${String(this.nextReference)}`;
      this.nextReference += 1;
      this.references.set(object.referenceId, object);
    }
    return object.referenceId;
  }

  private keepRange(sheet: Sheet, rect: Rect): string {
    return this.keepObject(makeRange(this.services([]), sheet, rect));
  }

  private release(id: string): void {
    const object = this.references.get(id);
    this.references.delete(id);
    const range = object === undefined ? null : trackedOf(object);
    if (range !== null) this.workbook.tracked.delete(range);
  }

  /** How many objects the client holds: memory that `untrack` gives back. */
  get keptCount(): number {
    return this.references.size;
  }

  private scheduleEvents(): void {
    if (this.timer !== null || this.pending.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      // Events follow the reply of the batch that caused them.
      void this.queue.then(() => {
        const entries = this.pending.splice(0);
        if (entries.length === 0) return;
        for (const sink of this.sinks) sink(entries);
      });
    }, 0);
  }

  private reportGap(message: string): void {
    const member = message.replace(/^The stand-in Excel does not implement (.*)\.$/, '$1');
    this.gaps.push(member);
    for (const listener of this.gapListeners) listener(member);
  }
}

/** A refused batch: nothing of it was done, so no action is named. */
function refusal(error: HostError): ReplyBody {
  return {
    Error: { Code: error.code, Message: error.message, HttpStatusCode: error.httpStatus, ActionIndex: -1, Location: '' },
    Results: [],
    TraceIds: [],
  };
}

function trackedOf(object: HostObject): TrackedRange | null {
  const { self } = object;
  if (typeof self === 'object' && self !== null && 'tracked' in self) return (self as { tracked: TrackedRange }).tracked;
  return null;
}
