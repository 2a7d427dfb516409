/** What will be inserted: title, the line of the report it is attached to, the unit's line, and the size of the table. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { FormPreview } from '../../app/preview-form';
import { FORMS_WORDS } from '../../messages/forms-words';

const useStyles = makeStyles({
  heading: { ...typographyStyles.caption1, margin: '0 0 4px', color: tokens.colorNeutralForeground2 },
  // A sheet of paper, light or dark as the pane.
  paper: {
    display: 'grid',
    gap: '6px',
    padding: '14px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.caption1Strong, margin: 0, textAlign: 'center' },
  attached: { ...typographyStyles.caption1, margin: 0, fontStyle: 'italic', textAlign: 'center' },
  line: { ...typographyStyles.caption1, margin: 0 },
  value: { fontWeight: tokens.fontWeightSemibold },
  table: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: '6px 8px',
    textAlign: 'center',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  columns: { display: 'block', color: tokens.colorNeutralForeground1 },
});

export function FormPreviewCard({ preview, heading }: { readonly preview: FormPreview; readonly heading: string }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const { title, attachedTo, unitLines, headings, columns, rows } = preview;
  return (
    <section aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {heading}
      </h2>
      <div className={styles.paper}>
        <div>
          {title.map((line, index) => (
            // Lines of a title stay in their order.
            <p key={index} className={styles.title}>
              {line}
            </p>
          ))}
        </div>
        {attachedTo !== '' && <p className={styles.attached}>{attachedTo}</p>}
        {unitLines.map(({ label, value }) => (
          <p key={label} className={styles.line}>
            {label} <span className={styles.value}>{value === '' ? FORMS_WORDS.blankLine : value}</span>
          </p>
        ))}
        <p className={styles.table}>
          <span className={styles.columns}>{headings.join(' · ')}</span>
          {FORMS_WORDS.table(rows, columns)}
        </p>
      </div>
    </section>
  );
}
