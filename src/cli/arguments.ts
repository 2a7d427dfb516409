/** The command line's arguments, checked. Wrong use is a value with its sentence, never an exception. */
import { parseArgs } from 'node:util';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../catalogue/forms';
import type { FormDefinition } from '../core/forms/definition';
import { fail, ok, type Result } from '../core/result';
import { isCalendarDay } from '../core/campaign/moments';
import { CLI_WORDS } from '../messages/cli-words';
import { DOCUMENT_CLI_WORDS } from '../messages/document-cli-words';
import { SENDING_CLI_WORDS } from '../messages/sending-words';

export interface CliArguments {
  readonly help: boolean;
  readonly form: FormDefinition;
  readonly out: string | null;
  readonly json: string | null;
  readonly acceptProposals: boolean;
  readonly roster: string | null;
  /** Whether `--form` was given; otherwise a campaign says which form. */
  readonly formGiven: boolean;
  /** A form's definition in a file of its own; it takes the place of `form`. */
  readonly formFile: string | null;
  readonly campaign: string | null;
  readonly lastYear: string | null;
  readonly decisions: string | null;
  /** The archive of pre-filled workbooks to make; nothing is consolidated then. */
  readonly sendOut: string | null;
  /** The list of units to remind, .xlsx or .csv. */
  readonly chase: string | null;
  /** ISO day by which deadlines are judged in reminders; null for the computer's own. */
  readonly today: string | null;
  /** The Word documents to make: the report, the reminder. */
  readonly report: string | null;
  readonly reminder: string | null;
  readonly paths: readonly string[];
}

/** Parses `argv` (without node and script). The error is the sentence to print. */
export function parseArguments(argv: readonly string[]): Result<CliArguments, string> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      strict: true,
      options: {
        form: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'string' },
        'accept-proposals': { type: 'boolean', default: false },
        roster: { type: 'string' },
        campaign: { type: 'string' },
        'last-year': { type: 'string' },
        decisions: { type: 'string' },
        'send-out': { type: 'string' },
        chase: { type: 'string' },
        today: { type: 'string' },
        report: { type: 'string' },
        reminder: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return fail(CLI_WORDS.unknownOption(error instanceof Error ? error.message : ''));
  }
  const { values, positionals } = parsed;
  const formFile = values.form !== undefined && /\.json$/i.test(values.form) ? values.form : null;
  const formId = formFile === null ? (values.form ?? DEFAULT_FORM_ID) : DEFAULT_FORM_ID;
  const form = findForm(formId);
  if (form === undefined) {
    const known = FORMS.map((one) => one.id);
    return fail(CLI_WORDS.unknownForm(formId, known));
  }
  const sending = values['send-out'] !== undefined;
  if (!values.help && !sending && positionals.length === 0) return fail(CLI_WORDS.noPaths);
  if (sending && positionals.length > 0) return fail(SENDING_CLI_WORDS.takesNoPaths);
  if (sending && !/\.zip$/i.test(values['send-out'] ?? '')) return fail(SENDING_CLI_WORDS.outNotZip);
  if (values.chase !== undefined && !/\.(?:xlsx|csv)$/i.test(values.chase)) return fail(SENDING_CLI_WORDS.chaseNotTable);
  if (values.today !== undefined && !isCalendarDay(values.today)) return fail(SENDING_CLI_WORDS.todayNotDay(values.today));
  if (values.report !== undefined && !/\.docx$/i.test(values.report)) return fail(DOCUMENT_CLI_WORDS.reportNotDocx);
  if (values.reminder !== undefined && !/\.docx$/i.test(values.reminder)) return fail(DOCUMENT_CLI_WORDS.reminderNotDocx);
  if (values.out !== undefined && !/\.xlsx$/i.test(values.out)) return fail(CLI_WORDS.outNotXlsx);
  return ok({
    help: values.help,
    form,
    out: values.out ?? null,
    json: values.json ?? null,
    acceptProposals: values['accept-proposals'],
    roster: values.roster ?? null,
    formGiven: values.form !== undefined,
    formFile,
    campaign: values.campaign ?? null,
    lastYear: values['last-year'] ?? null,
    decisions: values.decisions ?? null,
    sendOut: values['send-out'] ?? null,
    chase: values.chase ?? null,
    today: values.today ?? null,
    report: values.report ?? null,
    reminder: values.reminder ?? null,
    paths: positionals,
  });
}
