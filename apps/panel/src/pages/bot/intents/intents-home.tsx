import { Button, Group, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { createStore, useRead, useStore, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { PageHeader, RelativeTime, tell } from '../../../ui/index.ts';
import { Evaluation } from './evaluation/evaluation.tsx';
import { ToLabel } from './label/to-label.tsx';
import { EditIntent } from './list/edit-intent.tsx';
import { IntentList } from './list/intent-list.tsx';
import { TrySentence } from './list/try-sentence.tsx';
import { intentsTexts } from './texts/texts.ts';

const tabs = ['list', 'label', 'evaluation', 'try'] as const;
const opened = createStore<(typeof tabs)[number]>('list');

export function IntentsHome() {
  const t = useTexts(intentsTexts);
  const can = useCan();
  const [adding, dialog] = useDisclosure(false);
  const tab = useStore(opened);
  const shown = tabs.filter((one) => one !== 'label' || can('bot:write'));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can('bot:write') && (
            <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={dialog.open}>
              {t('new')}
            </Button>
          )
        }
      />
      <Learned />
      <Tabs
        value={tab}
        onChange={(chosen) => opened.set(shown.find((one) => one === chosen) ?? 'list')}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list">
          <IntentList />
        </Tabs.Panel>
        <Tabs.Panel value="label">
          <ToLabel />
        </Tabs.Panel>
        <Tabs.Panel value="evaluation">
          <Evaluation />
        </Tabs.Panel>
        <Tabs.Panel value="try">
          <TrySentence />
        </Tabs.Panel>
      </Tabs>
      {adding && <EditIntent of="new" onClose={dialog.close} />}
    </>
  );
}

/** Since when the bot knows what it knows; what waits to be learned can be learned now. */
function Learned() {
  const t = useTexts(intentsTexts);
  const mayWrite = useCan()('bot:write');
  const model = useRead('intents.list', {}).data?.model;
  const waiting = model?.pending ?? false;
  useRead('intents.list', {}, { refetchInterval: waiting ? 4_000 : false });
  const retrain = useWrite('intents.retrain', {
    refreshes: ['intents.list'],
    onSuccess: () => tell.done(t('learning')),
    onError: (problem) => tell.problem(problem),
  });
  if (model === undefined) return null;
  return (
    <Group gap="xs" mb="md" mih={30}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {waiting && t('pending')}
        {!waiting && model.madeAt === null && t('starting')}
        {!waiting && model.madeAt !== null && (
          <>
            {t('learned')} <RelativeTime at={model.madeAt} size="sm" />
          </>
        )}
      </Text>
      {waiting && mayWrite && (
        <Button size="xs" variant="default" loading={retrain.isPending} onClick={() => retrain.mutate({})}>
          {t('learnNow')}
        </Button>
      )}
    </Group>
  );
}
