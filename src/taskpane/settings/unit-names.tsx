/** The names of a roster, on request; a province has 168 units, the country 3,321. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Campaign } from '../../core/campaign/campaign';
import { SETTINGS_WORDS } from '../../messages/settings-words';

const SHOWN = 200;

const useStyles = makeStyles({
  details: { ...typographyStyles.body1 },
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusSmall, color: tokens.colorBrandForegroundLink },
  list: { ...typographyStyles.caption1, margin: '6px 0 0', padding: '0 0 0 32px', overflowWrap: 'anywhere' },
  more: { ...typographyStyles.caption1, margin: '4px 0 0' },
});

export function UnitNames({ units }: { readonly units: Campaign['roster']['units'] }): ReactNode {
  const styles = useStyles();
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{SETTINGS_WORDS.showUnits}</summary>
      <ol className={styles.list}>
        {units.slice(0, SHOWN).map((unit, place) => (
          // Names may stand twice; the list is made anew with every change.
          <li key={place}>{unit.code === null ? unit.name : `${unit.name} (${unit.code})`}</li>
        ))}
      </ol>
      {units.length > SHOWN && <p className={styles.more}>{SETTINGS_WORDS.moreUnits(units.length - SHOWN)}</p>}
    </details>
  );
}
