import { useTexts } from '../../../text/index.ts';
import { GroupForm, type Settings } from './group-form.tsx';
import { ShareSlider } from './share-slider.tsx';
import { workTexts } from './texts/texts.ts';

export function ConfidenceForm({ saved }: { saved: Settings }) {
  const t = useTexts(workTexts);
  return (
    <GroupForm title={t('confidence')} lead={t('confidenceLead')} saved={saved} subjects={['confidence']}>
      {({ settings: { confidence }, change }) => (
        <>
          <ShareSlider
            label={t('sureIntent')}
            hint={t('sureIntentHint')}
            value={confidence.intent}
            onChange={(intent) => change('confidence', { intent })}
          />
          <ShareSlider
            label={t('sureSource')}
            hint={t('sureSourceHint')}
            value={confidence.source}
            onChange={(source) => change('confidence', { source })}
          />
          <ShareSlider
            label={t('sureFaq')}
            hint={t('sureFaqHint')}
            value={confidence.faq}
            onChange={(faq) => change('confidence', { faq })}
          />
        </>
      )}
    </GroupForm>
  );
}
