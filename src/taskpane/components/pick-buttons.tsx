/** Buttons that open the file dialog, for files and for a folder. */
import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentAddRegular, FolderAddRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent, type ReactNode } from 'react';
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
  /** Where a clerk begins: large and coloured. "small" stands quietly among other buttons. */
  readonly size?: 'small' | 'large';
}

export function PickButtons({ words, onPick, size = 'large' }: PickButtonsProps): ReactNode {
  const styles = useStyles();
  const large = size === 'large';
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
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
        onClick={() => files.current?.click()}
      >
        {words.files}
      </Button>
      <Button
        appearance={large ? 'secondary' : 'subtle'}
        size={large ? 'medium' : 'small'}
        icon={<FolderAddRegular />}
        onClick={() => folder.current?.click()}
      >
        {words.folder}
      </Button>
      <input ref={files} className={styles.hidden} type="file" multiple accept={ACCEPT} onChange={take} data-pick="files" />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        className={styles.hidden}
        type="file"
        multiple
        onChange={take}
        data-pick="folder"
      />
    </div>
  );
}
