/** What each unit is written about its refused or doubtful files: a text to copy. */
import { Button, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import type { UnitLetter } from '../../app/send-back';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { useSession } from '../state/session';
import { HOME } from './desk-state';
import { Pieces, SubView } from './parts';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  letter: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px', paddingBottom: '8px' },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  copy: { justifySelf: 'start' },
});

export function LettersView(): ReactNode {
  const styles = useStyles();
  const [{ outcome }, desk] = useDesk();
  const [letters, setLetters] = useState<readonly UnitLetter[] | null>(null);
  useEffect(() => {
    let here = true;
    void desk.ask('letters', {}).then((list) => {
      if (here) setLetters(list ?? []);
    });
    return () => {
      here = false;
    };
  }, [desk, outcome]);
  return (
    <SubView
      title={WORDS.lettersTitle}
      onBack={() => {
        desk.show(HOME);
      }}
    >
      <p className={styles.hint} role="status">
        {letters === null ? WORDS.loading : letters.length === 0 ? WORDS.noLetters : WORDS.lettersHint}
      </p>
      <Pieces items={letters ?? []} piece={20}>
        {(shown) => shown.map((one) => <Letter key={`${one.unit ?? ''} ${one.files[0] ?? ''}`} letter={one} />)}
      </Pieces>
    </SubView>
  );
}

function Letter({ letter }: { readonly letter: UnitLetter }): ReactNode {
  const styles = useStyles();
  const { tell } = useSession();
  const { unit, files, text } = letter;
  const title = unit === null ? WORDS.letterAbout(files[0] ?? '') : WORDS.letterTo(unit);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      tell(WORDS.copied);
    } catch {
      // Inside some hosts the clipboard is closed to pages.
      tell(WORDS.notCopied);
    }
  };
  return (
    <div className={styles.letter}>
      <p className={styles.name}>{unit ?? files[0]}</p>
      <Textarea readOnly value={text} rows={6} aria-label={title} resize="vertical" />
      <Button
        className={styles.copy}
        size="small"
        icon={<CopyRegular />}
        aria-label={WORDS.copyOf(unit ?? files[0] ?? '')}
        onClick={() => {
          void copy();
        }}
      >
        {WORDS.copy}
      </Button>
    </div>
  );
}
