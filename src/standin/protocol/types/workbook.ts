/** Excel.Workbook, Excel.Application and the document's properties. */
import { GapError, invalidArgument, invalidSelection, itemNotFound } from '../../model/host-error';
import { rectOf } from '../../model/rect';
import type { Sheet } from '../../model/sheet';
import type { DocumentProperties } from '../../model/workbook';
import { HostObject, asNumber, asString, defineType, oneOf, type HostServices } from '../host-type';
import { customPropertiesOf } from './custom-properties';
import { namesOf } from './names';
import { workbookProtection } from './protection';
import { rangeObject } from './range';
import { tablesOf } from './table';
import { worksheetsObject } from './worksheet';
import { xmlPartsObject } from './xml-parts';

type TextProperty = Exclude<keyof DocumentProperties, 'custom' | 'revisionNumber'>;

const TEXTS: readonly TextProperty[] = ['title', 'subject', 'author', 'keywords', 'comments', 'category', 'manager', 'company'];

const wire = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const propertiesType = defineType<null>('DocumentProperties', {
  get: {
    ...Object.fromEntries(
      [...TEXTS, 'lastAuthor' as const, 'creationDate' as const].map((name) => [
        wire(name),
        (_self: null, host: { workbook: { properties: DocumentProperties } }) => host.workbook.properties[name],
      ]),
    ),
    RevisionNumber: (_self, host) => host.workbook.properties.revisionNumber,
  },
  set: {
    ...Object.fromEntries(
      TEXTS.map((name) => [
        wire(name),
        (_self: null, value: unknown, host: { workbook: { properties: DocumentProperties } }) => {
          host.workbook.properties[name] = asString(value);
        },
      ]),
    ),
    RevisionNumber: (_self, value, host) => {
      host.workbook.properties.revisionNumber = asNumber(value);
    },
  },
  navigate: { Custom: (_self, host) => customPropertiesOf('Document', host.workbook.properties.custom) },
});

const createdType = defineType<null>('WorkbookCreated', {
  identity: ['Id'],
  get: { Id: () => 'created' },
  methods: { Open: () => undefined },
});

const applicationType = defineType<null>('Application', {
  get: {
    CalculationMode: (_self, host) => host.workbook.calculationMode,
    CalculationState: (_self, host) => (host.calculation.isStale ? 'Pending' : 'Done'),
    CalculationEngineVersion: () => 191_029,
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  set: {
    CalculationMode: (_self, value, host) => {
      host.workbook.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      if (host.workbook.calculationMode !== 'Manual') void host.calculation.recalculate(false);
    },
  },
  methods: {
    Calculate: async (_self, args, host) => {
      const kind = args.oneOf(0, ['Recalculate', 'Full', 'FullRebuild']);
      await host.calculation.recalculate(kind !== 'Recalculate');
    },
    // Both only spare work: what they put off is done at the next sync in any case.
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: () => undefined,
    CreateWorkbook: (_self, args, host) => {
      host.createWorkbook(args.optionalString(0));
      return HostObject.of(createdType, null);
    },
    _GetWorkbookCreatedById: () => HostObject.of(createdType, null),
  },
});

/** The shown sheet; a chart sheet has nothing that could be selected. */
function sheetWithCells(host: HostServices): Sheet {
  if (host.workbook.activeChart !== null) throw invalidSelection();
  return host.workbook.active;
}

const workbookType = defineType<null>('Workbook', {
  get: {
    Name: (_self, host) => host.workbook.name,
    ReadOnly: (_self, host) => host.workbook.readOnly,
    IsDirty: (_self, host) => host.workbook.isDirty,
    AutoSave: () => false,
    PreviouslySaved: () => true,
    CalculationEngineVersion: () => 191_029,
    UsePrecisionAsDisplayed: () => false,
    ChartDataPointTrack: () => true,
  },
  set: {
    IsDirty: (_self, value, host) => {
      if (typeof value !== 'boolean') throw invalidArgument();
      host.workbook.isDirty = value;
    },
  },
  navigate: {
    Worksheets: () => worksheetsObject(),
    Names: () => namesOf(null),
    Tables: () => tablesOf(null),
    Application: () => HostObject.of(applicationType, null),
    Properties: () => HostObject.of(propertiesType, null),
    Protection: () => workbookProtection(),
    CustomXmlParts: () => xmlPartsObject(),
    Settings: (_self, host) => customPropertiesOf('Setting', host.workbook.settings),
  },
  methods: {
    GetSelectedRange: (_self, _args, host) => {
      const sheet = sheetWithCells(host);
      return rangeObject(host, sheet, sheet.selection);
    },
    GetActiveCell: (_self, _args, host) => {
      const sheet = sheetWithCells(host);
      return rangeObject(host, sheet, rectOf(sheet.selection.top, sheet.selection.left));
    },
    Save: (_self, args, host) => {
      args.oneOf(0, ['Save', 'Prompt'], 'Save');
      host.workbook.isDirty = false;
    },
    InsertWorksheetsFromBase64: () => {
      throw new GapError('Workbook.insertWorksheetsFromBase64');
    },
    _GetRangeForEventByReferenceId: (_self, args, host) => {
      const range = host.kept(args.string(0));
      if (range === null) throw itemNotFound();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_self, args, host) => host.kept(args.string(0)),
    _GetObjectByReferenceId: (_self, args, host) => host.kept(args.string(0)),
    _RemoveReference: (_self, args, host) => host.release(args.string(0)),
    _RemoveAllReferences: (_self, _args, host) => host.releaseAll(),
  },
});

export const workbookObject = (): HostObject => HostObject.of(workbookType, null);

/** The service through which the client says that its ribbon commands are there. */
const addinServiceType = defineType<null>('AddinInternalService', {
  methods: { NotifyActionHandlerReady: (_self, _args, host) => host.commandsReady() },
});

/** The shared runtime: `Office.addin.showAsTaskpane` and `hide`. "Visible" shows the pane, anything else closes it. */
const runtimeServiceType = defineType<null>('AppRuntimeService', {
  methods: { SetAppRuntimeState: (_self, args, host) => host.showPane(args.string(0) === 'Visible') },
});

const SERVICES: Readonly<Record<string, () => HostObject>> = {
  'Microsoft.InternalService.AddinInternalService': () => HostObject.of(addinServiceType, null),
  'Microsoft.AppRuntime.AppRuntimeService': () => HostObject.of(runtimeServiceType, null),
};

export function serviceObject(className: string): HostObject | null {
  return SERVICES[className]?.() ?? null;
}
