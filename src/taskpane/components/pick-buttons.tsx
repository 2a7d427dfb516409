/** Buttons that open the file dialog, for files and for a folder. */
import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ChangeEvent, type ReactNode } from 'react';
import { fromDialog } from '../picking/pick';
import type { PickedFile } from '../wiring/messages';

/** What the dialog shows first; anything else can still be chosen, since the content decides. */
const ACCEPT = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.zip';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'center' },
  quiet: { display: 'contents' },
  hidden: { display: 'none' },
});

export interface PickButtonsProps {
  readonly words: { readonly files: string; readonly folder: string };
  readonly onPick: (files: readonly PickedFile[]) => void;
  /** The dialog is opened: files will probably be chosen. */
  readonly onOpen: () => void;
  /** Where a clerk begins: large and coloured. "small" stands quietly among other buttons. */
  readonly size?: 'small' | 'large';
  /** Whether the keyboard goes here once reading ended without a result. */
  readonly focus?: boolean;
}

export function PickButtons({ words, onPick, onOpen, size = 'large', focus = false }: PickButtonsProps): ReactNode {
  const styles = useStyles();
  const large = size === 'large';
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // A dialog that was closed without a choice is answered too; React does not hear of it.
  useEffect(() => {
    const inputs = [files.current, folder.current];
    const none = (): void => {
      onPick([]);
    };
    for (const input of inputs) input?.addEventListener('cancel', none);
    return () => {
      for (const input of inputs) input?.removeEventListener('cancel', none);
    };
  }, [onPick]);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const picked = fromDialog(event.target.files ?? []);
    // The same choice once more must be told of again.
    event.target.value = '';
    onPick(picked);
  };
  return (
    <div className={large ? styles.row : styles.quiet}>
      <Button
        appearance={large ? 'primary' : 'subtle'}
        size={large ? 'medium' : 'small'}
        icon={<DocumentAddRegular />}
        {...(focus ? { 'data-focus': 'choose' } : {})}
        onClick={() => {
          files.current?.click();
          onOpen();
        }}
      >
        {words.files}
      </Button>
      <Button
        appearance={large ? 'secondary' : 'subtle'}
        size={large ? 'medium' : 'small'}
        icon={<FolderAddRegular />}
        onClick={() => {
          folder.current?.click();
          onOpen();
        }}
      >
        {words.folder}
      </Button>
      <input
        ref={files}
        className={styles.hidden}
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={words.files}
        onChange={take}
        data-pick="files"
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        className={styles.hidden}
        type="file"
        multiple
        aria-label={words.folder}
        onChange={take}
        data-pick="folder"
      />
    </div>
  );
}
