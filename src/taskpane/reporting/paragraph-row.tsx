/** One paragraph: its words with figures to press, its state, what is out of date in it; and the way into editing. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { textOf, type Paragraph } from '../../core/narrative/narrative';
import type { Goal } from './goal';
import { ParagraphEditor } from './paragraph-editor';
import { clickableParts } from './report-edits';
import { useReport } from './use-report';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '2px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-line' },
  prompt: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  hidden: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  figure: {
    color: tokens.colorBrandForegroundLink,
    borderBottom: `1px dotted ${tokens.colorBrandForegroundLink}`,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', minHeight: '24px' },
  state: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  touched: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  act: { minWidth: 'auto', marginRight: '-8px', color: tokens.colorBrandForegroundLink },
  stale: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 0 2px 8px',
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorderActive}`,
    ...typographyStyles.caption1,
  },
});

export interface ParagraphRowProps {
  readonly paragraph: Paragraph;
  readonly section: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly go: Goal;
}

/** Long enough to tell paragraphs apart when buttons are read aloud. */
const SPOKEN = 60;

export function ParagraphRow({ paragraph: one, section, isFirst, isLast, go }: ParagraphRowProps): ReactNode {
  const styles = useStyles();
  const [{ open }, report] = useReport();
  const text = textOf(one.parts);
  const isHidden = one.state === 'hidden';
  const spoken = text.length > SPOKEN ? `${text.slice(0, SPOKEN)}…` : text;
  const state = one.kind === 'prompt' && one.state === 'auto' ? WORDS.prompt : WORDS.states[one.state];
  const isOpen = open?.id === one.id;
  return (
    <li className={styles.row}>
      {!isOpen && (
        <p className={mergeClasses(styles.text, one.kind === 'prompt' && styles.prompt, isHidden && styles.hidden)}>
          {one.title !== null && <strong>{one.title}. </strong>}
          {one.kind === 'item' && '– '}
          {isHidden ? text : <Words paragraph={one} />}
        </p>
      )}
      {!isHidden &&
        one.outdated.map((figure) => (
          <div key={`${figure.before.fact} ${figure.before.figure}`} className={styles.stale} data-outdated="">
            <span>{figure.now === null ? WORDS.gone(figure.before.text) : WORDS.stale(figure.before.text, figure.now.text)}</span>
            {figure.now !== null && (
              <Button
                size="small"
                aria-label={WORDS.takeNewLong(figure.before.text, figure.now.text)}
                onClick={() => {
                  report.takeNew(one.id, figure);
                  go(`edit ${one.id}`);
                }}
              >
                {WORDS.takeNew}
              </Button>
            )}
          </div>
        ))}
      {isOpen ? (
        <ParagraphEditor paragraph={one} text={open.text} section={section} isFirst={isFirst} isLast={isLast} go={go} />
      ) : (
        <div className={styles.foot}>
          <span className={one.state === 'auto' ? styles.state : styles.touched}>
            {one.outdated.length > 0 && !isHidden ? `${state} · ${WORDS.needsLook}` : state}
          </span>
          <Button
            className={styles.act}
            size="small"
            appearance="transparent"
            aria-label={isHidden ? `${WORDS.show}: ${spoken}` : WORDS.editLong(spoken)}
            data-goal={`edit ${one.id}`}
            onClick={() => {
              if (isHidden) report.show(one.id);
              else report.open(one.id);
              go(isHidden ? `edit ${one.id}` : `text ${one.id}`);
            }}
          >
            {isHidden ? WORDS.show : WORDS.edit}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Words with figures to press: each opens where it comes from. A real button would break lines between "(" and figure. */
function Words({ paragraph }: { readonly paragraph: Paragraph }): ReactNode {
  const styles = useStyles();
  const [, report] = useReport();
  return clickableParts(paragraph).map((part, index) => {
    if (typeof part === 'string') return part;
    const open = (): void => {
      void report.openFigure(part.fact, part.figure, part.text, paragraph.id);
    };
    return (
      <span
        key={`${part.fact} ${part.figure} ${String(index)}`}
        role="button"
        tabIndex={0}
        className={styles.figure}
        aria-label={WORDS.figure(part.text)}
        data-figure={`${paragraph.id} ${part.fact} ${part.figure}`}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open();
        }}
      >
        {part.text}
      </span>
    );
  });
}
