/** A part of the pane that is loaded when it is first shown. Where it cannot be loaded, a sentence and another try. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';

export type Load = () => Promise<ComponentType>;

/** Parts that are there already show at once. */
const known = new WeakMap<Load, ComponentType>();

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
});

export function Loaded({ load }: { readonly load: Load }): ReactNode {
  const styles = useStyles();
  const [, setTries] = useState(0);
  const [failedOnce, setFailedOnce] = useState(false);
  const Part = known.get(load);

  useEffect(() => {
    if (Part !== undefined || failedOnce) return;
    let here = true;
    load().then(
      (part) => {
        known.set(load, part);
        if (here) setTries((tries) => tries + 1);
      },
      () => {
        if (here) setFailedOnce(true);
      },
    );
    return () => {
      here = false;
    };
  }, [Part, failedOnce, load]);

  if (Part !== undefined) return <Part />;
  if (!failedOnce) return <p className={styles.text}>{SHELL_WORDS.opening}</p>;
  return (
    <div role="alert">
      <p className={styles.text}>{SHELL_WORDS.notLoaded}</p>
      <Button
        onClick={() => {
          setFailedOnce(false);
        }}
      >
        {SHELL_WORDS.tryAgain}
      </Button>
    </div>
  );
}
