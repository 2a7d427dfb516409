/** A filled form with every finding about it. */
import type { FilledForm } from '../forms/filled-form';

/** A filled form that went through every check. Only `checkForm` makes one. */
export type CheckedForm = FilledForm & { readonly __checked: 'CheckedForm' };
