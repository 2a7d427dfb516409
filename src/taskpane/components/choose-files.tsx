/** Where a clerk without files begins: two buttons and what they take. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentTableArrowRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { DESK_WORDS } from '../../messages/desk-words';
import type { PickedFile } from '../wiring/messages';
import { PickButtons } from './pick-buttons';

const useStyles = makeStyles({
  place: {
    display: 'grid',
    justifyItems: 'center',
    gap: '12px',
    padding: '24px 16px',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { fontSize: '40px', lineHeight: '40px', color: tokens.colorBrandForeground1 },
  drop: { ...typographyStyles.body1, margin: 0 },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ChooseFilesProps {
  readonly onPick: (files: readonly PickedFile[]) => void;
  readonly onOpen: () => void;
}

export function ChooseFiles({ onPick, onOpen }: ChooseFilesProps): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.place} aria-label={DESK_WORDS.chooseFiles}>
      <DocumentTableArrowRightRegular className={styles.icon} aria-hidden="true" />
      <PickButtons
        focus
        words={{ files: DESK_WORDS.chooseFiles, folder: DESK_WORDS.chooseFolder }}
        onPick={onPick}
        onOpen={onOpen}
      />
      <p className={styles.drop}>{DESK_WORDS.dropHere}</p>
      <p className={styles.hint}>{DESK_WORDS.accepts}</p>
      <p className={styles.hint}>{DESK_WORDS.staysHere}</p>
    </section>
  );
}
