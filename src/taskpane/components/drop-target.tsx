/** The whole pane takes what is dropped on it, and shows so while something is held over it. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { DESK_WORDS } from '../../messages/desk-words';
import { fromDrop } from '../picking/pick';
import type { PickedFile } from '../wiring/messages';

const useStyles = makeStyles({
  place: { position: 'relative', minHeight: 'calc(100vh - 120px)' },
  cover: {
    position: 'fixed',
    inset: '8px',
    display: 'none',
    placeContent: 'center',
    padding: '16px',
    textAlign: 'center',
    pointerEvents: 'none',
    zIndex: 1,
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    ...typographyStyles.subtitle1,
  },
  shown: { display: 'grid' },
});

export interface DropTargetProps {
  /** While files are read, what is dropped is not taken, and that is said; the browser must not open it either. */
  readonly disabled: boolean;
  /** Something is held over it: it will probably be dropped. */
  readonly onHold: () => void;
  readonly onDrop: (files: readonly PickedFile[]) => void;
  readonly children: ReactNode;
}

export function DropTarget({ disabled, onHold, onDrop, children }: DropTargetProps): ReactNode {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  const move = (step: 1 | -1): void => {
    depth.current += step;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    void fromDrop(event.dataTransfer).then(onDrop);
  };
  return (
    <div
      className={styles.place}
      onDragEnter={() => {
        if (depth.current === 0) onHold();
        move(1);
      }}
      onDragLeave={() => {
        move(-1);
      }}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={drop}
    >
      {children}
      <div className={mergeClasses(styles.cover, over && styles.shown)} aria-hidden="true">
        {disabled ? DESK_WORDS.dropLater : DESK_WORDS.dropNow}
      </div>
    </div>
  );
}
