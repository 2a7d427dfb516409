/** The button of the menu. The menu itself weighs as much as a place, so it is loaded at the first press. */
import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import type { MoreMenuProps } from './more-menu';

const MoreMenu = lazy(() => import('./more-menu').then((module) => ({ default: module.MoreMenu })));

export function MoreButton(props: MoreMenuProps): ReactNode {
  const [wanted, setWanted] = useState(false);
  const waiting = (
    <Button
      appearance="subtle"
      icon={<MoreHorizontalRegular />}
      aria-label={SHELL_WORDS.more}
      aria-haspopup="menu"
      onClick={() => {
        setWanted(true);
      }}
    />
  );
  if (!wanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      <MoreMenu {...props} />
    </Suspense>
  );
}
