/** The first lines of the result: how many files count, who is missing, what concerns all; and ways to add more. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowResetRegular, KeyboardRegular } from '@fluentui/react-icons';
import { useState, type ReactNode, type RefObject } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { SEVERITY_WORDS } from '../../messages/submission-words';
import { PickButtons } from '../components/pick-buttons';
import { useSession } from '../state/session';
import type { Outcome } from '../wiring/messages';
import { Pieces } from './parts';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px', overflowWrap: 'anywhere' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  line: { ...typographyStyles.body1, margin: 0 },
  warning: { ...typographyStyles.body1, margin: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
  summary: { ...typographyStyles.body1, cursor: 'pointer' },
  list: { ...typographyStyles.caption1, margin: '4px 0', paddingLeft: '18px', display: 'grid', gap: '4px' },
  more: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
});

interface ResultHeadProps {
  readonly outcome: Outcome;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

export function ResultHead({ outcome, headingRef }: ResultHeadProps): ReactNode {
  const styles = useStyles();
  const { roster, goTo } = useSession();
  const [{ busy, shape }, desk] = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const { submissions, missing, remarks } = outcome;
  const counted = submissions.filter((one) => one.state === 'counted').length;
  return (
    <div className={styles.head}>
      <h2 className={styles.title} ref={headingRef} tabIndex={-1} data-focus="choose">
        {WORDS.counted(counted, submissions.length)}
      </h2>
      {counted === 0 && <p className={styles.warning}>{WORDS.nothingCounted}</p>}
      {missing.length > 0 && (
        <details>
          <summary className={styles.summary}>{WORDS.missing(missing.length)}</summary>
          <Pieces items={missing}>
            {(shown) => (
              <ul className={styles.list} aria-label={WORDS.missingTitle}>
                {shown.map((one) => (
                  <li key={`${one.code ?? ''} ${one.name}`}>{one.name}</li>
                ))}
              </ul>
            )}
          </Pieces>
        </details>
      )}
      {roster.length === 0 && (
        <p className={styles.line}>
          {WORDS.noRoster}{' '}
          <Button
            size="small"
            appearance="transparent"
            onClick={() => {
              goTo('settings');
            }}
          >
            {WORDS.toSettings}
          </Button>
        </p>
      )}
      {remarks.length > 0 && (
        <details>
          <summary className={styles.summary}>{WORDS.remarks(remarks.length)}</summary>
          <Pieces items={remarks}>
            {(shown) => (
              <ul className={styles.list}>
                {shown.map((one, index) => (
                  // Remarks never change place while they are shown.
                  <li key={index}>
                    {SEVERITY_WORDS[one.severity]}: {one.sentence}
                  </li>
                ))}
              </ul>
            )}
          </Pieces>
        </details>
      )}
      <div className={styles.more}>
        <PickButtons
          size="small"
          words={{ files: WORDS.addFiles, folder: WORDS.addFolder }}
          onOpen={desk.expect}
          onPick={(files) => {
            desk.add(files, false);
          }}
        />
        {shape?.kind !== 'list' && (
          <Button
            size="small"
            appearance="subtle"
            icon={<KeyboardRegular />}
            onClick={() => {
              desk.show({ kind: 'typing', unit: null });
            }}
          >
            {WORDS.typeIn}
          </Button>
        )}
        <Button
          size="small"
          appearance={isAsking ? 'primary' : 'subtle'}
          icon={<ArrowResetRegular />}
          disabled={busy !== null}
          onClick={() => {
            if (isAsking) desk.beginAnew();
            setIsAsking(!isAsking);
          }}
        >
          {isAsking ? WORDS.startOverSure : WORDS.startOver}
        </Button>
        {isAsking && (
          <Button
            size="small"
            onClick={() => {
              setIsAsking(false);
            }}
          >
            {WORDS.keepOn}
          </Button>
        )}
      </div>
    </div>
  );
}
