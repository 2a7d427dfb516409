/** "Mẫu tự tạo": a form made out of the table that is selected in the sheet; and the forms made so far. */
import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentTableSearchRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { addSavedForm, confirmDraft, learnFromSelection, type LearnedSelection } from '../../app/learn-form';
import { describeConfirmFailure, describeLearnProblem } from '../../messages/learn-words';
import { ADD_FAILURES, LEARN_PANE_WORDS as WORDS } from '../../messages/learn-pane-words';
import { useSession, useSessionStore } from '../state/session';
import { OwnForms } from './own-forms';

const LearnDraft = lazy(() => import('./learn-draft').then((module) => ({ default: module.LearnDraft })));

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    justifyItems: 'start',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  problem: {
    ...typographyStyles.body1,
    margin: 0,
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    // The bar at the bottom of the pane must not hide it.
    scrollMarginBottom: '80px',
  },
  wrapped: { height: 'auto', textAlign: 'left' },
  hidden: { display: 'none' },
});

/** A form file is at most a hundred thousand letters; reading stops before something much larger is in memory. */
const MOST_BYTES = 1_000_000;

export interface LearnSectionProps {
  /** Told while a form is in the making: nothing else is done meanwhile. */
  readonly onDrafting: (isDrafting: boolean) => void;
}

export function LearnSection({ onDrafting }: LearnSectionProps): ReactNode {
  const styles = useStyles();
  const store = useSessionStore();
  const { inExcel, learnedForms, keepLearnedForms, chooseForm, tell } = useSession();
  const [selection, setSelection] = useState<LearnedSelection | null>(null);
  /** A new draft begins with a fresh screen. */
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const section = useRef<HTMLElement>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  const isDrafting = selection !== null;

  useEffect(() => {
    onDrafting(isDrafting);
  }, [onDrafting, isDrafting]);
  useEffect(() => {
    // Only real browsers scroll.
    if (problem !== null && 'scrollIntoView' in HTMLElement.prototype) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  const read = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    tell(null);
    try {
      const workbook = await store.whenAttached();
      if (workbook === null) return;
      const learned = await learnFromSelection(workbook.host);
      if (learned.ok) {
        setSelection(learned.value);
        setRound((before) => before + 1);
      } else if (learned.error.from === 'table') setProblem(describeLearnProblem(learned.error.problem));
      else await store.tellProblem(learned.error.problem);
    } catch {
      setProblem(WORDS.failed);
    } finally {
      setIsBusy(false);
    }
  };

  /** The form that was confirmed; its sentence where it cannot be taken yet. */
  const confirm = (confirmed: LearnedSelection, name: string): string | null => {
    const all = confirmDraft(confirmed, name, store.current().learnedForms);
    if (!all.ok) return describeConfirmFailure(all.error);
    const made = all.value.at(-1);
    if (made === undefined) return WORDS.failed;
    keepLearnedForms(all.value);
    chooseForm(made.id);
    setSelection(null);
    tell(WORDS.keptAs(made.name));
    return null;
  };
  const cancel = (): void => {
    setSelection(null);
    tell(WORDS.cancelled);
    section.current?.querySelector('button')?.focus();
  };
  const open = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    // The same file once more must be told of again.
    event.target.value = '';
    if (chosen === undefined) return;
    setProblem(null);
    try {
      const text = chosen.size > MOST_BYTES ? null : await chosen.text();
      const all = text === null ? ({ ok: false, error: 'too-large' } as const) : addSavedForm(text, store.current().learnedForms);
      if (!all.ok) {
        setProblem(ADD_FAILURES[all.error]);
        return;
      }
      const added = all.value.at(-1);
      keepLearnedForms(all.value);
      if (added === undefined) return;
      chooseForm(added.id);
      tell(WORDS.added(added.name));
    } catch {
      // Moved, deleted or locked since it was chosen.
      setProblem(WORDS.fileUnread);
    }
  };

  return (
    <section className={styles.group} aria-label={WORDS.title} ref={section}>
      <h3 className={styles.title}>{WORDS.title}</h3>
      {selection === null && <p className={styles.text}>{inExcel ? WORDS.explain : WORDS.explainFile}</p>}
      {inExcel && (
        <Button
          className={styles.wrapped}
          icon={<DocumentTableSearchRegular />}
          disabledFocusable={isBusy}
          onClick={() => void read()}
        >
          {isBusy ? WORDS.learning : selection === null ? WORDS.learn : WORDS.learnAgain}
        </Button>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert" ref={alert}>
          {problem}
        </p>
      )}
      {selection !== null && (
        <Suspense fallback={<Spinner size="tiny" label={WORDS.learning} />}>
          <LearnDraft key={round} selection={selection} onConfirm={confirm} onCancel={cancel} />
        </Suspense>
      )}
      {learnedForms.length > 0 && <OwnForms />}
      {selection === null && (
        <Button
          className={styles.wrapped}
          size="small"
          appearance="subtle"
          icon={<FolderOpenRegular />}
          onClick={() => file.current?.click()}
        >
          {WORDS.open}
        </Button>
      )}
      <input
        ref={file}
        className={styles.hidden}
        type="file"
        accept=".json,application/json"
        data-pick="form"
        aria-label={WORDS.open}
        onChange={(event) => void open(event)}
      />
    </section>
  );
}
