/** The files that leave the place "Báo cáo": the report, the công văn that reminds, the list of units to remind. */
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import type { DeskStore } from '../consolidating/desk-store';
import type { SessionStore } from '../state/session-store';
import type { PaneTools } from '../state/tools';
import type { ReportDraft } from '../wiring/report-messages';
import type { ChosenPhoto } from './report-state';

export interface OutputPorts extends Pick<PaneTools, 'saveFile' | 'writeDocument'> {
  readonly desk: Pick<DeskStore, 'ask' | 'handOver'>;
  readonly session: Pick<SessionStore, 'tell' | 'tellProblem'>;
  /** ISO day. */
  readonly today: string;
  /** Of the campaign or the form, for the file's name. */
  readonly year: number | null;
}

export async function saveReport(ports: OutputPorts, draft: ReportDraft, photos: readonly ChosenPhoto[]): Promise<void> {
  const { desk, session, saveFile, writeDocument, year } = ports;
  const plan = await desk.ask('report-document', {
    draft,
    photos: photos.map(({ bytes, type, width, height, caption }) => ({ bytes, type, width, height, caption })),
  });
  if (plan?.ok === false) await session.tellProblem(plan.error);
  if (plan?.ok !== true || plan.value === null) return;
  session.tell(await saveFile(WORDS.reportName(year), await writeDocument(plan.value)));
}

const NOBODY = { 'no-roster': WORDS.noRoster, nobody: WORDS.nobodyToChase } as const;

export async function saveReminder({ desk, session, saveFile, writeDocument, today, year }: OutputPorts): Promise<void> {
  const plan = await desk.ask('reminder', { today });
  if (plan === null) return;
  if (plan.ok) session.tell(await saveFile(WORDS.reminderName(year), await writeDocument(plan.value)));
  else session.tell(NOBODY[plan.error]);
}

export async function saveChaseList({ desk, session, today, year }: OutputPorts): Promise<void> {
  const list = await desk.ask('chase-list', { today });
  if (list === null) return;
  if (list.ok) await desk.handOver(WORDS.chaseName(year), list.value);
  else session.tell(NOBODY[list.error]);
}
