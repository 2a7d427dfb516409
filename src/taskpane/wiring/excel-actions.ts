/** What the ribbon's buttons do to the open workbook, and the sentence the pane says of it. Loaded at the first press. */
import type { HostProblem } from '../../app/host';
import { DEFAULT_FORM_ID, FORMS, findForm } from '../../catalogue/forms';
import { sheetActions } from '../../commands/sheet-actions';
import type { Severity } from '../../core/findings';
import { excelHost } from '../../excel/excel-host';
import { describeHostProblem, HOST_WORDS } from '../../messages/host-words';
import { ribbonNews } from '../state/ribbon-news';

const host = excelHost({
  onWaiting: () => {
    ribbonNews.tell(HOST_WORDS.waiting);
  },
});

function defaultForm(): (typeof FORMS)[number] {
  const form = findForm(DEFAULT_FORM_ID);
  if (form === undefined) throw new Error('the default form is missing');
  return form;
}

function buttons(showPane: () => Promise<void>): ReturnType<typeof sheetActions> {
  const form = defaultForm();
  return sheetActions(
    host,
    {
      insert: () => ({ form, campaign: null, unit: null }),
      check: () => ({ forms: FORMS, expected: { year: form.year, theme: null } }),
    },
    {
      onInserted: (sheet) => {
        ribbonNews.tell(HOST_WORDS.formInserted(sheet));
      },
      onChecked: ({ sheet, findings }) => {
        const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
        const name = sheet.grid.sheet;
        const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')];
        ribbonNews.tell(findings.length === 0 ? HOST_WORDS.checkedClean(name) : HOST_WORDS.checked(name, errors, warnings, hints));
      },
      onProblem: async (problem: HostProblem) => {
        ribbonNews.tell(describeHostProblem(problem));
        await showPane();
      },
    },
  );
}

export function insertForm(showPane: () => Promise<void>): Promise<void> {
  return buttons(showPane).insertForm();
}

export function checkSheet(showPane: () => Promise<void>): Promise<void> {
  return buttons(showPane).checkSheet();
}

/** Removes what an interrupted run left behind; says so only when it cannot. */
export async function recover(): Promise<void> {
  const recovered = await host.recover();
  if (!recovered.ok) ribbonNews.tell(describeHostProblem(recovered.error));
}
