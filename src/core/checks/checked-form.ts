/** A filled form with every finding about it. */
import type { FilledForm } from '../forms/filled-form';
import type { CountedFigures } from '../forms/roll-up';

/** A filled form that went through every check. Only `checkForm` makes one. */
export type CheckedForm = FilledForm & {
  /** What its certain figures count as, parents rolled up from their children. */
  readonly counted: CountedFigures;
  readonly __checked: 'CheckedForm';
};
