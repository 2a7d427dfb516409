/** The report's sections with their paragraphs, and where a paragraph of the clerk's own is added. */
import { Button, Checkbox, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import type { Narrative } from '../../core/narrative/narrative';
import type { Goal } from './goal';
import { ParagraphRow } from './paragraph-row';
import { sectionsOf, type ShownSection } from './report-edits';
import { useReport } from './use-report';

const useStyles = makeStyles({
  sections: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '14px' },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' },
  first: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorNeutralForeground1 },
  second: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  empty: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  add: { justifySelf: 'start', marginLeft: '-8px' },
  adder: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

export function ReportSections({ narrative }: { readonly narrative: Narrative }): ReactNode {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const goal = useRef<string | null>(null);
  const [{ figure, returnTo }, report] = useReport();
  // Back from where a figure comes from: the keyboard goes on at that figure.
  useEffect(() => {
    if (returnTo === null) return;
    const marked = [...(place.current?.querySelectorAll<HTMLElement>('[data-figure]') ?? [])];
    marked.find((one) => one.dataset['figure'] === returnTo)?.focus();
    report.returned();
  }, [returnTo, report]);
  // What was pressed may be gone or elsewhere once it is painted: the keyboard follows.
  useEffect(() => {
    if (goal.current === null) return;
    const marked = [...(place.current?.querySelectorAll<HTMLElement>('[data-goal]') ?? [])];
    const found = marked.find((one) => one.dataset['goal'] === goal.current);
    goal.current = null;
    found?.focus();
  });
  const go: Goal = (mark) => {
    goal.current = mark;
  };
  return (
    <div className={styles.sections} ref={place} aria-busy={figure !== null}>
      {sectionsOf(narrative, { opening: WORDS.openingSection, closing: WORDS.closingSection }).map((section) => (
        <SectionPart key={section.id} section={section} go={go} />
      ))}
    </div>
  );
}

function SectionPart({ section, go }: { readonly section: ShownSection; readonly go: Goal }): ReactNode {
  const styles = useStyles();
  const [{ adding }, report] = useReport();
  const { id, name, level, isHeading, paragraphs } = section;
  const heading = level === 1 ? <h3 className={styles.first}>{name}</h3> : <h4 className={styles.second}>{name}</h4>;
  if (isHeading && paragraphs.length === 0) return heading;
  return (
    <section className={styles.section} aria-label={name}>
      {heading}
      {paragraphs.length === 0 && <p className={styles.empty}>{WORDS.emptySection}</p>}
      <ol className={styles.list}>
        {paragraphs.map((one, index) => (
          <ParagraphRow
            key={one.id}
            paragraph={one}
            section={name}
            isFirst={index === 0}
            isLast={index === paragraphs.length - 1}
            go={go}
          />
        ))}
      </ol>
      {adding?.section === id ? (
        <Adder section={name} sectionId={id} go={go} />
      ) : (
        <Button
          className={styles.add}
          size="small"
          appearance="transparent"
          icon={<AddRegular />}
          aria-label={WORDS.addLong(name)}
          data-goal={`add ${id}`}
          onClick={() => {
            report.startAdding(id);
            go('new text');
          }}
        >
          {WORDS.add}
        </Button>
      )}
    </section>
  );
}

interface AdderProps {
  readonly section: string;
  readonly sectionId: string;
  readonly go: Goal;
}

function Adder({ section, sectionId, go }: AdderProps): ReactNode {
  const styles = useStyles();
  const [{ adding }, report] = useReport();
  const add = (): void => {
    const id = report.add();
    go(id === null ? 'new text' : `edit ${id}`);
  };
  const cancel = (): void => {
    report.startAdding(null);
    go(`add ${sectionId}`);
  };
  return (
    <div
      className={styles.adder}
      role="group"
      aria-label={WORDS.addLong(section)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        if (event.key === 'Enter' && event.ctrlKey) add();
      }}
    >
      <Textarea
        textarea={{ 'data-goal': 'new text', rows: 3 } as Record<string, unknown>}
        aria-label={WORDS.newText}
        value={adding?.text ?? ''}
        resize="vertical"
        onChange={(_event, { value }) => {
          report.typeNew({ text: value });
        }}
      />
      <Checkbox
        size="medium"
        label={WORDS.asItem}
        checked={adding?.asItem ?? false}
        onChange={(_event, { checked }) => {
          report.typeNew({ asItem: checked === true });
        }}
      />
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabledFocusable={(adding?.text ?? '').trim() === ''} onClick={add}>
          {WORDS.addNow}
        </Button>
        <Button size="small" onClick={cancel}>
          {WORDS.cancel}
        </Button>
      </div>
    </div>
  );
}
