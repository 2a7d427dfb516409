/** Reads the ribbon from an add-in's manifest: tabs, groups and buttons with their words, icons and actions. */
import type { RequirementSets } from '../protocol/requirement-sets';

export type RibbonAction =
  { readonly kind: 'showTaskpane'; readonly url: string } | { readonly kind: 'executeFunction'; readonly functionName: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly description: string;
  /** Address of the 32-pixel icon, or the largest there is; null for none. */
  readonly icon: string | null;
  readonly action: RibbonAction;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface Ribbon {
  readonly name: string;
  readonly tabs: readonly RibbonTab[];
  /** The page that the pane opens with: the manifest's own source location. */
  readonly startPage: string;
}

/** An attribute or element that the manifest must have and has not. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const children = (parent: Element, name: string): Element[] => [...parent.children].filter((child) => child.localName === name);

const child = (parent: Element, name: string): Element | null => children(parent, name)[0] ?? null;

function need(parent: Element, name: string): Element {
  const found = child(parent, name);
  if (found === null) throw new ManifestError(`<${parent.localName}> has no <${name}>.`);
  return found;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null || value === '') throw new ManifestError(`<${element.localName}> has no ${name}.`);
  return value;
}

/** xsi:type, whatever prefix the file gives it. */
const typeOf = (element: Element): string =>
  element.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') ?? element.getAttribute('xsi:type') ?? '';

/** Resolves resource ids to the value for a language, falling back to the default. */
class Resources {
  private readonly values = new Map<string, string>();

  constructor(root: Element | null, locale: string) {
    for (const list of root === null ? [] : [...root.children]) {
      for (const entry of list.children) {
        const override = children(entry, 'Override').find((other) => other.getAttribute('Locale') === locale);
        this.values.set(attribute(entry, 'id'), attribute(override ?? entry, override === undefined ? 'DefaultValue' : 'Value'));
      }
    }
  }

  at(element: Element): string {
    const id = attribute(element, 'resid');
    const value = this.values.get(id);
    if (value === undefined) throw new ManifestError(`The resource "${id}" is named but nowhere defined.`);
    return value;
  }
}

function readAction(control: Element, resources: Resources): RibbonAction {
  const action = need(control, 'Action');
  const type = typeOf(action);
  if (type === 'ShowTaskpane') return { kind: 'showTaskpane', url: resources.at(need(action, 'SourceLocation')) };
  if (type === 'ExecuteFunction') {
    return { kind: 'executeFunction', functionName: need(action, 'FunctionName').textContent.trim() };
  }
  throw new ManifestError(`The action "${type}" of a button is not known here.`);
}

function readIcon(control: Element, resources: Resources): string | null {
  const icon = child(control, 'Icon');
  if (icon === null) return null;
  const images = children(icon, 'Image');
  const wanted = images.find((image) => image.getAttribute('size') === '32') ?? images.at(-1);
  return wanted === undefined ? null : resources.at(wanted);
}

function readButton(control: Element, resources: Resources): RibbonButton {
  const tip = child(control, 'Supertip');
  const words = (name: string): string => {
    const element = tip === null ? null : child(tip, name);
    return element === null ? '' : resources.at(element);
  };
  const label = resources.at(need(control, 'Label'));
  return {
    id: attribute(control, 'id'),
    label,
    title: words('Title') || label,
    description: words('Description'),
    icon: readIcon(control, resources),
    action: readAction(control, resources),
  };
}

/** Buttons, and the items of menus as buttons of their own. */
function readControls(group: Element, resources: Resources): RibbonButton[] {
  return children(group, 'Control').flatMap((control) => {
    if (typeOf(control) !== 'Menu') return [readButton(control, resources)];
    const items = child(control, 'Items');
    return items === null ? [] : children(items, 'Item').map((item) => readButton(item, resources));
  });
}

/** Whether an Excel with these sets takes the commands: all that they require must be there. */
function isMet(overrides: Element, sets: RequirementSets): boolean {
  const required = child(overrides, 'Requirements');
  const wanted = required === null ? [] : [...required.getElementsByTagName('*')].filter((one) => one.localName === 'Set');
  return wanted.every((one) => {
    const has = sets[attribute(one, 'Name')];
    return has !== undefined && compareVersions(has, one.getAttribute('MinVersion') ?? '1.1') >= 0;
  });
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')].map((parts) => parts.map(Number)) as [number[], number[]];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The ribbon of a manifest document in a language ("vi-VN"), as an Excel with these requirement sets shows it: an older one
 * ignores commands that ask for more, and opens the page of DefaultSettings.
 * Throws ManifestError for what Excel would refuse too: missing parts and dangling resource ids.
 */
export function readRibbon(document: Document, locale: string, sets: RequirementSets | null = null): Ribbon {
  const root = document.documentElement;
  if (root.localName !== 'OfficeApp') throw new ManifestError('This is no manifest of an add-in.');
  const overrides = child(root, 'VersionOverrides');
  const newest = overrides === null ? null : (child(overrides, 'VersionOverrides') ?? overrides);
  const inner = newest !== null && (sets === null || isMet(newest, sets)) ? newest : null;
  const resources = new Resources(inner === null ? null : child(inner, 'Resources'), locale);
  const tabs: RibbonTab[] = [];
  const points = inner === null ? [] : [...inner.getElementsByTagName('*')].filter((e) => e.localName === 'ExtensionPoint');
  for (const point of points) {
    if (typeOf(point) !== 'PrimaryCommandSurface') continue;
    for (const tab of [...point.children]) {
      if (tab.localName !== 'CustomTab' && tab.localName !== 'OfficeTab') continue;
      const label = child(tab, 'Label');
      tabs.push({
        id: attribute(tab, 'id'),
        label: label === null ? attribute(tab, 'id') : resources.at(label),
        groups: children(tab, 'Group').map((group) => ({
          id: attribute(group, 'id'),
          label: resources.at(need(group, 'Label')),
          buttons: readControls(group, resources),
        })),
      });
    }
  }
  // A modern Excel never opens the page of DefaultSettings, which is for those that do not know VersionOverrides.
  const runtime = inner === null ? undefined : [...inner.getElementsByTagName('*')].find((e) => e.localName === 'Runtime');
  const settings = need(root, 'DefaultSettings');
  const displayName = need(root, 'DisplayName');
  const override = children(displayName, 'Override').find((other) => other.getAttribute('Locale') === locale);
  return {
    name: attribute(override ?? displayName, override === undefined ? 'DefaultValue' : 'Value'),
    tabs,
    startPage: runtime === undefined ? attribute(need(settings, 'SourceLocation'), 'DefaultValue') : resources.at(runtime),
  };
}

/** An address of the manifest on this machine: same path, the stand-in's own origin. */
export function localAddress(url: string): string {
  const parsed = new URL(url, 'https://localhost/');
  return parsed.pathname + parsed.search;
}
