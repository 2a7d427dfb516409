/** The one check desk of a session, shared by the ribbon's button and the place in the pane. */
import { formShelf } from '../../app/form-shelf';
import { checkSettings } from '../../app/session-forms';
import type { Host } from '../../app/host';
import type { SessionStore } from '../state/session-store';
import { createCheckDesk, type CheckDesk } from './check-desk';

const desks = new WeakMap<Host, CheckDesk>();

export function checkDeskOf(session: SessionStore, host: Host): CheckDesk {
  const known = desks.get(host);
  if (known !== undefined) return known;
  const made = createCheckDesk(host, () => {
    const { formId, campaign, learnedForms } = session.current();
    return checkSettings(formId, campaign, formShelf(learnedForms));
  });
  desks.set(host, made);
  return made;
}
