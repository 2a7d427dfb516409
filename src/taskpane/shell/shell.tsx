/** The frame of the pane: title, tabs, menu, the line for sentences, the tour, and the place that is open. */
import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { SHELL_WORDS } from '../../messages/shell-words';
import { useSession } from '../state/session';
import { isTab, TAB_PLACES } from '../state/session-store';
import { TourCard } from '../tour/tour-card';
import { useTour } from '../tour/use-tour';
import { PlaceBoundary } from './broken-place';
import { Loaded } from './loaded';
import { MoreButton } from './more-button';
import { PLACE_PANELS } from './place-panels';
import { PlaceTabs, tabId } from './place-tabs';
import { SaidLine } from './said-line';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '720px',
    margin: '0 auto',
    padding: '8px 16px 16px',
  },
  // The corner belongs to the buttons of the host.
  top: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', paddingRight: '36px' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  place: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', marginTop: '12px' },
  heading: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  sideTop: { display: 'grid', gap: '4px' },
  back: { justifySelf: 'start', marginLeft: '-8px' },
});

/** `consolidating` is the first place: it comes with the first load. */
export function Shell({ consolidating }: { readonly consolidating: ReactNode }): ReactNode {
  const styles = useStyles();
  const { inExcel, place, goTo } = useSession();
  const tour = useTour();
  // Checking needs a sheet of Excel.
  const tabs = TAB_PLACES.filter((one) => inExcel || one !== 'checking');
  return (
    <main className={styles.page}>
      <header>
        <div className={styles.top}>
          <h1 className={styles.title}>{SHELL_WORDS.title}</h1>
          <MoreButton onTour={tour.begin} />
        </div>
        <PlaceTabs
          label={SHELL_WORDS.places}
          tabs={tabs.map((one) => ({ place: one, name: SHELL_WORDS.tabs[one] }))}
          chosen={isTab(place) ? place : null}
          onChoose={goTo}
        />
      </header>
      <SaidLine />
      {tour.step !== null && <TourCard tour={tour} step={tour.step} />}
      <div
        id="place"
        className={styles.place}
        {...(isTab(place)
          ? { role: 'tabpanel', 'aria-labelledby': tabId(place) }
          : { role: 'region', 'aria-label': SHELL_WORDS[place] })}
      >
        {!isTab(place) && <SidePlaceTop place={place} />}
        <PlaceBoundary key={place} place={place}>
          {place === 'consolidating' ? consolidating : <Loaded key={place} load={PLACE_PANELS[place]} />}
        </PlaceBoundary>
      </div>
    </main>
  );
}

/** Places of the menu have a heading, which is where reading goes on, and a way back. */
function SidePlaceTop({ place }: { readonly place: 'settings' | 'help' | 'trial' }): ReactNode {
  const styles = useStyles();
  const { lastTab, goTo } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [place]);
  return (
    <div className={styles.sideTop}>
      <Button
        className={styles.back}
        size="small"
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        onClick={() => {
          goTo(lastTab);
          // The button goes away: the keyboard goes on at the tab.
          document.getElementById(tabId(lastTab))?.focus();
        }}
      >
        {SHELL_WORDS.back}
      </Button>
      {place !== 'trial' && (
        <h2 id="place-heading" className={styles.heading} ref={heading} tabIndex={-1}>
          {SHELL_WORDS[place]}
        </h2>
      )}
    </div>
  );
}
