/** The forms the clerk made: use, save as a file for another workbook, throw away (asked once more). */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DeleteRegular, SaveRegular } from '@fluentui/react-icons';
import { useId, useRef, useState, type ReactNode } from 'react';
import { formAsText, withoutLearned } from '../../app/learn-form';
import type { FormDefinition } from '../../core/forms/definition';
import { LEARN_PANE_WORDS as WORDS } from '../../messages/learn-pane-words';
import { useSession, useSessionStore } from '../state/session';
import { useTools } from '../state/tools';
import { fileNameOf } from './file-name';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '4px', width: '100%' },
  title: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'grid', gap: '2px', padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  source: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '2px', marginLeft: '-8px' },
  ask: { ...typographyStyles.body1, margin: '4px 0', overflowWrap: 'anywhere' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  // The bar at the bottom of the pane must not hide the answers.
  answer: { scrollMarginBottom: '80px' },
});

export function OwnForms(): ReactNode {
  const styles = useStyles();
  const id = useId();
  const store = useSessionStore();
  const { inExcel, formId, learnedForms, chooseForm, keepLearnedForms, tell } = useSession();
  const { saveFile } = useTools();
  const [asked, setAsked] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const save = async (form: FormDefinition): Promise<void> => {
    try {
      const said = await saveFile(fileNameOf(WORDS.fileName(form.name)), new TextEncoder().encode(formAsText(form)));
      tell(`${said} ${WORDS.savedNext}`);
    } catch {
      tell(WORDS.notSaved);
    }
  };
  const remove = (form: FormDefinition): void => {
    setAsked(null);
    keepLearnedForms(withoutLearned(store.current().learnedForms, form.id));
    if (store.current().formId === form.id) chooseForm(null);
    tell(WORDS.removed(form.name));
  };

  return (
    <section className={styles.group} aria-labelledby={id}>
      <h4 className={styles.title} id={id}>
        {inExcel ? WORDS.kept : WORDS.keptFile}
      </h4>
      <ul className={styles.list} ref={list}>
        {learnedForms.map((form) => (
          <li key={form.id} className={styles.item}>
            <p className={styles.name}>{form.name}</p>
            <p className={styles.source}>{form.source}</p>
            {asked === form.id ? (
              <div role="group" aria-label={WORDS.removeOf(form.name)}>
                <p className={styles.ask}>{WORDS.removeAsk(form.name)}</p>
                <div className={styles.acts}>
                  <Button
                    size="small"
                    appearance="primary"
                    onClick={() => {
                      remove(form);
                    }}
                  >
                    {WORDS.removeYes}
                  </Button>
                  <Button
                    className={styles.answer}
                    size="small"
                    // The question came where the keyboard was: the safe answer is next.
                    autoFocus
                    onClick={() => {
                      setAsked(null);
                    }}
                  >
                    {WORDS.removeNo}
                  </Button>
                </div>
              </div>
            ) : (
              <div className={styles.buttons}>
                <Button
                  size="small"
                  appearance="subtle"
                  disabledFocusable={form.id === formId}
                  aria-label={form.id === formId ? undefined : WORDS.chooseOf(form.name)}
                  onClick={() => {
                    chooseForm(form.id);
                  }}
                >
                  {form.id === formId ? WORDS.inUse : WORDS.choose}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<SaveRegular />}
                  aria-label={WORDS.saveOf(form.name)}
                  onClick={() => {
                    void save(form);
                  }}
                >
                  {WORDS.saveFile}
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={WORDS.removeOf(form.name)}
                  onClick={() => {
                    setAsked(form.id);
                  }}
                >
                  {WORDS.remove}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
