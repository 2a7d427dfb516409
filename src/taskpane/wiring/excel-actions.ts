/**
 * The open workbook, and what the ribbon's buttons do to it. Loaded once Excel is there. The buttons use the session of the
 * pane: its campaign and form, its check of the sheet; what they did is said in the pane when it is open.
 */
import { formShelf } from '../../app/form-shelf';
import { insertForm } from '../../app/insert-form';
import { chosenForm } from '../../app/session-forms';
import { sheetActions } from '../../commands/sheet-actions';
import type { FormDefinition } from '../../core/forms/definition';
import { excelHost } from '../../excel/excel-host';
import { HOST_WORDS } from '../../messages/host-words';
import { checkDeskOf } from '../checking/session-check';
import { sayChecked, sayInserted } from '../checking/say';
import type { SessionStore } from '../state/session-store';
import { oneAtATime } from './one-at-a-time';
import type { PaneWorkbook } from './workbook';

export function openWorkbook(session: SessionStore): PaneWorkbook {
  const host = excelHost({
    onWaiting: () => {
      session.tell(HOST_WORDS.waiting);
    },
  });
  return { host: oneAtATime(host) };
}

/** What the buttons do; they wait until the workbook is there. Where it cannot be opened, the pane says so. */
export async function ribbonActions(
  session: SessionStore,
  showPane: () => Promise<void>,
): Promise<ReturnType<typeof sheetActions>> {
  const workbook = await session.whenAttached();
  if (workbook === null) return { insertForm: showPane, checkSheet: showPane };
  const { host } = workbook;
  const desk = checkDeskOf(session, host);
  const formNow = (): FormDefinition => {
    const { formId, campaign, learnedForms } = session.current();
    return chosenForm(formId, campaign, formShelf(learnedForms));
  };
  return sheetActions(
    {
      insert: () => {
        return insertForm(host, { form: formNow(), campaign: session.current().campaign, unit: null });
      },
      check: () => desk.check(),
    },
    {
      onInserted: ({ sheet }) => {
        session.tell(sayInserted(formNow(), sheet));
      },
      onChecked: (checked) => {
        session.tell(sayChecked(checked));
        // The list is there when the pane is opened, and at once where it is open.
        session.goTo('checking', { keepSaid: true });
      },
      onProblem: async (problem) => {
        await session.tellProblem(problem);
        await showPane();
      },
    },
  );
}
