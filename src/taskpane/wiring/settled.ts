/** The page's settings made ready for work: the form itself, the roster prepared for look-up, what is expected. */
import type { ConsolidationSettings } from '../../app/consolidate-into-workbook';
import { formInCampaign } from '../../app/form-shelf';
import type { Campaign } from '../../core/campaign/campaign';
import { campaignFindings } from '../../core/campaign/campaign-findings';
import type { Decisions } from '../../core/campaign/decisions';
import { indexRoster, type RosterIndex } from '../../core/campaign/identify';
import { parseRoster } from '../../core/campaign/roster';
import type { Finding } from '../../core/findings';
import type { FormDefinition } from '../../core/forms/definition';
import { TYPED_IN } from '../../messages/campaign-words';
import type { DeskSettings } from './messages';

export interface Settled {
  /** With the days of the campaign, where it is a list. The same object while nothing of it changed. */
  readonly form: FormDefinition;
  /** The catalogue's and those the clerk made. */
  readonly forms: readonly FormDefinition[];
  /** As its form sees it: with the deadlines of the step the form belongs to. */
  readonly campaign: Campaign | null;
  readonly decisions: Decisions;
  readonly roster: RosterIndex | null;
  /** Lines of the roster that contradict one another: a name or a code twice. */
  readonly rosterFindings: readonly Finding[];
  readonly consolidating: ConsolidationSettings;
}

export interface SettlePorts {
  readonly forms: readonly FormDefinition[];
  readonly defaultFormId: string;
  readonly loadNames: () => Promise<readonly string[]>;
}

/** A roster is prepared anew only when it or the remembered names changed: it costs a second for a whole country. */
export async function settleDesk(settings: DeskSettings, ports: SettlePorts, before: Settled | null): Promise<Settled> {
  const { decisions } = settings;
  const forms = formsOf(settings, ports, before);
  const { form, campaign, expected } = formInCampaign(formOf(settings, forms, ports.defaultFormId), settings.campaign);
  const isSame =
    before !== null &&
    isEqual(before.campaign?.roster.units, campaign?.roster.units) &&
    isEqual(before.decisions.names, decisions.names);
  const listed = isSame ? before : await prepareRoster(campaign, decisions, ports.loadNames);
  const { roster, rosterFindings } = listed;
  const ofCampaign =
    settings.campaign === null
      ? []
      : campaignFindings(
          settings.campaign,
          forms.map((one) => one.id),
        );
  return {
    form,
    forms,
    campaign,
    decisions,
    roster,
    rosterFindings,
    consolidating: {
      form,
      // As it is kept with the workbook.
      campaign: settings.campaign,
      roster,
      decisions,
      expected,
      typedInLabel: TYPED_IN,
      today: null,
      findings: [...ofCampaign, ...rosterFindings],
    },
  };
}

/** The form that was chosen, else the campaign's first that is known, else the default one. */
function formOf({ formId, campaign }: DeskSettings, forms: readonly FormDefinition[], defaultFormId: string): FormDefinition {
  const wanted = [formId, ...(campaign?.forms ?? []), defaultFormId];
  const found = wanted.flatMap((id) => forms.find((form) => form.id === id) ?? [])[0];
  if (found === undefined) throw new Error('the catalogue has no form');
  return found;
}

/** Copies of the same form come with every message: those of before stay, so that what hangs on them does. */
function formsOf(
  { learnedForms }: DeskSettings,
  ports: Pick<SettlePorts, 'forms'>,
  before: Settled | null,
): readonly FormDefinition[] {
  const official = new Set(ports.forms.map((one) => one.id));
  const learned = learnedForms
    .filter((one) => !official.has(one.id))
    .map((one) => before?.forms.find((old) => old.id === one.id && isEqual(old, one)) ?? one);
  if (learned.length === 0) return ports.forms;
  const forms = [...ports.forms, ...learned];
  const isSame = before?.forms.length === forms.length && forms.every((one, index) => one === before.forms[index]);
  return isSame ? before.forms : forms;
}

type Listed = Pick<Settled, 'roster' | 'rosterFindings'>;

/** Without a roster where the campaign names nobody: then every name is taken as it is written. */
async function prepareRoster(
  campaign: Campaign | null,
  decisions: Decisions,
  loadNames: SettlePorts['loadNames'],
): Promise<Listed> {
  const units = campaign?.roster.units ?? [];
  if (units.length === 0) return { roster: null, rosterFindings: [] };
  // The way of every roster, so that the same flaws are said.
  const { roster, findings } = parseRoster([
    ['code', 'name', 'kind', 'superior', 'email', 'deadline', 'aliases'],
    ...units.map((one) => [
      one.code ?? '',
      one.name,
      one.kind ?? '',
      one.superior ?? '',
      one.email ?? '',
      one.deadline ?? '',
      one.aliases.join(';'),
    ]),
  ]);
  if (roster.units.length === 0) return { roster: null, rosterFindings: findings };
  const remembered = new Map(Object.entries(decisions.names));
  return { roster: indexRoster(roster, { remembered, elsewhere: await loadNames() }), rosterFindings: findings };
}

/** Both came as plain data over a message: equal contents are equal texts. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
