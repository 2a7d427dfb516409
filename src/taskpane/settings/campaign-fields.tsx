/** What a campaign says, field by field. */
import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import {
  deadlineText,
  lastSafeOf,
  stepsOf,
  withDeadline,
  withForm,
  withIssuer,
  withIssuerSuperior,
  withLines,
  withName,
  withOffice,
  withText,
  withYear,
  type EditFlaw,
} from '../../app/edit-campaign';
import { formShelf } from '../../app/form-shelf';
import { chosenForm } from '../../app/session-forms';
import type { Campaign } from '../../core/campaign/campaign';
import type { Result } from '../../core/result';
import { SETTINGS_WORDS as WORDS } from '../../messages/settings-words';
import { ChoiceList } from '../shell/choice-list';
import { useSession } from '../state/session';
import { KeptField } from './kept-field';
import { WeekFields } from './week-fields';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  title: { ...typographyStyles.body1Strong, margin: '8px 0 0', padding: 0 },
});

const FLAWS: Readonly<Record<EditFlaw, string>> = {
  'name-missing': WORDS.nameMissing,
  'year-wrong': WORDS.yearWrong,
  'day-wrong': WORDS.dayWrong,
  'deadline-wrong': WORDS.deadlineWrong,
  'too-long': WORDS.tooLong,
};

export interface CampaignFieldsProps {
  readonly campaign: Campaign;
  readonly onChange: (campaign: Campaign) => void;
}

export function CampaignFields({ campaign, onChange }: CampaignFieldsProps): ReactNode {
  const { chooseForm, learnedForms } = useSession();
  const shelf = formShelf(learnedForms);
  const keep = (next: Result<Campaign, EditFlaw>): string | null => {
    if (!next.ok) return FLAWS[next.error];
    onChange(next.value);
    return null;
  };
  return (
    <>
      <Group title={WORDS.about}>
        <KeptField label={WORDS.name} value={campaign.name} lines={3} onKeep={(text) => keep(withName(campaign, text))} />
        <KeptField label={WORDS.year} value={String(campaign.year)} onKeep={(text) => keep(withYear(campaign, text))} />
        <ChoiceList
          label={WORDS.form}
          choices={shelf.forms}
          chosen={chosenForm(null, campaign, shelf).id}
          onChoose={(id) => {
            onChange(withForm(campaign, id));
            chooseForm(null);
          }}
        />
        <KeptField
          label={WORDS.theme}
          value={campaign.theme ?? ''}
          lines={2}
          onKeep={(text) => keep(withText(campaign, 'theme', text))}
        />
        <WeekFields campaign={campaign} onChange={onChange} />
      </Group>
      <Group title={WORDS.deadlines}>
        {stepsOf(campaign).map((step, place) => {
          const { what, from, deadline } = step;
          const safe = deadline === null ? null : lastSafeOf(deadline);
          return (
            <KeptField
              // Steps stay in their order; their deadlines are all that is edited.
              key={place}
              label={WORDS.deadlineOf[what] + (from.length === 0 ? '' : WORDS.deadlineFrom(from.join(', ')))}
              hint={WORDS.deadlineHint}
              value={deadlineText(step)}
              reading={safe === null ? null : WORDS.lastSafe(safe.day, safe.time)}
              onKeep={(text) => keep(withDeadline(campaign, place, text))}
            />
          );
        })}
      </Group>
      <Group title={WORDS.offices}>
        <KeptField label={WORDS.office} value={campaign.office?.name ?? ''} onKeep={(text) => keep(withOffice(campaign, text))} />
        <KeptField label={WORDS.issuer} value={campaign.issuer?.name ?? ''} onKeep={(text) => keep(withIssuer(campaign, text))} />
        {campaign.issuer !== null && (
          <KeptField
            label={WORDS.issuerSuperior}
            value={campaign.issuer.superior ?? ''}
            onKeep={(text) => keep(withIssuerSuperior(campaign, text))}
          />
        )}
        <KeptField
          label={WORDS.attachedTo}
          hint={WORDS.attachedHint}
          lines={3}
          value={campaign.attachedTo ?? ''}
          onKeep={(text) => keep(withText(campaign, 'attachedTo', text))}
        />
        <KeptField
          label={WORDS.recipients}
          lines={4}
          value={campaign.recipients.join('\n')}
          onKeep={(text) => keep(withLines(campaign, 'recipients', text))}
        />
        <KeptField
          label={WORDS.signatory}
          hint={WORDS.signatoryHint}
          lines={3}
          value={campaign.signatory.join('\n')}
          onKeep={(text) => keep(withLines(campaign, 'signatory', text))}
        />
      </Group>
    </>
  );
}

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
}
