/** The tour: shown once, skippable, to be found again in the menu. Whether it was seen is kept by the browser. */
import { useState } from 'react';

const SEEN = 'tong-hop/tour-seen';

/** Storage may be switched off or full; then the tour is shown again another time, which harms nobody. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function noteSeen(): void {
  try {
    localStorage.setItem(SEEN, '1');
  } catch {
    // See above.
  }
}

export interface Tour {
  /** From 0; null where no tour is shown. */
  readonly step: number | null;
  /** Whether the clerk asked for it: then reading goes on there. */
  readonly wasAsked: boolean;
  readonly begin: () => void;
  readonly show: (step: number) => void;
  readonly end: () => void;
}

export function useTour(): Tour {
  const [step, setStep] = useState<number | null>(() => (wasSeen() ? null : 0));
  const [wasAsked, setWasAsked] = useState(false);
  return {
    step,
    wasAsked,
    begin: () => {
      setWasAsked(true);
      setStep(0);
    },
    show: (next) => {
      setWasAsked(true);
      setStep(next);
    },
    end: () => {
      noteSeen();
      setStep(null);
    },
  };
}
