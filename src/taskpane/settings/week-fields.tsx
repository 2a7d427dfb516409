/** First and last day of the week: kept when both can be read, or when both are empty. */
import { useState, type ReactNode } from 'react';
import { readDay, withWeek } from '../../app/edit-campaign';
import type { Campaign } from '../../core/campaign/campaign';
import { formatVietnameseDate } from '../../core/cells/vietnamese-dates';
import { SETTINGS_WORDS } from '../../messages/settings-words';
import { KeptField } from './kept-field';

export interface WeekFieldsProps {
  readonly campaign: Campaign;
  readonly onChange: (campaign: Campaign) => void;
}

type End = 'from' | 'to';

export function WeekFields({ campaign, onChange }: WeekFieldsProps): ReactNode {
  const { week, year } = campaign;
  /** One end that waits for the other. */
  const [waiting, setWaiting] = useState<{ readonly end: End; readonly day: string | null } | null>(null);
  const valueOf = (end: End): string => {
    const day = waiting?.end === end ? waiting.day : (week?.[end] ?? null);
    return day === null ? '' : formatVietnameseDate(day);
  };
  const keep = (end: End, text: string): string | null => {
    const read = readDay(text, year);
    if (!read.ok) return SETTINGS_WORDS.dayWrong;
    const other: End = end === 'from' ? 'to' : 'from';
    const otherDay = waiting?.end === other ? waiting.day : (week?.[other] ?? null);
    const day = read.value;
    if ((day === null) !== (otherDay === null)) {
      setWaiting({ end, day });
      return null;
    }
    setWaiting(null);
    onChange(
      withWeek(
        campaign,
        day === null || otherDay === null ? null : end === 'from' ? { from: day, to: otherDay } : { from: otherDay, to: day },
      ),
    );
    return null;
  };
  const reading = (end: End): string | null => (waiting !== null && waiting.end !== end ? SETTINGS_WORDS.weekHalf : null);
  return (
    <>
      <KeptField
        label={SETTINGS_WORDS.weekFrom}
        hint={SETTINGS_WORDS.dayHint}
        value={valueOf('from')}
        reading={reading('from')}
        onKeep={(text) => keep('from', text)}
      />
      <KeptField
        label={SETTINGS_WORDS.weekTo}
        value={valueOf('to')}
        reading={reading('to')}
        onKeep={(text) => keep('to', text)}
      />
    </>
  );
}
