/** The command line's arguments, checked. Wrong use is a value with its sentence, never an exception. */
import { parseArgs } from 'node:util';
import { DEFAULT_FORM_ID, findForm, FORMS } from '../catalogue/forms';
import type { FormDefinition } from '../core/forms/definition';
import { fail, ok, type Result } from '../core/result';
import { CLI_WORDS } from '../messages/cli-words';

export interface CliArguments {
  readonly help: boolean;
  readonly form: FormDefinition;
  readonly out: string | null;
  readonly json: string | null;
  readonly acceptProposals: boolean;
  readonly roster: string | null;
  /** Whether `--form` was given; otherwise a campaign says which form. */
  readonly formGiven: boolean;
  readonly campaign: string | null;
  readonly lastYear: string | null;
  readonly decisions: string | null;
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return fail(CLI_WORDS.unknownOption(error instanceof Error ? error.message : ''));
  }
  const { values, positionals } = parsed;
  const formId = values.form ?? DEFAULT_FORM_ID;
  const form = findForm(formId);
  if (form === undefined) {
    const known = FORMS.map((one) => one.id);
    return fail(CLI_WORDS.unknownForm(formId, known));
  }
  if (!values.help && positionals.length === 0) return fail(CLI_WORDS.noPaths);
  if (values.out !== undefined && !/\.xlsx$/i.test(values.out)) return fail(CLI_WORDS.outNotXlsx);
  return ok({
    help: values.help,
    form,
    out: values.out ?? null,
    json: values.json ?? null,
    acceptProposals: values['accept-proposals'],
    roster: values.roster ?? null,
    formGiven: values.form !== undefined,
    campaign: values.campaign ?? null,
    lastYear: values['last-year'] ?? null,
    decisions: values.decisions ?? null,
    paths: positionals,
  });
}
