import { useRead } from '../../../../api/index.ts';
import { count, percent } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { Loaded, RowsSkeleton, Section } from '../../../../ui/index.ts';
import { Figure } from '../../figure.tsx';
import classes from '../intents.module.css';
import { intentsTexts } from '../texts/texts.ts';
import { Confusions } from './confusions.tsx';
import { Matrix } from './matrix.tsx';
import { PerIntent } from './per-intent.tsx';

/** How well the bot understands, and where it goes wrong. */
export function Evaluation() {
  const t = useTexts(intentsTexts);
  const language = useLanguage();
  const read = useRead('intents.evaluation', {}, { staleTime: 60_000 });
  return (
    <Loaded read={read} skeleton={<RowsSkeleton rows={8} avatar={false} />}>
      {(found) => (
        <>
          <Section title={t('tab_evaluation')} lead={t('evaluationLead')}>
            <div className={classes.figures}>
              <Figure label={t('accuracy')} value={percent(found.accuracy, language)}>
                {t('ofSentences', { count: count(found.examples, language) })}
              </Figure>
              {found.ownAccuracy !== null && (
                <Figure label={t('ownAccuracy')} value={percent(found.ownAccuracy, language)} />
              )}
              <Figure label={t('calibration')} value={percent(found.calibrationError, language)}>
                {t('calibrationHint')}
              </Figure>
            </div>
          </Section>
          {found.confusions.length > 0 && (
            <>
              <Section title={t('confusions')} lead={t('confusionsLead')}>
                <Confusions confusions={found.confusions} />
              </Section>
              <Section title={t('matrix')} lead={t('matrixLead')}>
                <Matrix evaluation={found} />
              </Section>
            </>
          )}
          <Section title={t('perIntent')} lead={t('perIntentLead')}>
            <PerIntent intents={found.intents} />
          </Section>
        </>
      )}
    </Loaded>
  );
}
