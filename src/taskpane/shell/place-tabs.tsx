/**
 * The tabs of the places, by the pattern of WAI-ARIA: one stop for the Tab key, arrows move and choose, Home and End go to
 * the ends. Fluent's own TabList brings its whole machinery of focus with it, 20 KB of the first load; in places that are
 * loaded later it is used.
 */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginLeft: '-8px' },
  tab: {
    ...typographyStyles.body1,
    position: 'relative',
    padding: '6px 8px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', color: 'ButtonText', backgroundColor: 'Canvas' },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '8px',
      right: '8px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
});

export interface PlaceTab<P extends string> {
  readonly place: P;
  readonly name: string;
}

export interface PlaceTabsProps<P extends string> {
  readonly label: string;
  readonly tabs: readonly PlaceTab<P>[];
  /** Null while a place without a tab is open: the Tab key then stops at the first one. */
  readonly chosen: P | null;
  readonly onChoose: (place: P) => void;
}

/** The id of a tab, for the panel that it names. */
export const tabId = (place: string): string => `tab-of-${place}`;

export function PlaceTabs<P extends string>({ label, tabs, chosen, onChoose }: PlaceTabsProps<P>): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const stop = Math.max(
    0,
    tabs.findIndex((one) => one.place === chosen),
  );
  const move = (event: KeyboardEvent): void => {
    const last = tabs.length - 1;
    const now = [...(list.current?.children ?? [])].findIndex((one) => one === document.activeElement);
    const to =
      event.key === 'ArrowRight'
        ? now === last
          ? 0
          : now + 1
        : event.key === 'ArrowLeft'
          ? now <= 0
            ? last
            : now - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : null;
    const next = to === null ? undefined : tabs[to];
    if (to === null || next === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
    onChoose(next.place);
  };
  return (
    <div className={styles.list} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map(({ place, name }, index) => (
        <button
          key={place}
          type="button"
          role="tab"
          id={tabId(place)}
          className={mergeClasses(styles.tab, place === chosen && styles.chosen)}
          aria-selected={place === chosen}
          aria-controls="place"
          tabIndex={index === stop ? 0 : -1}
          onClick={() => {
            onChoose(place);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
