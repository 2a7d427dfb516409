/**
 * How the host describes an object of the Excel API: a table of members under their wire names ("RowCount").
 * What is not in a table is not implemented, and asking for it fails with its name.
 */
import type { Calculation } from '../model/calculation';
import type { Rect } from '../model/rect';
import { HostError, invalidArgument } from '../model/host-error';
import type { Sheet } from '../model/sheet';
import type { Actor, TrackedRange, Workbook } from '../model/workbook';

/** What member functions may use. */
export interface HostServices {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly actor: Actor;
  /** A range that lives as long as the batch, or longer when the client keeps it. */
  track(sheet: Sheet, rect: Rect): TrackedRange;
  subscribe(eventType: number, targetId: string, on: boolean): void;
  kept(referenceId: string): HostObject | null;
  release(referenceId: string): void;
  releaseAll(): void;
  /** A workbook that the add-in opens in a new window. */
  createWorkbook(base64: string | null): void;
  /** Called when the client has registered its ribbon commands. */
  commandsReady(): void;
  /** The add-in shows its pane, or closes it. */
  showPane(on: boolean): void;
}

export interface HostType<T> {
  /** The class name in the library, "Excel." left out. */
  readonly name: string;
  /** Scalars sent with every answer about the object: its keys. */
  readonly identity: readonly string[];
  readonly get: Readonly<Record<string, (self: T, host: HostServices) => unknown>>;
  readonly set: Readonly<Record<string, (self: T, value: unknown, host: HostServices) => unknown>>;
  readonly navigate: Readonly<Record<string, (self: T, host: HostServices) => HostObject | null>>;
  readonly methods: Readonly<Record<string, (self: T, args: Args, host: HostServices) => unknown>>;
  /** Scalars whose value hangs on formulas: the host calculates before it answers. */
  readonly computed: ReadonlySet<string>;
  readonly items: ((self: T, host: HostServices) => readonly HostObject[]) | null;
  readonly find: ((self: T, key: string | number, host: HostServices) => HostObject | null) | null;
  /** Throws ItemNotFound or the like when the thing behind the object is gone. */
  readonly check: ((self: T, host: HostServices) => void) | null;
}

export class HostObject<T = unknown> {
  referenceId: string | null = null;

  private constructor(
    readonly type: HostType<T>,
    readonly self: T,
  ) {}

  static of<T>(type: HostType<T>, self: T): HostObject {
    // Every use pairs a type with a self of its own kind; outside, the kind does not matter.
    return new HostObject(type, self) as unknown as HostObject;
  }

  /** The thing behind an object when it is of the given type, else null. */
  static selfOf<T>(type: HostType<T>, value: unknown): T | null {
    return HostObject.selfNamed<T>(type.name, value);
  }

  static selfNamed<T>(typeName: string, value: unknown): T | null {
    if (!(value instanceof HostObject)) return null;
    const object: HostObject = value;
    return object.type.name === typeName ? (object.self as T) : null;
  }
}

type Parts<T> = Partial<Omit<HostType<T>, 'name' | 'computed'>> & { readonly computed?: readonly string[] };

export function defineType<T>(name: string, parts: Parts<T>): HostType<T> {
  return {
    name,
    identity: parts.identity ?? [],
    get: parts.get ?? {},
    set: parts.set ?? {},
    navigate: parts.navigate ?? {},
    methods: parts.methods ?? {},
    computed: new Set(parts.computed ?? []),
    items: parts.items ?? null,
    find: parts.find ?? null,
    check: parts.check ?? null,
  };
}

/** The arguments of a call, read with their types; anything else is an InvalidArgument. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  at(index: number): unknown {
    return this.values[index] ?? null;
  }

  has(index: number): boolean {
    return this.at(index) !== null;
  }

  string(index: number): string {
    const value = this.at(index);
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }

  optionalString(index: number): string | null {
    return this.has(index) ? this.string(index) : null;
  }

  integer(index: number): number {
    const value = this.at(index);
    if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  integerOr(index: number, otherwise: number): number {
    return this.has(index) ? this.integer(index) : otherwise;
  }

  booleanOr(index: number, otherwise: boolean): boolean {
    if (!this.has(index)) return otherwise;
    const value = this.at(index);
    if (typeof value !== 'boolean') throw invalidArgument();
    return value;
  }

  /** One of the words of an enumeration, in whatever case; InvalidArgument for others. */
  oneOf<W extends string>(index: number, words: readonly W[], otherwise?: W): W {
    const value = this.at(index);
    if (value === null && otherwise !== undefined) return otherwise;
    return oneOf(value, words);
  }

  key(index: number): string | number {
    const value = this.at(index);
    if (typeof value !== 'string' && typeof value !== 'number') throw invalidArgument();
    return value;
  }
}

export function oneOf<W extends string>(value: unknown, words: readonly W[]): W {
  if (typeof value === 'string') {
    const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
    if (found !== undefined) return found;
  }
  throw invalidArgument();
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asString(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** A plain object argument as a record. */
export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return { ...value };
}

/** The three ways to look an item up, shared by every collection. */
export function lookups<T>(
  items: (self: T, host: HostServices) => readonly HostObject[],
  find: (self: T, key: string | number, host: HostServices) => HostObject | null,
): HostType<T>['methods'] {
  return {
    GetItem: (self, args, host) => {
      const item = find(self, args.key(0), host);
      if (item === null) throw new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
      return item;
    },
    GetItemOrNullObject: (self, args, host) => find(self, args.key(0), host),
    GetItemAt: (self, args, host) => {
      const item = items(self, host)[args.integer(0)];
      if (item === undefined) throw invalidArgument();
      return item;
    },
    GetCount: (self, _args, host) => items(self, host).length,
  };
}
