import { Button } from '@mantine/core';
import { IconPlus, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { EmptyState, Loaded, PageHeader, RowsSkeleton, Section } from '../../../ui/index.ts';
import { EditModel } from './list/edit-model.tsx';
import { type Model, purposes } from './list/model-draft.ts';
import { ModelGroup } from './list/model-group.tsx';
import { Prices } from './spend/prices.tsx';
import { Spend } from './spend/spend.tsx';
import { modelsTexts } from './texts/texts.ts';

/** Which models are asked, in which order, and what they cost. Without any the bot answers by itself. */
export function BotModels() {
  const t = useTexts(modelsTexts);
  const mayWrite = useCan()('bot:write');
  const read = useRead('models.list', {});
  const [editing, setEditing] = useState<Model | 'new'>();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <Loaded read={read} skeleton={<RowsSkeleton rows={5} avatar={false} />}>
        {({ models }) => (
          <>
            {models.length === 0 && (
              <Section title={t('title')} quiet>
                <EmptyState icon={<IconSparkles size={26} stroke={1.6} />} title={t('empty')}>
                  {t('emptyText')}
                </EmptyState>
              </Section>
            )}
            {purposes.map((purpose) => (
              <ModelGroup
                key={purpose}
                purpose={purpose}
                models={models.filter((one) => one.purpose === purpose)}
                onEdit={setEditing}
              />
            ))}
            {models.length > 0 && (
              <>
                <Spend />
                <Prices models={models} />
              </>
            )}
          </>
        )}
      </Loaded>
      {editing !== undefined && <EditModel of={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
