/** "Kiểm tra": what stands on the open sheet that needs a look, live; with a way to each cell and a mend where there is one. */
import { Button, makeStyles, Spinner, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Host } from '../../app/host';
import { CHECKING_WORDS } from '../../messages/checking-words';
import { describeHostProblem } from '../../messages/host-words';
import { useSession } from '../state/session';
import { CheckedList } from './checked-list';
import { useCheck } from './use-check';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere', outlineStyle: 'none' },
  problem: { display: 'grid', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function CheckPlace(): ReactNode {
  const styles = useStyles();
  const { host, isLoading } = useSession();
  if (host !== null) return <CheckOf host={host} />;
  return <p className={styles.text}>{isLoading ? CHECKING_WORDS.opening : CHECKING_WORDS.noWorkbook}</p>;
}

function CheckOf({ host }: { readonly host: Host }): ReactNode {
  const styles = useStyles();
  const { goTo } = useSession();
  const [state, acts] = useCheck(host);
  const { view, isBusy } = state;
  const title = useRef<HTMLHeadingElement>(null);
  /** Somebody pressed a button that goes away with what it brings: reading goes on at the heading. */
  const pressed = useRef(false);
  useEffect(() => {
    if (isBusy || !pressed.current) return;
    pressed.current = false;
    title.current?.focus();
  }, [isBusy, view]);

  if (view.kind === 'none') return <Spinner size="tiny" label={CHECKING_WORDS.checking} labelPosition="after" />;
  if (view.kind === 'checked') return <CheckedList state={state} checked={view.checked} acts={acts} titleRef={title} />;
  const { problem } = view;
  const lacksForm = problem.code === 'no-form';
  return (
    <div className={styles.problem}>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {CHECKING_WORDS.problemTitle}
      </h2>
      <p className={styles.text} role="status">
        {describeHostProblem(problem)}
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => {
            pressed.current = true;
            acts.check();
          }}
        >
          {lacksForm ? CHECKING_WORDS.checkAgain : CHECKING_WORDS.tryAgain}
        </Button>
        {lacksForm && (
          <Button
            onClick={() => {
              goTo('forms');
            }}
          >
            {CHECKING_WORDS.insertForm}
          </Button>
        )}
      </div>
    </div>
  );
}
