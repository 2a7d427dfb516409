/** The parts of the result as tabs: one stop of the Tab key, arrows between them. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  tab: {
    ...typographyStyles.body1,
    padding: '2px 8px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: `1px solid transparent`,
    borderRadius: tokens.borderRadiusCircular,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': {
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      forcedColorAdjust: 'none',
      // The theme's own colour for hovering would hide the words.
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
});

export interface PartTab<T extends string> {
  readonly value: T;
  readonly words: string;
  /** What is read aloud, where the words alone say too little. */
  readonly long?: string;
}

export interface PartTabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly PartTab<T>[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

export function PartTabs<T extends string>({ label, tabs, chosen, onChoose }: PartTabsProps<T>): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((one) => one.value === chosen);
    const goals: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const goal = goals[event.key];
    const next = goal === undefined ? undefined : tabs[goal];
    if (goal === undefined || next === undefined) return;
    event.preventDefault();
    onChoose(next.value);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[goal]?.focus();
  };
  return (
    <div className={styles.list} ref={list} role="tablist" aria-label={label} onKeyDown={go}>
      {tabs.map(({ value, words, long }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={`result-${value}`}
          className={mergeClasses(styles.tab, value === chosen && styles.chosen)}
          aria-selected={value === chosen}
          tabIndex={value === chosen ? 0 : -1}
          {...(long === undefined ? {} : { 'aria-label': long })}
          onClick={() => {
            onChoose(value);
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
