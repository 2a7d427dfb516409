/**
 * What a member of Office.js needs, read from the comments of @types/office-js: `[Api set: ExcelApi 1.9]` for Excel,
 * "Requirement set: … | SharedRuntime 1.1}" for what all hosts share. Where the member itself says nothing, the class,
 * interface or enumeration it stands in does.
 */
import ts from 'typescript';

const EXCEL_TAG = /\[Api set:\s*(\w+)\s+(\d+\.\d+)([^\]]*)\]/g;
const SHARED_TAG = /requirement-sets\/[^|}]*\|\s*(\w+) (\d+\.\d+)\}/g;

/**
 * Part of every Excel that loads office.js at all, though no tag says so. Whatever else carries no tag is reported:
 * it may belong to another host, or be newer than its comment says.
 */
const IN_EVERY_EXCEL = new Set([
  'Excel.run',
  'Excel.RequestContext',
  'Excel.RequestContext.application',
  'Excel.RequestContext.workbook',
  // Heeded by the library itself, which holds the batch back.
  'Excel.RunOptions.delayForCellEdit',
  'Office.onReady',
  // What Office.onReady answers; its type has no name.
  '__type.host',
  'Office.actions',
  'Office.Actions.associate',
  'Office.addin',
  'Office.AddinCommands.Event.completed',
  'Office.AddinCommands.Event.source',
  'Office.context',
  'Office.Context.contentLanguage',
  'Office.Context.diagnostics',
  'Office.Context.displayLanguage',
  'Office.Context.host',
  'Office.Context.officeTheme',
  'Office.Context.platform',
  'Office.Context.requirements',
  'Office.Context.ui',
  'Office.ContextInformation.host',
  'Office.ContextInformation.platform',
  'Office.ContextInformation.version',
  'Office.OfficeTheme.bodyBackgroundColor',
  'Office.OfficeTheme.bodyForegroundColor',
  'Office.OfficeTheme.controlBackgroundColor',
  'Office.OfficeTheme.controlForegroundColor',
  'Office.OfficeTheme.isDarkTheme',
  'Office.RequirementSetSupport.isSetSupported',
]);
/** Enumerations that name a host or a platform; their words need nothing. */
const NAMES_ONLY = /^Office\.(HostType|PlatformType|StartupBehavior|VisibilityMode)\b/;
/** The library's own machinery (sync, load, errors, events): it travels with office.js. */
const LIBRARY = /^OfficeExtension\./;

export const isOfficeDeclaration = (declaration) => /[\\/]@types[\\/]office-js[\\/]/.test(declaration.getSourceFile().fileName);

const compare = (a, b) => {
  const [am, an] = a.split('.').map(Number);
  const [bm, bn] = b.split('.').map(Number);
  return am - bm || an - bn;
};
export const reaches = (have, need) => have !== undefined && compare(have, need) >= 0;

/** "1.1 for get, 1.8 for set" → the first always, the others with the words that say when. */
function clauses(set, first, rest) {
  const later = [...rest.matchAll(/(\d+\.\d+)([^;,]*)/g)].map(([, version, words]) => ({ set, version, when: words }));
  return [{ set, version: first, when: null }, ...later];
}

const known = new Map();

/** Requirements written at a declaration: { set, version, when } with `when` null for "always". */
function ownRequirements(declaration) {
  const remembered = known.get(declaration);
  if (remembered !== undefined) return remembered;
  const file = declaration.getSourceFile();
  // What is said of one parameter is not said of the method.
  const text = file.text.slice(declaration.getFullStart(), declaration.getStart(file, false)).replace(/^\s*\*\s*@param.*$/gm, '');
  const found = [
    ...[...text.matchAll(EXCEL_TAG)].flatMap(([, set, version, rest]) => clauses(set, version, rest)),
    ...[...text.matchAll(SHARED_TAG)].map(([, set, version]) => ({ set, version, when: null })),
  ];
  known.set(declaration, found);
  return found;
}

function requirementsAt(declaration) {
  const own = ownRequirements(declaration);
  if (own.length > 0) return own;
  for (let outer = declaration.parent; outer !== undefined && !ts.isSourceFile(outer); outer = outer.parent) {
    if (ts.isInterfaceDeclaration(outer) || ts.isClassDeclaration(outer) || ts.isEnumDeclaration(outer)) {
      const theirs = ownRequirements(outer);
      if (theirs.length > 0) return theirs;
    }
  }
  return [];
}

/** Does the clause apply to this use: a parameter that is passed, or a property that is written? */
function applies(requirement, declaration, use) {
  if (requirement.when === null) return true;
  const words = requirement.when.match(/\w+/g) ?? [];
  const named = (declaration.parameters ?? []).findIndex((parameter) => words.includes(parameter.name.getText()));
  if (named !== -1) return use.arguments > named;
  return use.writes && words.some((word) => word === 'set' || word === 'setting');
}

/**
 * What this use needs: null for "carries no tag", [] for "in every Excel".
 * `use` is { arguments: how many are passed, writes: whether it is assigned to }.
 */
export function requirementsOf(name, declaration, use) {
  // First, because some of these name the set that Outlook needs for them.
  if (IN_EVERY_EXCEL.has(name) || NAMES_ONLY.test(name) || LIBRARY.test(name)) return [];
  const all = requirementsAt(declaration);
  return all.length === 0 ? null : all.filter((one) => applies(one, declaration, use));
}
