/**
 * The place "Tổng hợp": choosing files, reading them, what came of it. The first two are there at once; the result and
 * everything behind it is loaded while the files are read.
 */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { DESK_WORDS } from '../../messages/desk-words';
import { ChooseFiles } from '../components/choose-files';
import { DropTarget } from '../components/drop-target';
import { FailurePanel } from '../components/failure';
import { FormChoiceLine } from '../components/form-choice';
import { loadedAhead } from '../components/loaded-ahead';
import { ReadingPanel } from '../components/reading-panel';
import { useSession } from '../state/session';
import { useDesk } from './use-desk';

const result = loadedAhead(async () => (await import('./result-place')).ResultPlace);
const TypingView = lazy(() => import('./typing-view').then((module) => ({ default: module.TypingView })));

const useStyles = makeStyles({
  place: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  waiting: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  typing: { justifySelf: 'center' },
});

export function ConsolidatePlace(): ReactNode {
  const styles = useStyles();
  const session = useSession();
  const [state, desk] = useDesk();
  const { reading, outcome, failure, view, shape } = state;
  const place = useRef<HTMLDivElement>(null);
  const wasReading = useRef(false);
  const isReading = reading !== null;

  // The clerk waits for the reading, then for the result: the keyboard and what is read aloud go there.
  useEffect(() => {
    if (isReading) result.load();
    if (isReading !== wasReading.current) {
      const goal = isReading ? '[data-focus="cancel"]' : '[data-focus="choose"]';
      place.current?.querySelector<HTMLElement>(goal)?.focus();
    }
    wasReading.current = isReading;
  }, [isReading]);

  if (failure !== null) return <FailurePanel report={failure} onBeginAnew={desk.beginAnew} />;
  const isEmpty = !isReading && outcome === null;
  return (
    <DropTarget
      disabled={isReading}
      onHold={desk.expect}
      onDrop={(files) => {
        desk.add(files, true);
      }}
    >
      <div className={styles.place} ref={place}>
        {view.kind === 'home' && (
          <FormChoiceLine
            forms={state.forms}
            formId={shape?.form.id ?? null}
            disabled={isReading || state.busy !== null}
            onChoose={session.chooseForm}
          />
        )}
        {reading !== null && <ReadingPanel progress={reading.progress} onCancel={desk.cancel} />}
        {isEmpty && state.busy === 'restoring' && <p className={styles.waiting}>{DESK_WORDS.restoring}</p>}
        {isEmpty && view.kind !== 'typing' && state.busy !== 'restoring' && (
          <>
            <ChooseFiles
              onOpen={desk.expect}
              onPick={(files) => {
                desk.add(files, false);
              }}
            />
            {shape?.kind !== 'list' && (
              <Button
                className={styles.typing}
                size="small"
                appearance="subtle"
                icon={<KeyboardRegular />}
                disabled={shape === null}
                onClick={() => {
                  desk.show({ kind: 'typing', unit: null });
                }}
              >
                {DESK_WORDS.typeIn}
              </Button>
            )}
          </>
        )}
        <Suspense fallback={<p className={styles.waiting}>{DESK_WORDS.opening}</p>}>
          {isEmpty && view.kind === 'typing' && <TypingView unit={view.unit} />}
          {!isReading && outcome !== null && <result.Component outcome={outcome} />}
        </Suspense>
      </div>
    </DropTarget>
  );
}
