/** "Mẫu": which form, for which campaign and unit; what will be inserted; insert, or save as a file where there is no Excel. */
import { Button, Field, Input, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableAddRegular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactNode } from 'react';
import { insertForm } from '../../app/insert-form';
import { previewForm } from '../../app/preview-form';
import { formShelf } from '../../app/form-shelf';
import { chosenForm } from '../../app/session-forms';
import { isLearned } from '../../core/forms/learn/learn-form';
import { FORMS_WORDS } from '../../messages/forms-words';
import { sayInserted } from '../checking/say';
import { useCampaignChoice } from '../settings/use-campaign-choice';
import { ChoiceList } from '../shell/choice-list';
import { useSession, useSessionStore } from '../state/session';
import { useTools } from '../state/tools';
import { fileNameOf } from './file-name';
import { FormPreviewCard } from './form-preview';
import { LearnSection } from './learn-section';
import { SendOutSection } from './send-out-section';

/** A name longer than this is no name; the plan would still hold it. */
const LONGEST_NAME = 200;

const useStyles = makeStyles({
  group: { display: 'grid', gap: '2px', ...typographyStyles.body1 },
  field: { minWidth: 0 },
  // As narrow as its place: at twice the size of letters there is little.
  input: { minWidth: 0, width: '100%' },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  bar: {
    position: 'sticky',
    bottom: 0,
    padding: '8px 0 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function FormsPlace(): ReactNode {
  const styles = useStyles();
  const store = useSessionStore();
  const { inExcel, formId, campaign, learnedForms, chooseForm, goTo, tell } = useSession();
  const { saveFile, fileWork } = useTools();
  const [unitName, setUnitName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [isDrafting, setIsDrafting] = useState(false);
  const { choices, chosen, choose } = useCampaignChoice();
  const shelf = useMemo(() => formShelf(learnedForms), [learnedForms]);
  const form = chosenForm(formId, campaign, shelf);
  const name = unitName.trim();
  const tooLong = name.length > LONGEST_NAME;
  const settings = useMemo(
    () => ({ form, campaign, unit: name === '' ? null : { code: null, name: name.slice(0, LONGEST_NAME) } }),
    [form, campaign, name],
  );
  const preview = useMemo(() => previewForm(settings), [settings]);

  const insert = async (): Promise<void> => {
    const workbook = await store.whenAttached();
    if (workbook === null) {
      tell(FORMS_WORDS.noWorkbook);
      return;
    }
    const inserted = await insertForm(workbook.host, settings);
    if (!inserted.ok) await store.tellProblem(inserted.error);
    else tell(`${sayInserted(form, inserted.value.sheet)} ${FORMS_WORDS.next}`);
  };
  const save = async (): Promise<void> => {
    const file = fileNameOf(FORMS_WORDS.fileName(form.annexLabel, campaign?.year ?? form.year, name));
    tell(await saveFile(file, await fileWork.makeForm({ form, campaign, unitName: name })));
  };
  const act = async (): Promise<void> => {
    setIsBusy(true);
    try {
      await (inExcel ? insert() : save());
    } catch {
      tell(FORMS_WORDS.notSaved);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <>
      <div className={styles.group}>
        <ChoiceList label={FORMS_WORDS.campaign} choices={choices} chosen={chosen} onChoose={choose} />
        {campaign !== null && (
          <div>
            <Link
              as="button"
              inline
              onClick={() => {
                goTo('settings');
              }}
            >
              {FORMS_WORDS.editCampaign}
            </Link>
          </div>
        )}
      </div>
      <ChoiceList label={FORMS_WORDS.form} choices={shelf.forms} chosen={form.id} onChoose={chooseForm} />
      {form.status === 'unofficial' && (
        <p className={styles.note}>{isLearned(form) ? FORMS_WORDS.ownForm : FORMS_WORDS.proposal}</p>
      )}
      <Field
        label={FORMS_WORDS.unitName}
        hint={FORMS_WORDS.unitHint}
        className={styles.field}
        {...(tooLong ? { validationMessage: FORMS_WORDS.unitTooLong } : {})}
      >
        <Input
          className={styles.input}
          input={{ className: styles.input }}
          value={unitName}
          onChange={(_event, data) => {
            setUnitName(data.value);
          }}
        />
      </Field>
      <FormPreviewCard preview={preview} heading={inExcel ? FORMS_WORDS.preview : FORMS_WORDS.previewFile} />
      <SendOutSection form={form} />
      <LearnSection onDrafting={setIsDrafting} />
      <div className={styles.bar} hidden={isDrafting}>
        <Button
          appearance="primary"
          icon={inExcel ? <TableAddRegular /> : <ArrowDownloadRegular />}
          disabled={tooLong}
          disabledFocusable={isBusy}
          onClick={() => void act()}
        >
          {inExcel ? (isBusy ? FORMS_WORDS.inserting : FORMS_WORDS.insert) : isBusy ? FORMS_WORDS.saving : FORMS_WORDS.save}
        </Button>
      </div>
    </>
  );
}
