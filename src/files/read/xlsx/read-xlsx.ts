/**
 * .xlsx and .xlsm: from the guarded zip straight to cells. Of the package only the workbook, its relationships,
 * strings, styles, sheets and properties are opened.
 */
import type { CellGrid, SheetVisibility, WorkbookCells } from '../../../core/cells/cell';
import type { GuardedZip } from '../../archive/zip-guard';
import { CellBudget, ReadingRefused } from '../grid-builder';
import { KnownParts } from '../known-parts';
import { describeCount, type ReadLimits } from '../limits';
import { readPart, scanPart } from '../part-reader';
import { findByType, readRelationships } from './package';
import { propertyParts, readProperties } from './properties';
import type { SheetContext } from './cell-values';
import { readSheetPart } from './sheet-frame';
import { readSharedStrings } from './strings';
import { readStyles } from './styles';

export interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly visibility: SheetVisibility;
}

function visibilityOf(state: string | undefined): SheetVisibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly epoch1904: boolean;
}

const known = new KnownParts<WorkbookPart>();

function readWorkbookPart(zip: GuardedZip, part: string, limits: ReadLimits): WorkbookPart {
  return known.take(zip, part, limits, () => parseWorkbookPart(zip, part, limits));
}

function parseWorkbookPart(zip: GuardedZip, part: string, limits: ReadLimits): WorkbookPart {
  const scanner = scanPart(zip, part, limits);
  if (scanner === null) throw new ReadingRefused('damaged');
  const sheets: SheetEntry[] = [];
  let epoch1904 = false;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event !== 'open') continue;
    if (scanner.name === 'workbookPr') {
      const flag = scanner.attribute('date1904');
      epoch1904 = flag === '1' || flag === 'true';
    } else if (scanner.name === 'sheet') {
      sheets.push({
        name: scanner.attribute('name') ?? '',
        // "id" by local name: the sheet's own number is "sheetId", so there is no other.
        relationship: scanner.attribute('id') ?? '',
        visibility: visibilityOf(scanner.attribute('state')),
      });
    }
  }
  if (sheets.length > limits.sheets) {
    throw new ReadingRefused('too-many-cells', `${describeCount(limits.sheets)} trang tính`);
  }
  return { sheets, epoch1904 };
}

/** Reads all worksheets in tab order. Throws `ReadingRefused` and `XmlError`. */
export function readXlsx(zip: GuardedZip, workbookPart: string, limits: ReadLimits): WorkbookCells {
  const packageRelationships = readRelationships(zip, '', limits);
  const relationships = readRelationships(zip, workbookPart, limits);
  const workbook = readWorkbookPart(zip, workbookPart, limits);
  const strings = findByType(relationships, 'sharedStrings');
  const sheetParts = workbook.sheets.map(({ relationship }) => relationships.get(relationship)?.target ?? null);
  zip.readAhead([strings, ...sheetParts, ...propertyParts(packageRelationships)].flatMap((part) => (part === null ? [] : (zip.find(part) ?? []))));
  const context: SheetContext = {
    strings: readSharedStrings(zip, strings, limits),
    styles: readStyles(zip, findByType(relationships, 'styles'), limits),
    epoch1904: workbook.epoch1904,
  };
  const budget = new CellBudget(limits);
  const sheets: CellGrid[] = [];
  for (const entry of workbook.sheets) {
    // A macro module from the time before VBA projects: listed among the sheets, without a part of its own.
    if (entry.relationship === '') continue;
    const relationship = relationships.get(entry.relationship);
    // Charts, dialogs and macro sheets hold no table.
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    const bytes = relationship === undefined ? null : readPart(zip, relationship.target);
    const grid = bytes === null ? null : readSheetPart(bytes, context, budget, limits);
    // A sheet the workbook promises and does not hold would be a report lost without a word.
    if (grid === null) throw new ReadingRefused('damaged', `thiếu nội dung trang tính “${entry.name}”`);
    sheets.push(grid.build(entry.name, entry.visibility));
  }
  return { sheets, properties: readProperties(zip, propertyParts(packageRelationships), limits) };
}
