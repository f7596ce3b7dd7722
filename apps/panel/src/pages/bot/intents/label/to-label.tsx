import { IconConfetti } from '@tabler/icons-react';
import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, Loaded, RowsSkeleton, Section } from '../../../../ui/index.ts';
import { intentsTexts } from '../texts/texts.ts';
import { LabelMessage } from './label-message.tsx';

/** Where a person's word teaches most: what the bot was least certain about. */
export function ToLabel() {
  const t = useTexts(intentsTexts);
  const read = useRead('intents.to-label', { limit: 20 });
  return (
    <Section title={t('tab_label')} lead={t('labelLead')}>
      <Loaded read={read} skeleton={<RowsSkeleton rows={4} height={88} avatar={false} />}>
        {({ messages }) =>
          messages.length === 0 ? (
            <EmptyState icon={<IconConfetti size={26} stroke={1.6} />} title={t('allLabelled')}>
              {t('allLabelledText')}
            </EmptyState>
          ) : (
            messages.map((message) => <LabelMessage key={message.messageId} message={message} />)
          )
        }
      </Loaded>
    </Section>
  );
}
