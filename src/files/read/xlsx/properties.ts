/** What the document properties of an Open XML or OpenDocument file say; broken properties never cost the workbook. */
import { findByType, type Relationship } from './package';
import type { WorkbookProperties } from '../../../core/cells/cell';
import type { GuardedZip } from '../../archive/zip-guard';
import type { ReadLimits } from '../limits';
import { scanPart } from '../part-reader';
import { decodeEscapes } from './cell-string';

export const NO_PROPERTIES: WorkbookProperties = { savedAt: null, title: null, creator: null, custom: {} };

/** Custom properties beyond this are not ours. */
const MOST_CUSTOM = 500;

/** An ISO date-time in UTC, or null. A time without zone is taken as UTC. */
export function toUtc(text: string): string | null {
  const trimmed = text.trim();
  const zoned = /[Zz]$|[+-]\d\d:?\d\d$/.test(trimmed) || !trimmed.includes('T') ? trimmed : `${trimmed}Z`;
  const moment = new Date(zoned.replace(/(\.\d{3})\d+/, '$1'));
  const time = moment.getTime();
  return Number.isNaN(time) ? null : moment.toISOString();
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The parts of an Office package that hold its properties, as its relationships name them; null where there is none. */
export function propertyParts(relationships: ReadonlyMap<string, Relationship>): readonly (string | null)[] {
  return ['core-properties', 'custom-properties'].map((type) => findByType(relationships, type));
}

/** Reads docProps/core.xml and docProps/custom.xml, or OpenDocument's meta.xml, whichever parts are named. */
export function readProperties(zip: GuardedZip, parts: readonly (string | null)[], limits: ReadLimits): WorkbookProperties {
  let { savedAt, title, creator } = NO_PROPERTIES;
  const custom: [string, string][] = [];
  for (const part of parts) {
    if (part === null) continue;
    try {
      const scanner = scanPart(zip, part, limits);
      if (scanner === null) continue;
      for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
        if (event !== 'open') continue;
        if (scanner.name === 'modified' || scanner.name === 'date') savedAt = toUtc(scanner.collectText());
        else if (scanner.name === 'title') title = orNull(scanner.collectText());
        else if (scanner.name === 'creator' || (scanner.name === 'initial-creator' && creator === null)) {
          creator = orNull(scanner.collectText());
        } else if ((scanner.name === 'property' || scanner.name === 'user-defined') && custom.length < MOST_CUSTOM) {
          const name = scanner.attribute('name');
          const value = decodeEscapes(scanner.collectText().trim());
          if (name !== undefined) custom.push([decodeEscapes(name), value]);
        }
      }
    } catch {
      // The cells matter, the properties do not: a broken part leaves what was read so far.
    }
  }
  return { savedAt, title, creator, custom: Object.fromEntries(custom) };
}
