/** The language between Microsoft's library and its host: one request (a batch of actions) and one reply. */

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Same length as Arguments; where it is set, the argument is the object of that path. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly unknown[] | null)[];
}

export const PathType = {
  Global: 1,
  NewObject: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  ReferenceId: 6,
  Null: 7,
} as const;

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export const ActionKind = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ReplyError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
  readonly Location: string;
}

export interface ReplyBody {
  readonly Error?: ReplyError;
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}

/** Bits of the request's flags that mean something here. */
export const RequestFlag = { Write: 1, DelayForCellEdit: 64 } as const;

/** What a pushed event looks like: [kind, event type, target, JSON arguments, message id, is remote]. */
export type EventEntry = readonly [number, number, string, string, string, boolean];

export const EVENT_KIND = 65_536;

/** Numbers of the bridge's methods and events. */
export const BridgeNumber = {
  ExecuteRichApi: 93,
  CommandCompleted: 94,
  RichApiEvent: 33,
  CommandEvent: 39,
  Unknown: 5001,
} as const;

/** The target id of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

export const EventType = {
  SheetChanged: 10,
  SheetActivated: 11,
  SheetDeactivated: 12,
  SheetAdded: 13,
  SheetSelection: 14,
  SheetDeleted: 15,
  SheetCalculated: 16,
  TableSelection: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
  DocumentSelection: 3,
} as const;

export function isRequestBody(value: unknown): value is RequestBody {
  return typeof value === 'object' && value !== null && 'Actions' in value && 'ObjectPaths' in value;
}
