/** Readings that count only once they are accepted: one, those of a file, or all. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Question } from '../../app/open-questions';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { acceptRows } from './decide';
import { Pieces } from './parts';
import { useDesk } from './use-desk';

type Proposal = Extract<Question, { kind: 'proposal' }>;

const useStyles = makeStyles({
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  item: { display: 'grid', gap: '4px', justifyItems: 'start' },
  text: { ...typographyStyles.body1, margin: 0 },
});

export function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const byFile = new Map<string, Proposal[]>();
  for (const one of proposals) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  const files = [...byFile];
  return (
    <>
      <p className={styles.hint}>{WORDS.proposalHint}</p>
      <div>
        <Button
          size="small"
          icon={<CheckmarkRegular />}
          onClick={() => {
            desk.decide(acceptRows(proposals));
          }}
        >
          {WORDS.acceptAll(proposals.length)}
        </Button>
      </div>
      <Pieces items={files} piece={20}>
        {(shown) =>
          shown.map(([file, ofFile]) => (
            <div key={file} className={styles.card}>
              <p className={styles.name}>{ofFile[0]?.unit || WORDS.unitUnknown}</p>
              <p className={styles.hint}>{file}</p>
              <ul className={styles.list}>
                {ofFile.map((one) => (
                  <li key={`${one.row} ${one.cell ?? ''}`} className={styles.item}>
                    <p className={styles.text}>{one.sentence}</p>
                    <Button
                      size="small"
                      aria-label={WORDS.acceptOf(one.cell ?? '', one.unit || file)}
                      onClick={() => {
                        desk.decide(acceptRows([one]));
                      }}
                    >
                      {WORDS.accept}
                    </Button>
                  </li>
                ))}
              </ul>
              {ofFile.length > 1 && (
                <div>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={WORDS.ofFile(WORDS.acceptFile, file)}
                    onClick={() => {
                      desk.decide(acceptRows(ofFile));
                    }}
                  >
                    {WORDS.acceptFile}
                  </Button>
                </div>
              )}
            </div>
          ))
        }
      </Pieces>
    </>
  );
}
