/** The menu of the pane: what is not needed every day. */
import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  LightbulbRegular,
  MoreHorizontalRegular,
  QuestionCircleRegular,
  SettingsRegular,
  WrenchRegular,
} from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import { useSession } from '../state/session';

export interface MoreMenuProps {
  readonly onTour: () => void;
}

/** Opens at once: its first press was the one that loaded it. */
export function MoreMenu({ onTour }: MoreMenuProps): ReactNode {
  const { inExcel, goTo } = useSession();
  const [open, setOpen] = useState(true);
  return (
    <Menu
      open={open}
      onOpenChange={(_event, data) => {
        setOpen(data.open);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={SHELL_WORDS.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<SettingsRegular />}
            onClick={() => {
              goTo('settings');
            }}
          >
            {SHELL_WORDS.settings}
          </MenuItem>
          <MenuItem icon={<LightbulbRegular />} onClick={onTour}>
            {SHELL_WORDS.tourAgain}
          </MenuItem>
          <MenuItem
            icon={<QuestionCircleRegular />}
            onClick={() => {
              goTo('help');
            }}
          >
            {SHELL_WORDS.help}
          </MenuItem>
          {inExcel && <MenuDivider />}
          {inExcel && (
            <MenuItem
              icon={<WrenchRegular />}
              onClick={() => {
                goTo('trial');
              }}
            >
              {SHELL_WORDS.trial}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
