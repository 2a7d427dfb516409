/** A unit on paper, typed in: its name, when it came, and the fields of the form. */
import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { Decisions } from '../../core/campaign/decisions';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { useSession } from '../state/session';
import type { FormRow, FormShape } from '../wiring/messages';
import { DayBox } from './day-box';
import { HOME } from './desk-state';
import { SubView } from './parts';
import { labelOf } from './totals-table';
import { readTyped } from './typed-figures';
import { UnitBox } from './unit-box';
import { useDesk } from './use-desk';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  flaw: { ...typographyStyles.body1, margin: 0, color: tokens.colorPaletteRedForeground1 },
  rows: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '10px', margin: 0, padding: 0, border: 'none' },
  legend: { ...typographyStyles.body1Strong, padding: 0 },
  row: { display: 'grid', gap: '4px', paddingTop: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  top: { fontWeight: tokens.fontWeightSemibold },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))', gap: '8px' },
  number: { minWidth: 0, width: '100%' },
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    zIndex: 1,
  },
});

type TypedIn = Decisions['typedIn'][number];

export function TypingView({ unit: changed }: { readonly unit: string | null }): ReactNode {
  const [{ shape }, desk] = useDesk();
  const { decisions } = useSession();
  const entry = decisions.typedIn.find((one) => one.unit.name === changed) ?? null;
  return (
    <SubView
      title={WORDS.typingTitle}
      onBack={() => {
        desk.show(HOME);
      }}
    >
      {shape !== null && <TypingForm shape={shape} entry={entry} />}
    </SubView>
  );
}

function TypingForm({ shape, entry }: { readonly shape: FormShape; readonly entry: TypedIn | null }): ReactNode {
  const styles = useStyles();
  const { tell, keepDecisions } = useSession();
  const [, desk] = useDesk();
  const [name, setName] = useState(entry?.unit.name ?? '');
  const [unit, setUnit] = useState<ReportingUnit | null>(entry?.unit ?? null);
  const [day, setDay] = useState(entry?.receivedAt?.slice(0, 10) ?? '');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(entry?.values ?? {}).map(([key, value]) => [key, String(value)])),
  );
  const [flaws, setFlaws] = useState<{
    readonly name: boolean;
    readonly nothing: boolean;
    readonly keys: readonly string[];
  } | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const keep = async (): Promise<void> => {
    const { values, wrong } = readTyped(texts);
    const found = { name: name.trim() === '', nothing: wrong.length === 0 && Object.keys(values).length === 0, keys: wrong };
    setFlaws(found);
    if (found.name || found.nothing || wrong.length > 0) {
      // The first one, once it is marked.
      requestAnimationFrame(() => {
        const first =
          form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]') ?? form.current?.querySelector('fieldset input');
        if (first instanceof HTMLElement) first.focus();
      });
      return;
    }
    const typed = {
      unit: unit?.name === name.trim() ? { code: unit.code, name: unit.name } : { code: null, name: name.trim() },
      values,
      notes: entry?.notes ?? {},
      receivedAt: day === '' ? null : day,
    };
    const answer = await desk.ask('type-in', { entry: typed });
    if (answer === null) return;
    if (!answer.ok) {
      setFlaws({ name: answer.error.code === 'unit-missing', nothing: answer.error.code === 'nothing-typed', keys: [] });
      return;
    }
    const renamed = entry !== null && entry.unit.name !== typed.unit.name;
    const others = answer.value.typedIn.filter((one) => !renamed || one.unit.name !== entry.unit.name);
    keepDecisions({ ...answer.value, typedIn: others });
    desk.show(HOME);
    tell(WORDS.typed(typed.unit.name));
  };
  const count = flaws === null ? 0 : flaws.keys.length + Number(flaws.name) + Number(flaws.nothing);
  return (
    <form
      className={styles.form}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className={styles.hint}>{WORDS.typingHint}</p>
      <Field
        label={WORDS.unitName}
        required
        {...(flaws?.name === true ? { validationState: 'error', validationMessage: WORDS.unitMissing } : {})}
      >
        <UnitBox
          label={WORDS.unitName}
          text={name}
          isWrong={flaws?.name === true}
          onChange={(text, chosen) => {
            setName(text);
            setUnit(chosen);
          }}
        />
      </Field>
      <div className={styles.row}>
        <p className={styles.label}>{WORDS.receivedOn}</p>
        <DayBox label={WORDS.receivedOn} day={day} onDay={setDay} />
      </div>
      <fieldset className={styles.rows}>
        <legend className={styles.legend}>{WORDS.figures}</legend>
        {shape.rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            measures={shape.measures}
            texts={texts}
            wrong={flaws?.keys ?? []}
            onType={(key, text) => {
              setTexts({ ...texts, [key]: text });
            }}
          />
        ))}
      </fieldset>
      <div className={styles.bar}>
        {count > 0 && (
          <p className={styles.flaw} role="alert">
            {flaws?.nothing === true ? WORDS.nothingTyped : WORDS.flaws(count)}
          </p>
        )}
        <Button appearance="primary" type="submit">
          {WORDS.keepTyped}
        </Button>
        <Button
          onClick={() => {
            desk.show(HOME);
          }}
        >
          {WORDS.leave}
        </Button>
      </div>
    </form>
  );
}

interface RowProps {
  readonly row: FormRow;
  readonly measures: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly onType: (key: string, text: string) => void;
}

function Row({ row, measures, texts, wrong, onType }: RowProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.row} role="group" aria-label={labelOf(row)}>
      <p className={row.level === 0 ? `${styles.label} ${styles.top}` : styles.label}>{labelOf(row)}</p>
      {row.isSum && <p className={styles.hint}>{WORDS.isSum}</p>}
      <div className={styles.fields}>
        {row.fields.map((field, column) => {
          if (field === null) return null;
          const isWrong = wrong.includes(field.key);
          return (
            <Field
              key={field.key}
              label={field.unit === '' ? (measures[column] ?? '') : field.unit}
              size="small"
              {...(isWrong ? { validationState: 'error', validationMessage: WORDS.notNumber(texts[field.key] ?? '') } : {})}
            >
              <Input
                className={styles.number}
                size="small"
                inputMode="numeric"
                aria-invalid={isWrong}
                value={texts[field.key] ?? ''}
                onChange={(_event, { value }) => {
                  onType(field.key, value);
                }}
              />
            </Field>
          );
        })}
      </div>
    </div>
  );
}
