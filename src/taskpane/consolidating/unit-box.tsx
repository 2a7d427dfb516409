/** A box to choose a reporting unit in: typing searches the roster without marks; without a roster any name is taken. */
import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';
import { foldText } from '../../core/cells/fold';
import { CONSOLIDATING_WORDS as WORDS } from '../../messages/consolidating-words';
import { useDesk } from './use-desk';

/** Options painted at once; the rest is found by typing. */
const MOST = 40;

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%', maxWidth: '100%' },
  input: { minWidth: 0, width: '100%' },
  list: { maxHeight: '240px', maxWidth: 'calc(100vw - 32px)' },
});

export interface UnitBoxProps {
  readonly label: string;
  readonly text: string;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
  /** The text as it is typed; `unit` when it is one of the roster. */
  readonly onChange: (text: string, unit: ReportingUnit | null) => void;
}

export function UnitBox({ label, text, isWrong = false, describedBy, onChange }: UnitBoxProps): ReactNode {
  const styles = useStyles();
  const [{ shape }] = useDesk();
  const [isSearching, setIsSearching] = useState(false);
  const roster = useMemo(
    () => (shape?.roster ?? []).map((unit) => ({ unit, folded: `${foldText(unit.name)} ${foldText(unit.code ?? '')}` })),
    [shape],
  );
  const words = isSearching ? foldText(text).split(' ') : [];
  const fitting = roster.filter(({ folded }) => words.every((word) => folded.includes(word)));
  const known = (name: string): ReportingUnit | null => {
    const same = roster.filter(({ unit }) => unit.name === name);
    return same.length === 1 ? (same[0]?.unit ?? null) : null;
  };
  return (
    <Combobox
      className={styles.box}
      input={{ className: styles.input }}
      listbox={{ className: styles.list }}
      freeform
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      aria-invalid={isWrong}
      placeholder={roster.length > 0 ? WORDS.typeToSearch : WORDS.unitName}
      value={text}
      selectedOptions={[]}
      onChange={(event) => {
        setIsSearching(true);
        onChange(event.target.value, known(event.target.value.trim()));
      }}
      onOptionSelect={(_event, { optionValue }) => {
        const chosen = roster[Number(optionValue)]?.unit;
        if (chosen === undefined) return;
        setIsSearching(false);
        onChange(chosen.name, chosen);
      }}
    >
      {fitting.slice(0, MOST).map(({ unit }) => (
        <Option
          key={`${unit.code ?? ''} ${unit.name}`}
          value={String(roster.findIndex((one) => one.unit === unit))}
          text={unit.name}
        >
          {unit.code === null ? unit.name : `${unit.name} (${unit.code})`}
        </Option>
      ))}
      {fitting.length > MOST && (
        <Option key="more" value="-1" text={text} disabled>
          {WORDS.moreUnits(fitting.length - MOST)}
        </Option>
      )}
      {fitting.length === 0 && roster.length > 0 && (
        <Option key="none" value="-1" text={text} disabled>
          {WORDS.noUnitFound}
        </Option>
      )}
    </Combobox>
  );
}
