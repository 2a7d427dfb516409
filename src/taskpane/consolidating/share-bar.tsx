/** A bar for a part of a whole, with the share in words beside it. Drawn with borders too, for contrast themes. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px', alignItems: 'center' },
  bar: { display: 'block', width: '100%', height: '8px' },
  track: { fill: tokens.colorNeutralBackground4, stroke: tokens.colorNeutralStroke2 },
  fill: { fill: tokens.colorBrandBackground, forcedColorAdjust: 'none', '@media (forced-colors: active)': { fill: 'Highlight' } },
  words: { ...typographyStyles.caption1, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** `share` from 0 to 1. */
export function ShareBar({ share, words }: { readonly share: number; readonly words: string }): ReactNode {
  const styles = useStyles();
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <div className={styles.row}>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.track} x="0" y="0" width="100" height="8" />
        <rect className={styles.fill} x="0" y="0" width={width} height="8" />
      </svg>
      <span className={styles.words}>{words}</span>
    </div>
  );
}
