/** Where a figure of the report comes from: its rule, its parts, the units with sheet, cell and what is written there. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular, TableCellsMergeRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { useSession, useSessionStore } from '../state/session';
import type { FigureLine, FigurePlace, FigureShown } from '../wiring/report-messages';
import { useReport } from './use-report';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', overflowWrap: 'anywhere' },
  back: { justifySelf: 'start', marginLeft: '-8px' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  value: { ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0 },
  heading: { ...typographyStyles.body1Strong, margin: '4px 0 0' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '2px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', ...typographyStyles.body1 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export function FigureView({ text, found }: { readonly text: string; readonly found: FigureShown }): ReactNode {
  const styles = useStyles();
  const { inExcel } = useSession();
  const [, report] = useReport();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [found]);
  const why = WORDS.why(found.rule.name, found.rule.threshold);
  const title = `${WORDS.figureTitle}: ${text}`;
  return (
    <section
      className={styles.view}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') report.closeFigure();
      }}
    >
      <Button className={styles.back} size="small" appearance="subtle" icon={<ChevronLeftRegular />} onClick={report.closeFigure}>
        {WORDS.back}
      </Button>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className={styles.value}>{WORDS.figureValue(found.value, found.unit)}</p>
      <p className={styles.text}>{WORDS.figureKinds[found.kind]}</p>
      {why !== '' && <p className={styles.small}>{why}</p>}
      {found.places.map((place) => (
        <PlaceButton key={`${place.sheet} ${place.cell}`} place={place} />
      ))}
      {inExcel && found.kind === 'totals' && found.places.length === 0 && <p className={styles.small}>{WORDS.notInWorkbook}</p>}
      {found.parts.length > 0 && (
        <>
          <h3 className={styles.heading}>{WORDS.parts}</h3>
          <ul className={styles.list}>
            {found.parts.map((part) => (
              <li key={part.figure} className={styles.line}>
                <div>
                  <Button
                    size="small"
                    onClick={() => {
                      const { figure } = report.current();
                      void report.openFigure(
                        part.fact,
                        part.figure,
                        WORDS.figureValue(part.value, part.unit),
                        figure?.from ?? '',
                      );
                    }}
                  >
                    {WORDS.figureValue(part.value, part.unit)}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.rows.length > 0 && (
        <>
          <h3 className={styles.heading}>{WORDS.rows}</h3>
          <ul className={styles.list}>
            {found.rows.map((row) => (
              <li key={row} className={styles.small}>
                {row}
              </li>
            ))}
          </ul>
        </>
      )}
      {found.lines.length > 0 && (
        <>
          <h3 className={styles.heading}>{WORDS.sources}</h3>
          <ol className={styles.list} aria-label={WORDS.sources}>
            {found.lines.map((line, index) => (
              <Line key={`${line.file} ${line.unit} ${String(index)}`} line={line} />
            ))}
          </ol>
          {found.more > 0 && <p className={styles.small}>{WORDS.moreLines(found.more)}</p>}
        </>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: FigureLine }): ReactNode {
  const styles = useStyles();
  const where = [WORDS.place(line.sheet, line.cell), line.raw === '' ? '' : WORDS.written(line.raw)];
  const said = where.filter((one) => one !== '').join(' · ');
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <span>{line.unit}</span>
        {line.value !== null && <span className={styles.number}>{WORDS.figureValue(line.value, '')}</span>}
      </div>
      {line.file !== '' && <p className={styles.small}>{line.file}</p>}
      {said !== '' && <p className={styles.small}>{said}</p>}
    </li>
  );
}

/** In Excel: selects the cell of the sheet of totals. */
function PlaceButton({ place: { sheet, cell } }: { readonly place: FigurePlace }): ReactNode {
  const styles = useStyles();
  const { host, tell } = useSession();
  const store = useSessionStore();
  if (host === null) return null;
  const go = async (): Promise<void> => {
    const selected = await host.selectCell({ name: sheet }, cell);
    if (selected.ok) tell(WORDS.wentToCell(sheet, cell));
    else await store.tellProblem(selected.error);
  };
  return (
    <Button
      className={styles.back}
      size="small"
      appearance="transparent"
      icon={<TableCellsMergeRegular />}
      onClick={() => {
        void go();
      }}
    >
      {WORDS.goToCell(sheet, cell)}
    </Button>
  );
}
