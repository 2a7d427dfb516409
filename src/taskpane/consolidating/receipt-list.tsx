/** Days of receipt: the file's own day is only offered; the clerk confirms one, or all at once. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import type { ReceiptLine } from '../wiring/messages';
import { DayBox } from './day-box';
import { confirmReceipts } from './decide';
import { localDay } from './local-day';
import { Pieces } from './parts';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  summary: { ...typographyStyles.body1, cursor: 'pointer' },
  list: { listStyle: 'none', margin: '8px 0', padding: 0, display: 'grid', gap: '10px' },
  item: { display: 'grid', gap: '4px' },
});

export function ReceiptList({ receipts }: { readonly receipts: readonly ReceiptLine[] }): ReactNode {
  const styles = useStyles();
  const [, desk] = useDesk();
  const [day, setDay] = useState(() => localDay(new Date()));
  const open = receipts.filter((one) => one.confirmed === null);
  const offered = open.flatMap((one) => (one.offered === null ? [] : [{ file: one.file, day: one.offered }]));
  return (
    <>
      <p className={styles.small}>{WORDS.receiptHint}</p>
      <p className={styles.text}>{open.length === 0 ? WORDS.allConfirmed : WORDS.unconfirmed(open.length)}</p>
      {offered.length > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              desk.decide(confirmReceipts(offered));
            }}
          >
            {WORDS.takeOffered(offered.length)}
          </Button>
        </div>
      )}
      {open.length > 0 && (
        <div className={styles.row}>
          <DayBox label={WORDS.sameDay} day={day} onDay={setDay} />
          <Button
            size="small"
            disabled={day === ''}
            onClick={() => {
              desk.decide(confirmReceipts(open.map(({ file }) => ({ file, day }))));
            }}
          >
            {WORDS.useDay}
          </Button>
        </div>
      )}
      <details>
        <summary className={styles.summary}>{WORDS.eachFile(receipts.length)}</summary>
        <Pieces items={receipts} piece={30}>
          {(shown) => (
            <ul className={styles.list}>
              {shown.map((one) => (
                <li key={one.file} className={styles.item}>
                  <p className={styles.text}>{one.unit}</p>
                  <p className={styles.small}>
                    {one.file}
                    {one.offered !== null && ` · ${WORDS.offered(one.offered)}`}
                  </p>
                  <DayBox
                    label={WORDS.receiptOf(one.unit)}
                    day={one.confirmed?.slice(0, 10) ?? ''}
                    onDay={(value) => {
                      desk.decide(confirmReceipts([{ file: one.file, day: value === '' ? null : value }]));
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
        </Pieces>
      </details>
    </>
  );
}
