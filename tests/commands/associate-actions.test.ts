/** The ribbon's buttons, with a stand-in for the two members of Office.js that they need. */
import { ACTION_IDS } from '../../src/commands/action-ids';
import { associateActions, openAt, type Actions } from '../../src/commands/associate-actions';

type Handler = (event: { completed: () => void }) => void;

const handlers = new Map<string, Handler>();
const order: string[] = [];

beforeEach(() => {
  handlers.clear();
  order.length = 0;
  const office = {
    actions: { associate: (id: string, handler: Handler) => handlers.set(id, handler) },
    addin: { showAsTaskpane: async () => order.push('shown') },
  };
  Object.assign(globalThis, { Office: office });
});

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

const said = (word: string) => async (): Promise<void> => {
  order.push(word);
};

/** Presses a button; resolves when it has completed. */
const press = async (id: string): Promise<void> =>
  new Promise((resolve) => {
    handlers.get(id)!({ completed: resolve });
  });

test('R-MAN-12 every button runs its function and completes, also when it fails', async () => {
  const failures: unknown[] = [];
  const broken = new Error('broken');
  const actions: Actions = {
    insertForm: said('insert'),
    checkSheet: () => Promise.reject(broken),
    openConsolidation: openAt(() => order.push('consolidation')),
    openReport: () => {
      throw broken;
    },
  };
  associateActions(actions, (action, failure) => failures.push([action, failure]));
  expect([...handlers.keys()]).toEqual(ACTION_IDS);
  for (const id of ACTION_IDS) await press(id);
  expect(order).toEqual(['insert', 'consolidation', 'shown']);
  expect(failures).toEqual([
    ['checkSheet', broken],
    ['openReport', broken],
  ]);
});
