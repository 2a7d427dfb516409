/** Ties the ribbon's buttons to what they do. Called once, by the index of the pane, whose page is the runtime of the buttons too. */
import { ACTION_IDS, type ActionId } from './action-ids';

/** What each button does; a button without a function does not compile. */
export type Actions = Readonly<Record<ActionId, () => Promise<void>>>;

/**
 * Associates every action of the manifest. Excel greys a button out until its run says it has completed, so that is said
 * whatever happens; what an action throws goes to `onFailure`, with the button's name.
 */
export function associateActions(actions: Actions, onFailure: (action: ActionId, failure: unknown) => void): void {
  for (const id of ACTION_IDS) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      void run(actions[id], (failure) => onFailure(id, failure)).finally(() => event.completed());
    });
  }
}

async function run(action: () => Promise<void>, onFailure: (failure: unknown) => void): Promise<void> {
  try {
    await action();
  } catch (failure) {
    onFailure(failure);
  }
}

/** Shows the pane, which may have been closed. */
export function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}

/** Chooses a place in the pane, then shows the pane: with a shared runtime both are one page. */
export function openAt(choosePlace: () => void): () => Promise<void> {
  return async () => {
    choosePlace();
    await showPane();
  };
}
