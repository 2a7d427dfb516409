/** How the report is written: units by name or number, Kính gửi, the list of units, what counts as a tồn tại, last year. */
import { Button, Checkbox, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, type ChangeEvent, type ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import type { ReportChoices } from '../../core/narrative/context';
import { useReport } from './use-report';

const useStyles = makeStyles({
  summary: { ...typographyStyles.body1, cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    marginTop: '6px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  label: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  boxes: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  input: { display: 'none' },
});

const UNITS: readonly (readonly [ReportChoices['units'], string])[] = [
  ['named', WORDS.unitsNamed],
  ['counted', WORDS.unitsCounted],
  ['leftOut', WORDS.unitsLeftOut],
];

export function ChoicesPanel(): ReactNode {
  const styles = useStyles();
  const [{ choices, shown }, report] = useReport();
  if (choices === null) return null;
  const silent = shown?.silentRows ?? [];
  const weak = new Set(choices.weaknessRows);
  return (
    <details>
      <summary className={styles.summary}>{WORDS.choices}</summary>
      <div className={styles.panel}>
        <p className={styles.label} id="report-units">
          {WORDS.units}
        </p>
        <RadioGroup
          aria-labelledby="report-units"
          value={choices.units}
          onChange={(_event, { value }) => {
            void report.choose({ units: value as ReportChoices['units'] });
          }}
        >
          {UNITS.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
        <div className={styles.boxes}>
          <Checkbox
            label={WORDS.addressed}
            checked={choices.addressed}
            onChange={(_event, { checked }) => {
              void report.choose({ addressed: checked === true });
            }}
          />
          <Checkbox
            label={WORDS.unitAnnex}
            checked={choices.unitAnnex}
            onChange={(_event, { checked }) => {
              void report.choose({ unitAnnex: checked === true });
            }}
          />
        </div>
        {silent.length > 0 && (
          <fieldset className={styles.group}>
            <legend className={styles.label}>{WORDS.silentRows}</legend>
            <p className={styles.hint}>{WORDS.silentHint}</p>
            <div className={styles.boxes}>
              {silent.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={weak.has(id)}
                  onChange={(_event, { checked }) => {
                    const others = choices.weaknessRows.filter((one) => one !== id);
                    void report.choose({ weaknessRows: checked === true ? [...others, id] : others });
                  }}
                />
              ))}
            </div>
          </fieldset>
        )}
        <LastYear />
      </div>
    </details>
  );
}

function LastYear(): ReactNode {
  const styles = useStyles();
  const [{ lastYear, busy }, report] = useReport();
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    // The same choice once more must be told of again.
    event.target.value = '';
    if (file !== undefined) void report.takeLastYear(file);
  };
  return (
    <>
      <p className={styles.label}>{WORDS.lastYear}</p>
      <p className={styles.hint}>{lastYear === null ? WORDS.lastYearHint : WORDS.lastYearKept}</p>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={busy === 'lastYear'} onClick={() => input.current?.click()}>
          {WORDS.chooseLastYear}
        </Button>
        {lastYear !== null && (
          <Button
            size="small"
            onClick={() => {
              void report.takeLastYear(null);
            }}
          >
            {WORDS.dropLastYear}
          </Button>
        )}
      </div>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept=".xlsx,.xlsm,.xlsb,.xls,.ods"
        aria-label={WORDS.chooseLastYear}
        data-pick="last-year"
        onChange={take}
      />
    </>
  );
}
