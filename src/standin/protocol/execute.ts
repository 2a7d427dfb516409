/** Runs one batch: resolves the object paths, does the actions in order, stops at the first error. */
import { GapError, HostError, invalidArgument, invalidReference, itemNotFound } from '../model/host-error';
import { Args, HostObject, type HostServices } from './host-type';
import { identityOf, queryObject, type KnownMember, type QueryContext } from './query';
import { ActionKind, PathType, type Action, type ArgumentInfo, type ReplyBody, type RequestBody } from './wire';

export interface BatchServices {
  readonly host: HostServices;
  readonly isKnown: KnownMember;
  root(): HostObject;
  /** Objects the client makes by class name, such as the service that reports its ribbon commands. */
  create(className: string): HostObject | null;
  keep(object: HostObject): string;
  /** The action after so many fails; null for none. */
  readonly mostActions: number | null;
}

interface ActionResult {
  readonly ActionId: number;
  Value: unknown;
}

class Batch {
  readonly results: ActionResult[] = [];
  readonly traceIds: number[] = [];
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly context: QueryContext;

  constructor(
    private readonly body: RequestBody,
    private readonly services: BatchServices,
  ) {
    this.context = { host: services.host, isKnown: services.isKnown };
  }

  async act(action: Action): Promise<void> {
    switch (action.ActionType) {
      case ActionKind.Instantiate: {
        const object = await this.resolve(action.ObjectPathId);
        this.answer(action, object === null ? null : await identityOf(object, this.services.host));
        return;
      }
      case ActionKind.Query:
      case ActionKind.QueryAsJson:
        this.answer(action, await queryObject(await this.resolve(action.ObjectPathId), action.QueryInfo ?? {}, this.context));
        return;
      case ActionKind.Method:
        await this.callMethod(action);
        return;
      case ActionKind.SetProperty:
        await this.setProperty(action);
        return;
      case ActionKind.Trace:
        // The client runs its own callback (adding an event handler, say) when the trace is answered.
        this.traceIds.push(action.Id);
        this.answer(action, null);
        return;
      default:
        throw new GapError(`requests with actions of kind ${String(action.ActionType)}`);
    }
  }

  private answer(action: Action, value: unknown): void {
    this.results.push({ ActionId: action.Id, Value: value ?? null });
  }

  private async callMethod(action: Action): Promise<void> {
    const object = await this.resolve(action.ObjectPathId);
    const name = action.Name ?? '';
    if (name === '_KeepReference') {
      if (object !== null) this.keep(action, object);
      this.answer(action, null);
      return;
    }
    if (object === null) throw itemNotFound();
    const value = await this.call(object, name, await this.args(action.ArgumentInfo));
    this.answer(action, value instanceof HostObject ? await identityOf(value, this.services.host) : value);
  }

  /** The client learns the reference id from the answer that made the object. */
  private keep(action: Action, object: HostObject): void {
    const id = this.services.keep(object);
    const made = this.body.Actions.find(
      (other) => other.ActionType === ActionKind.Instantiate && other.ObjectPathId === action.ObjectPathId,
    );
    const result = this.results.find((entry) => entry.ActionId === made?.Id);
    if (result !== undefined && typeof result.Value === 'object' && result.Value !== null) {
      result.Value = { ...result.Value, _ReferenceId: id };
    }
  }

  private async setProperty(action: Action): Promise<void> {
    const object = await this.resolve(action.ObjectPathId);
    if (object === null) throw itemNotFound();
    const name = action.Name ?? '';
    const { type, self } = object;
    type.check?.(self, this.services.host);
    const setter = type.set[name];
    if (setter === undefined) {
      if (name in type.get) throw invalidArgument(`The property ${type.name}.${name} is read-only.`);
      throw new GapError(`setting ${type.name}.${name}`);
    }
    const [value] = await this.argumentValues(action.ArgumentInfo);
    await setter(self, value ?? null, this.services.host);
  }

  /** The method's own answer; it may be a promise. */
  private call(object: HostObject, name: string, args: Args): unknown {
    const { type, self } = object;
    const method = type.methods[name];
    if (method === undefined) throw new GapError(`${type.name}.${name}`);
    type.check?.(self, this.services.host);
    return method(self, args, this.services.host);
  }

  private async args(info: ArgumentInfo | undefined): Promise<Args> {
    return new Args(await this.argumentValues(info));
  }

  /** Arguments that are objects arrive as path ids, also inside plain objects ("source" of a list rule). */
  private async argumentValues(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const values: unknown[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const reference = info?.ReferencedObjectPathIds?.[index];
      values.push(typeof reference === 'number' && reference !== 0 ? await this.resolve(reference) : value);
    }
    return values;
  }

  private async resolve(id: number | undefined): Promise<HostObject | null> {
    if (id === undefined) throw invalidReference();
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const object = await this.resolvePath(id);
    this.resolved.set(id, object);
    return object;
  }

  private async resolvePath(id: number): Promise<HostObject | null> {
    const path = this.body.ObjectPaths[String(id)];
    if (path === undefined) throw invalidReference();
    const name = path.Name ?? '';
    if (path.ObjectPathType === PathType.Global) return this.services.root();
    if (path.ObjectPathType === PathType.Null) return null;
    if (path.ObjectPathType === PathType.ReferenceId) {
      const kept = this.services.host.kept(name);
      if (kept === null) throw invalidReference();
      return kept;
    }
    if (path.ObjectPathType === PathType.NewObject) {
      const made = this.services.create(name);
      if (made === null) throw new GapError(`the object ${name}`);
      return made;
    }
    const parent = await this.resolve(path.ParentObjectPathId);
    // What hangs on a null object is a null object.
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.Property) return this.navigate(parent, name);
    const value =
      path.ObjectPathType === PathType.Indexer
        ? await this.call(parent, 'GetItem', await this.args(path.ArgumentInfo))
        : await this.call(parent, name, await this.args(path.ArgumentInfo));
    if (value === null || value instanceof HostObject) return value;
    throw new GapError(`${parent.type.name}.${name} as an object`);
  }

  private navigate(parent: HostObject, name: string): HostObject | null {
    const { type, self } = parent;
    const navigation = type.navigate[name];
    if (navigation === undefined) throw new GapError(`${type.name}.${name}`);
    type.check?.(self, this.services.host);
    return navigation(self, this.services.host);
  }
}

/**
 * Runs a batch and answers it. Effects of actions before an error stay, as in Excel.
 * Errors that are not the host's own (a defect of the stand-in) are thrown on.
 */
export async function executeBatch(body: RequestBody, services: BatchServices): Promise<ReplyBody> {
  const batch = new Batch(body, services);
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (index === services.mostActions) throw brokenOff();
      await batch.act(action);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return {
        Error: {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: error.httpStatus,
          ActionIndex: index,
          Location: locationOf(body, action),
        },
        Results: batch.results,
        TraceIds: batch.traceIds,
      };
    }
  }
  return { Results: batch.results, TraceIds: batch.traceIds };
}

const brokenOff = (): HostError =>
  new HostError('GeneralException', 'There was an internal error while processing the request.', 500);

/** Names the failed member for `debugInfo.errorLocation`. */
function locationOf(body: RequestBody, action: Action): string {
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  const name = action.Name ?? path?.Name ?? '';
  return name === '' ? '' : name.charAt(0).toLowerCase() + name.slice(1);
}
