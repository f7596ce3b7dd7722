import { Badge, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRead, useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { NotFoundPage } from '../../../../shell/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmButton, Loaded, PageHeader, RowsSkeleton, TextLink, tell } from '../../../../ui/index.ts';
import { intentsTexts } from '../texts/texts.ts';
import { borderWords } from './border-words.ts';
import { EditIntent, type Intent } from './edit-intent.tsx';
import { Examples } from './examples.tsx';

/** One of what customers may want, with the sentences it is recognised by. */
export function IntentPage({ intentKey }: { intentKey: string }) {
  const t = useTexts(intentsTexts);
  const read = useRead('intents.list', {});
  return (
    <>
      <TextLink to="/bot/$section" params={{ section: 'intents' }} size="sm" visibleFrom="sm" mb="xs" display="block">
        ← {t('title')}
      </TextLink>
      <Loaded read={read} skeleton={<RowsSkeleton rows={8} avatar={false} />}>
        {({ intents }) => {
          const intent = intents.find((one) => one.key === intentKey);
          return intent ? <Known intent={intent} intents={intents} /> : <NotFoundPage />;
        }}
      </Loaded>
    </>
  );
}

function Known({ intent, intents }: { intent: Intent; intents: readonly Intent[] }) {
  const t = useTexts(intentsTexts);
  const mayWrite = useCan()('bot:write') && intent.key !== 'outside';
  const [editing, dialog] = useDisclosure(false);
  const archive = useWrite('intents.archive', {
    refreshes: ['intents.list'],
    onError: (problem) => tell.problem(problem),
  });
  return (
    <>
      <PageHeader
        title={intent.name}
        lead={borderWords(intent.border, intents)}
        actions={
          <Group gap="xs">
            {intent.archived && <Badge variant="default">{t('archived')}</Badge>}
            {mayWrite && (
              <Button variant="default" onClick={dialog.open}>
                {t('change')}
              </Button>
            )}
            {mayWrite && intent.archived && (
              <Button
                variant="default"
                loading={archive.isPending}
                onClick={() => archive.mutate({ key: intent.key, archived: false })}
              >
                {t('bringBack')}
              </Button>
            )}
            {mayWrite && !intent.archived && (
              <ConfirmButton
                variant="subtle"
                color="gray"
                title={t('archive')}
                question={t('archiveQuestion', { name: intent.name })}
                yes={t('archive')}
                onConfirm={() => archive.mutateAsync({ key: intent.key, archived: true })}
              >
                {t('archive')}
              </ConfirmButton>
            )}
          </Group>
        }
      />
      <Examples intentKey={intent.key} />
      {editing && <EditIntent of={intent} onClose={dialog.close} />}
    </>
  );
}
