/** The official list: a province, and one press for its communes, wards and special zones. The list is loaded when it is needed. */
import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { officialRoster } from '../../app/roster-sheet';
import { loadProvinces } from '../../catalogue/administrative-units';
import type { RosterUnit } from '../../core/campaign/roster-unit';
import { SETTINGS_WORDS } from '../../messages/settings-words';
import { useSession } from '../state/session';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', justifyItems: 'start' },
  wide: { width: '100%', minWidth: 0 },
});

interface NamedProvince {
  readonly code: string;
  readonly name: string;
}

export function ProvinceChoice({ onTake }: { readonly onTake: (units: readonly RosterUnit[]) => void }): ReactNode {
  const styles = useStyles();
  const { tell } = useSession();
  const [provinces, setProvinces] = useState<readonly NamedProvince[]>([]);
  const [code, setCode] = useState('');
  useEffect(() => {
    let here = true;
    loadProvinces().then(
      (loaded) => {
        if (here) setProvinces(loaded);
      },
      () => {
        if (here) tell(SETTINGS_WORDS.provincesFailed);
      },
    );
    return () => {
      here = false;
    };
  }, [tell]);
  const take = async (): Promise<void> => {
    try {
      onTake(await officialRoster(code));
    } catch {
      tell(SETTINGS_WORDS.provincesFailed);
    }
  };
  return (
    <div className={styles.row}>
      <Field label={SETTINGS_WORDS.province} className={styles.wide}>
        <Select
          className={styles.wide}
          select={{ className: styles.wide }}
          value={code}
          onChange={(_event, data) => {
            setCode(data.value);
          }}
        >
          <option value="">{SETTINGS_WORDS.chooseProvince}</option>
          {provinces.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" disabledFocusable={code === ''} onClick={() => void take()}>
        {SETTINGS_WORDS.takeProvince}
      </Button>
    </div>
  );
}
