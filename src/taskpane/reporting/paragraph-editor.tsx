/** A paragraph being edited: its words, and everything else that can be done to it. By keyboard alone as well. */
import { Button, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { reportSheetWords } from '../../messages/report-sheet-words';
import { textOf, type Paragraph } from '../../core/narrative/narrative';
import type { Goal } from './goal';
import { useReport } from './use-report';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6px',
    padding: '8px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'pre-line' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  list: { margin: 0, paddingLeft: '18px' },
});

/** Wordings of one thought that a person reads. */
const MOST_ALIKE = 5;

export interface ParagraphEditorProps {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly section: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly go: Goal;
}

export function ParagraphEditor({ paragraph: one, text, section, isFirst, isLast, go }: ParagraphEditorProps): ReactNode {
  const styles = useStyles();
  const [, report] = useReport();
  const { id, state } = one;
  const leave = (act: () => void): void => {
    act();
    go(`edit ${id}`);
  };
  const done = (): void => {
    leave(() => {
      report.open(null);
    });
  };
  const move = (by: 'up' | 'down', mark: string): void => {
    if (by === 'up' ? isFirst : isLast) return;
    report.move(id, by);
    go(mark);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape') leave(report.giveUp);
    else if (key === 'Enter' && event.ctrlKey) done();
    else if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      move(key === 'ArrowUp' ? 'up' : 'down', `text ${id}`);
    }
  };
  return (
    <div className={styles.card} role="group" aria-label={WORDS.editor(section)} onKeyDown={onKeyDown}>
      <Textarea
        textarea={
          { 'data-goal': `text ${id}`, rows: Math.min(14, Math.max(3, Math.ceil(text.length / 38))) } as Record<string, unknown>
        }
        aria-label={WORDS.text}
        aria-description={WORDS.keys}
        value={text}
        placeholder={one.kind === 'prompt' ? textOf(one.parts) : ''}
        resize="vertical"
        onChange={(_event, { value }) => {
          report.type(value);
        }}
      />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={done}>
          {WORDS.done}
        </Button>
        <Button
          size="small"
          onClick={() => {
            leave(report.giveUp);
          }}
        >
          {WORDS.giveUp}
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<ArrowUpRegular />}
          disabledFocusable={isFirst}
          data-goal={`up ${id}`}
          onClick={() => {
            move('up', `up ${id}`);
          }}
        >
          {WORDS.up}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownRegular />}
          disabledFocusable={isLast}
          data-goal={`down ${id}`}
          onClick={() => {
            move('down', `down ${id}`);
          }}
        >
          {WORDS.down}
        </Button>
        {state === 'auto' && one.kind !== 'prompt' && (
          <Button
            size="small"
            onClick={() => {
              leave(() => {
                report.pin(id);
              });
            }}
          >
            {WORDS.pin}
          </Button>
        )}
        {(state === 'pinned' || state === 'edited') && (
          <Button
            size="small"
            onClick={() => {
              leave(() => {
                void report.restore(id);
              });
            }}
          >
            {state === 'pinned' ? WORDS.unpin : WORDS.restore}
          </Button>
        )}
        {state === 'added' ? (
          <Button
            size="small"
            onClick={() => {
              report.remove(id);
              go(`add ${one.section}`);
            }}
          >
            {WORDS.remove}
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              leave(() => {
                report.hide(id);
              });
            }}
          >
            {WORDS.hide}
          </Button>
        )}
      </div>
      <p className={styles.small}>{reportSheetWords.source(one)}</p>
      {state === 'edited' && one.base !== null && (
        <details className={styles.small}>
          <summary className={styles.summary}>{WORDS.generatedWas}</summary>
          {one.base.text}
        </details>
      )}
      <Alike paragraph={one} />
      <p className={styles.small}>{WORDS.keys}</p>
    </div>
  );
}

/** The other wordings that were merged into this one. */
function Alike({ paragraph: { alike } }: { readonly paragraph: Paragraph }): ReactNode {
  const styles = useStyles();
  if (alike.length === 0) return null;
  const more = alike.length - MOST_ALIKE;
  return (
    <details className={styles.small}>
      <summary className={styles.summary}>{WORDS.alike(alike.length)}</summary>
      <ul className={styles.list}>
        {alike.slice(0, MOST_ALIKE).map((one, index) => (
          <li key={`${one.file} ${String(index)}`}>
            {one.unit.name}: “{one.text}”
          </li>
        ))}
        {more > 0 && <li>{WORDS.andMore(more)}</li>}
      </ul>
    </details>
  );
}
