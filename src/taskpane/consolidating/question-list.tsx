/** What waits for the clerk, one kind after another: what keeps whole files out first, then single readings, then days. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Question } from '../../app/open-questions';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { Outcome } from '../wiring/messages';
import { chooseVersion, returnFile, settleSupplement } from './decide';
import { Pieces } from './parts';
import { ProposalList } from './proposal-list';
import { ReceiptList } from './receipt-list';
import { UnitQuestion } from './unit-question';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', overflowWrap: 'anywhere' },
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  title: { ...typographyStyles.body1Strong, margin: 0, outlineStyle: 'none' },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '6px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { ...typographyStyles.body1, margin: 0 },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;
const of = <K extends Question['kind']>(questions: readonly Question[], kind: K): readonly Of<K>[] =>
  questions.filter((one): one is Of<K> => one.kind === kind);

export function QuestionList({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const styles = useStyles();
  const { questions, receipts } = outcome;
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(questions);
  // A button that was just pressed goes away with its question: the keyboard stays in the list.
  useEffect(() => {
    if (seen.current === questions) return;
    seen.current = questions;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) place.current?.querySelector<HTMLElement>('h3')?.focus();
  }, [questions]);
  const groups: readonly (readonly [keyof typeof WORDS.wait, number, ReactNode])[] = [
    ['unit', of(questions, 'unit').length, <Cards key="unit" items={of(questions, 'unit')} Card={UnitCard} />],
    ['version', of(questions, 'version').length, <Cards key="version" items={of(questions, 'version')} Card={VersionCard} />],
    [
      'supplement',
      of(questions, 'supplement').length,
      <Cards key="more" items={of(questions, 'supplement')} Card={SupplementCard} />,
    ],
    ['mend', of(questions, 'mend').length, <Cards key="mend" items={of(questions, 'mend')} Card={MendCard} />],
    ['proposal', of(questions, 'proposal').length, <ProposalList key="proposal" proposals={of(questions, 'proposal')} />],
    ['receipt', receipts.length, <ReceiptList key="receipt" receipts={receipts} />],
  ];
  return (
    <div className={styles.list} ref={place}>
      {questions.length === 0 && (
        <h3 className={styles.title} tabIndex={-1}>
          {WORDS.nothingWaits}
        </h3>
      )}
      {groups.map(([kind, count, content]) =>
        count === 0 ? null : (
          <section key={kind} className={styles.group} aria-label={WORDS.wait[kind]}>
            <h3 className={styles.title} tabIndex={-1}>
              {WORDS.wait[kind]}
            </h3>
            {content}
          </section>
        ),
      )}
    </div>
  );
}

interface CardsProps<Q> {
  readonly items: readonly Q[];
  readonly Card: (props: { readonly question: Q }) => ReactNode;
}

function Cards<Q extends { readonly file?: string; readonly unit?: string }>({ items, Card }: CardsProps<Q>): ReactNode {
  const styles = useStyles();
  return (
    <Pieces items={items} piece={20}>
      {(shown) =>
        shown.map((one) => (
          <div key={one.file ?? one.unit ?? ''} className={styles.card}>
            <Card question={one} />
          </div>
        ))
      }
    </Pieces>
  );
}

function UnitCard({ question }: { readonly question: Of<'unit'> }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.small}>{question.file}</p>
      <p className={styles.text}>{question.sentence}</p>
      <UnitQuestion question={question} />
    </>
  );
}

function VersionCard({ question }: { readonly question: Of<'version'> }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [first, second] = question.files;
  const rivals = question.files.map((one) => one.file);
  return (
    <>
      <p className={styles.text}>{question.unit}</p>
      {question.files.map(({ file, savedAt }) => (
        <div key={file} className={styles.group}>
          <p className={styles.small}>
            {file} · {savedAt === null ? WORDS.noTime : WORDS.savedAt(savedAt.slice(0, 10))}
          </p>
          <div>
            <Button
              size="small"
              aria-label={WORDS.ofFile(WORDS.countThis, file)}
              onClick={() => {
                desk.decide(chooseVersion(file, rivals));
              }}
            >
              {WORDS.countThis}
            </Button>
          </div>
        </div>
      ))}
      {first !== undefined && second !== undefined && <Difference before={first.file} after={second.file} />}
    </>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const [, desk] = useDesk();
  return (
    <div>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => {
          desk.show({ kind: 'compare', before, after });
        }}
      >
        {WORDS.seeDifference}
      </Button>
    </div>
  );
}

function SupplementCard({ question }: { readonly question: Of<'supplement'> }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const { file, unit, earlier } = question;
  return (
    <>
      <p className={styles.text}>{WORDS.supplementHint(unit)}</p>
      <p className={styles.small}>{file}</p>
      <p className={styles.small}>{earlier === null ? WORDS.noEarlier : WORDS.earlier(earlier)}</p>
      <div className={styles.buttons}>
        {(['replace', 'add'] as const).map((how) => (
          <Button
            key={how}
            size="small"
            aria-label={WORDS.ofFile(WORDS[how], file)}
            onClick={() => {
              desk.decide(settleSupplement(file, how));
            }}
          >
            {WORDS[how]}
          </Button>
        ))}
      </div>
      {earlier !== null && <Difference before={earlier} after={file} />}
    </>
  );
}

function MendCard({ question }: { readonly question: Of<'mend'> }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const { file, unit, sentence } = question;
  return (
    <>
      {unit !== '' && <p className={styles.text}>{unit}</p>}
      <p className={styles.small}>{file}</p>
      <p className={styles.text}>{sentence}</p>
      <div>
        <Button
          size="small"
          aria-label={WORDS.ofFile(WORDS.sendBack, file)}
          onClick={() => {
            desk.decide(returnFile(file, true));
          }}
        >
          {WORDS.sendBack}
        </Button>
      </div>
    </>
  );
}
