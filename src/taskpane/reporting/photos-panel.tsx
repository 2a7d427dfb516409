/** Photos for the last annex of the Word document, with captions. They stay in the pane's memory. */
import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent, type ReactNode } from 'react';
import { REPORTING_WORDS as WORDS } from '../../messages/reporting-words';
import { useSession } from '../state/session';
import { photoSize } from './photo-size';
import type { ChosenPhoto } from './report-state';
import { useReport } from './use-report';

/** Larger pictures and more of them make a document nobody can mail. */
const LARGEST = 10 * 1024 * 1024;
const MOST = 20;

const useStyles = makeStyles({
  summary: { ...typographyStyles.body1, cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', marginTop: '6px' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  photo: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px', alignItems: 'end' },
  field: { minWidth: 0 },
  input: { display: 'none' },
});

export function PhotosPanel(): ReactNode {
  const styles = useStyles();
  const { tell } = useSession();
  const [{ photos }, report] = useReport();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLDivElement>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, photo: await readPhoto(file) })));
    const good = read.flatMap(({ photo }) => photo ?? []);
    const bad = read.flatMap(({ name, photo }) => (photo === null ? [name] : []));
    const all = [...report.current().photos, ...good];
    report.setPhotos(all.slice(0, MOST));
    const said = [
      good.length > 0 ? WORDS.photosAdded(good.length - Math.max(0, all.length - MOST)) : '',
      all.length > MOST ? WORDS.tooManyPhotos(MOST) : '',
      bad.length > 0 ? WORDS.notPhotos(bad) : '',
    ];
    tell(said.filter((one) => one !== '').join(' '));
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) void take(files);
  };
  return (
    <details>
      <summary className={styles.summary}>
        {photos.length === 0 ? WORDS.photos : `${WORDS.photos} (${String(photos.length)})`}
      </summary>
      <div className={styles.panel}>
        <p className={styles.hint}>{WORDS.photosHint}</p>
        {photos.map((photo, index) => (
          <div key={`${photo.name} ${String(index)}`} className={styles.photo}>
            <Field className={styles.field} size="small" label={WORDS.caption(photo.name)}>
              <Input
                value={photo.caption}
                onChange={(_event, { value }) => {
                  report.setPhotos(photos.map((one) => (one === photo ? { ...one, caption: value } : one)));
                }}
              />
            </Field>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={WORDS.dropPhoto(photo.name)}
              onClick={() => {
                report.setPhotos(photos.filter((one) => one !== photo));
                choose.current?.querySelector('button')?.focus();
              }}
            />
          </div>
        ))}
        <div ref={choose}>
          <Button size="small" onClick={() => input.current?.click()}>
            {WORDS.choosePhotos}
          </Button>
        </div>
        <input
          ref={input}
          className={styles.input}
          type="file"
          multiple
          accept=".png,.jpg,.jpeg"
          aria-label={WORDS.choosePhotos}
          data-pick="photos"
          onChange={onChange}
        />
      </div>
    </details>
  );
}

async function readPhoto(file: File): Promise<ChosenPhoto | null> {
  if (file.size > LARGEST) return null;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const size = photoSize(bytes);
    return size === null ? null : { ...size, bytes, name: file.name, caption: '' };
  } catch {
    // Moved or locked since it was chosen.
    return null;
  }
}
