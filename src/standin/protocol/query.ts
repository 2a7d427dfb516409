/** Answers `load`: which properties were asked for, and what they are. */
import { GapError, invalidArgument } from '../model/host-error';
import type { HostObject, HostServices, HostType } from './host-type';
import type { QueryInfo } from './wire';

/** Says whether the library knows a member of a class: tells a misspelt name from a gap of the stand-in. */
export type KnownMember = (type: string, member: string) => boolean | null;

export interface QueryContext {
  readonly host: HostServices;
  readonly isKnown: KnownMember;
}

type Tree = Map<string, Tree>;

const wireName = (name: string): string => (name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1));

/** "format/fill/color", "items/name" … as a tree; an empty branch means every scalar. */
function selectTree(info: QueryInfo): Tree {
  const root: Tree = new Map();
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
    let branch = root;
    for (const part of path.split(/[/.]/).filter((piece) => piece !== '')) {
      const name = wireName(part);
      let next = branch.get(name);
      if (next === undefined) branch.set(name, (next = new Map<string, Tree>()));
      branch = next;
    }
  }
  return root;
}

const IGNORED: ReadonlySet<string> = new Set(['IsNullObject', '$none', 'Context']);
const EVERYTHING: ReadonlySet<string> = new Set(['*', '$all']);

/** The properties of an object as the library reads them back. */
export async function queryObject(object: HostObject | null, info: QueryInfo, context: QueryContext): Promise<unknown> {
  if (object === null) return null;
  return readTree(object, selectTree(info), info, context);
}

/** The keys of an object: sent when it is made and with every answer. */
export async function identityOf(object: HostObject, host: HostServices): Promise<Record<string, unknown>> {
  object.type.check?.(object.self, host);
  const out: Record<string, unknown> = {};
  if (object.referenceId !== null) out['_ReferenceId'] = object.referenceId;
  for (const name of object.type.identity) out[name] = await object.type.get[name]?.(object.self, host);
  return out;
}

async function readTree(object: HostObject, tree: Tree, info: QueryInfo, context: QueryContext): Promise<unknown> {
  const { type } = object;
  const out = await identityOf(object, context.host);
  const own: Tree = new Map();
  const perItem: Tree = new Map();
  for (const [name, branch] of tree) {
    if (type.items === null) own.set(name, branch);
    else if (name === 'Items') for (const [inner, rest] of branch) perItem.set(inner, rest);
    else if (name in type.get || IGNORED.has(name) || EVERYTHING.has(name)) own.set(name, branch);
    else perItem.set(name, branch);
  }
  for (const [name, branch] of own.size === 0 && tree.size === 0 ? everyScalar(type) : own) {
    if (IGNORED.has(name)) continue;
    if (EVERYTHING.has(name)) await addScalars(object, out, context);
    else out[name] = await readMember(object, name, branch, context);
  }
  if (type.items !== null && wantsItems(tree, own)) {
    const from = info.Skip ?? 0;
    const items = type.items(object.self, context.host).slice(from, info.Top === undefined ? undefined : from + info.Top);
    const list: unknown[] = [];
    for (const item of items) list.push(await readTree(item, perItem, {}, context));
    out['_Items'] = list;
  }
  return out;
}

/** A collection is listed unless only scalars of its own ("count") were asked for. */
const wantsItems = (tree: Tree, own: Tree): boolean =>
  tree.size === 0 || tree.size > own.size || [...own.keys()].some((name) => EVERYTHING.has(name));

function everyScalar(type: HostType<unknown>): Tree {
  const tree: Tree = new Map();
  for (const name of Object.keys(type.get)) {
    if (!name.startsWith('_') || type.identity.includes(name)) tree.set(name, new Map<string, Tree>());
  }
  return tree;
}

async function addScalars(object: HostObject, out: Record<string, unknown>, context: QueryContext): Promise<void> {
  for (const name of everyScalar(object.type).keys()) out[name] = await readMember(object, name, new Map(), context);
}

async function readMember(object: HostObject, name: string, branch: Tree, context: QueryContext): Promise<unknown> {
  const { type, self } = object;
  const getter = type.get[name];
  if (getter !== undefined) {
    if (type.computed.has(name) && context.host.calculation.isPending) await context.host.calculation.settle();
    return getter(self, context.host);
  }
  const navigation = type.navigate[name];
  if (navigation === undefined) throw unknownMember(type.name, name, context.isKnown);
  const target = navigation(self, context.host);
  return target === null ? null : readTree(target, branch, {}, context);
}

/** A name the library does not have is the add-in's mistake; one it has is a gap of the stand-in. */
function unknownMember(type: string, name: string, isKnown: KnownMember): Error {
  const member = `${type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (isKnown(type, name) === true) return new GapError(member);
  return invalidArgument(`The property ${member} does not exist: it cannot be loaded.`);
}
