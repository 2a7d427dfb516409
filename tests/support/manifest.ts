/**
 * What Office refuses, or silently leaves out, in a manifest that its schemas accept: found by reading the document.
 * Every check gives sentences, so that a planted mistake can be seen to be named.
 */
import { JSDOM } from 'jsdom';

export interface ManifestFacts {
  /** Sizes of the icon files by their path below the development address; what is not in it does not exist. */
  readonly iconSizes: ReadonlyMap<string, number>;
  /** Names of the functions that the code associates. */
  readonly actionIds: readonly string[];
  readonly version: string;
}

export const MANIFEST_ID = '562be8a6-2fc9-494e-89ad-5bcfa70477a3';
export const ADDRESS = 'https://localhost:3000/';
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const LONGEST_RESID = 32;
const LONGEST = { ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250 };
const OVERRIDE_LOCALE = 'en-US';

export function parseManifest(text: string): Document {
  return new new JSDOM().window.DOMParser().parseFromString(text, 'application/xml');
}

const named = (root: Document | Element, name: string): Element[] =>
  [...root.getElementsByTagName('*')].filter((one) => one.localName === name);
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? '';
const textOf = (root: Document, name: string): string => named(root, name)[0]?.textContent.trim() ?? '';

function resourceProblems(root: Document): string[] {
  const lists = named(root, 'Resources').flatMap((one) => [...one.children]);
  const defined = lists.flatMap((list) => [...list.children].map((one) => ({ id: attribute(one, 'id'), list: list.localName })));
  const ids = defined.map((one) => one.id);
  const uses = [...root.getElementsByTagName('*')].filter((one) => one.hasAttribute('resid'));
  const used = new Set(uses.map((one) => attribute(one, 'resid')));
  const kinds: Readonly<Record<string, string>> = {
    Image: 'Images',
    Description: 'LongStrings',
    Label: 'ShortStrings',
    Title: 'ShortStrings',
  };
  return [
    ...[...used].filter((id) => !ids.includes(id)).map((id) => `resid ${id} is nowhere defined`),
    ...ids.filter((id) => !used.has(id)).map((id) => `resource ${id} is not used`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `resource ${id} is defined twice`),
    ...ids.filter((id) => id.length > LONGEST_RESID).map((id) => `resid ${id} has more than ${String(LONGEST_RESID)} characters`),
    ...uses.flatMap((one) => {
      const expected = kinds[one.localName] ?? 'Urls';
      const found = defined.find((each) => each.id === attribute(one, 'resid'));
      return found === undefined || found.list === expected ? [] : [`${one.localName} ${found.id} stands under ${found.list}`];
    }),
  ];
}

function textProblems(root: Document): string[] {
  const fallback = textOf(root, 'DefaultLocale');
  const texts = [
    ...named(root, 'String'),
    ...named(root, 'DisplayName'),
    ...named(root, 'Description').filter((one) => one.hasAttribute('DefaultValue')),
  ];
  return texts.flatMap((one) => {
    const name = one.localName === 'String' ? attribute(one, 'id') : one.localName;
    const kind = one.localName === 'String' ? (one.parentElement?.localName ?? '') : one.localName;
    const limit = LONGEST[kind as keyof typeof LONGEST];
    const overrides = [...one.children];
    const locales = overrides.map((each) => attribute(each, 'Locale'));
    const words = [attribute(one, 'DefaultValue'), ...overrides.map((each) => attribute(each, 'Value'))];
    return [
      ...words.filter((each) => each.trim() === '').map(() => `${name} has an empty text`),
      ...words
        .filter((each) => each.length > limit)
        .map((each) => `${name} has ${String(each.length)} characters, ${String(limit)} at most`),
      ...(locales.includes(OVERRIDE_LOCALE) ? [] : [`${name} has no text in ${OVERRIDE_LOCALE}`]),
      ...(locales.includes(fallback) ? [`${name} overrides the default language`] : []),
      ...(new Set(locales).size === locales.length ? [] : [`${name} has two texts in one language`]),
    ];
  });
}

function addressProblems(root: Document): string[] {
  const values = [...root.getElementsByTagName('*')].flatMap((one) =>
    [...one.attributes].filter((each) => !each.name.startsWith('xmlns')).map((each) => each.value),
  );
  const addresses = values.filter((value) => /^[a-z]+:\/\//i.test(value));
  return addresses
    .filter((address) => !address.startsWith(ADDRESS))
    .map((address) => (address.startsWith('https://') ? `${address} is of another server` : `${address} is not https`));
}

function iconProblems(root: Document, sizes: ManifestFacts['iconSizes']): string[] {
  const addressOf = new Map(
    named(root, 'Image')
      .filter((one) => one.hasAttribute('DefaultValue'))
      .map((one) => [attribute(one, 'id'), attribute(one, 'DefaultValue')]),
  );
  const wrong = (address: string, size: number): string[] => {
    const path = address.replace(ADDRESS, '');
    const real = sizes.get(path);
    if (real === undefined) return [`icon ${path} does not exist`];
    return real === size ? [] : [`icon ${path} has ${String(real)} pixels, not ${String(size)}`];
  };
  const icons = named(root, 'Icon').flatMap((icon) => {
    const images = [...icon.children];
    const given = images.map((one) => Number(attribute(one, 'size')));
    const missing = SIZES.filter((size) => !given.includes(size));
    return [
      ...missing.map((size) => `the icon of ${attribute(icon.parentElement ?? undefined, 'id')} has no size ${String(size)}`),
      ...images.flatMap((one) => {
        const address = addressOf.get(attribute(one, 'resid'));
        return address === undefined ? [] : wrong(address, Number(attribute(one, 'size')));
      }),
    ];
  });
  return [
    ...icons,
    ...wrong(attribute(named(root, 'IconUrl')[0], 'DefaultValue'), 32),
    ...wrong(attribute(named(root, 'HighResolutionIconUrl')[0], 'DefaultValue'), 64),
  ];
}

/** One page for runtime, functions and pane; functions that exist; control ids that stand once. */
function commandProblems(root: Document, actionIds: readonly string[]): string[] {
  const names = named(root, 'FunctionName').map((one) => one.textContent.trim());
  const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) => named(root, name)).map((one) => attribute(one, 'id'));
  const runtime = named(root, 'Runtime')[0];
  const page = attribute(runtime, 'resid');
  const pages = [named(root, 'FunctionFile')[0], ...named(root, 'Action').flatMap((one) => named(one, 'SourceLocation'))];
  return [
    ...names.filter((name) => !actionIds.includes(name)).map((name) => `the function ${name} is associated nowhere`),
    ...actionIds.filter((id) => !names.includes(id)).map((id) => `no button runs ${id}`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `the id ${id} stands twice`),
    ...(attribute(runtime, 'lifetime') === 'long' ? [] : ['the runtime does not live long']),
    ...pages
      .filter((one) => attribute(one, 'resid') !== page)
      .map((one) => `${one?.localName ?? 'FunctionFile'} opens another page than the runtime`),
  ];
}

export function manifestProblems(text: string, facts: ManifestFacts): string[] {
  const root = parseManifest(text);
  if (named(root, 'parsererror').length > 0) return ['this is no XML'];
  const id = textOf(root, 'Id');
  const version = textOf(root, 'Version');
  return [
    ...(id === MANIFEST_ID ? [] : [`the id is ${id}: Excel would take it for another add-in`]),
    ...(version === `${facts.version}.0` ? [] : [`the version is ${version}, package.json says ${facts.version}`]),
    ...resourceProblems(root),
    ...textProblems(root),
    ...addressProblems(root),
    ...iconProblems(root, facts.iconSizes),
    ...commandProblems(root, facts.actionIds),
  ];
}

export const findElements = named;
