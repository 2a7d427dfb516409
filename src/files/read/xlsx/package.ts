/**
 * Open Packaging: which part is the workbook, and where its relationships lead. Strict and transitional files name
 * relationship types differently; only the last step of the name counts here.
 */
import type { GuardedZip } from '../../archive/zip-guard';
import { KnownParts } from '../known-parts';
import type { ReadLimits } from '../limits';
import { scanPart } from '../part-reader';

export interface Relationship {
  /** The last step of the type: "worksheet", "sharedStrings", "chartsheet" … */
  readonly type: string;
  /** The full name of the part, without leading slash. Empty for targets outside the file. */
  readonly target: string;
}

/** "xl/worksheets/../x.xml" → "xl/x.xml"; a leading slash means the root of the package. */
export function resolvePart(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const step of target.replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function folderOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf('/')));
}

/** The relationships of a part ("" for the package itself) by their id. */
export function readRelationships(zip: GuardedZip, part: string, limits: ReadLimits): ReadonlyMap<string, Relationship> {
  const folder = folderOf(part);
  const file = part.slice(part.lastIndexOf('/') + 1);
  const path = `${folder === '' ? '' : `${folder}/`}_rels/${file}.rels`;
  const written = known.take(zip, path, limits, () => parseRelationships(zip, path, limits));
  if (written.resolved?.folder === folder) return written.resolved.relationships;
  const relationships = new Map<string, Relationship>();
  for (const { id, type, target, external } of written.all) {
    relationships.set(id, { type, target: external ? '' : decodeTarget(zip, folder, target) });
  }
  // Where a target leads to depends on the other parts only where it is escaped.
  if (written.all.every(({ target }) => !target.includes('%'))) written.resolved = { folder, relationships };
  return relationships;
}

/** The relationships of one part, and where they lead from a folder once that is known. */
interface WrittenRelationships {
  readonly all: readonly WrittenRelationship[];
  resolved: { readonly folder: string; readonly relationships: ReadonlyMap<string, Relationship> } | null;
}

/** A relationship as it is written, before its target is looked for. */
interface WrittenRelationship extends Relationship {
  readonly id: string;
  readonly external: boolean;
}

const known = new KnownParts<WrittenRelationships>();

function parseRelationships(zip: GuardedZip, path: string, limits: ReadLimits): WrittenRelationships {
  const relationships: WrittenRelationship[] = [];
  const scanner = scanPart(zip, path, limits);
  if (scanner === null) return { all: relationships, resolved: null };
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open' || scanner.name !== 'Relationship') continue;
    const id = scanner.attribute('Id');
    const type = scanner.attribute('Type') ?? '';
    const target = scanner.attribute('Target') ?? '';
    if (id === undefined) continue;
    const external = scanner.attribute('TargetMode') === 'External';
    relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target, external });
  }
  return { all: relationships, resolved: null };
}

/** Targets are URIs, so "Sheet%201.xml" may mean "Sheet 1.xml"; the part's own spelling is tried first. */
function decodeTarget(zip: GuardedZip, folder: string, target: string): string {
  const plain = resolvePart(folder, target);
  if (zip.find(plain) !== null || !plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** The first relationship of a type, or null. */
export function findByType(relationships: ReadonlyMap<string, Relationship>, type: string): string | null {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && relationship.target !== '') return relationship.target;
  }
  return null;
}

/** The workbook part of the package, or null. Broken packages are helped by the customary name. */
export function findWorkbookPart(zip: GuardedZip, packageRelationships: ReadonlyMap<string, Relationship>): string | null {
  const named = findByType(packageRelationships, 'officeDocument');
  if (named !== null && zip.find(named) !== null) return named;
  return ['xl/workbook.xml', 'xl/workbook.bin'].find((part) => zip.find(part) !== null) ?? null;
}
