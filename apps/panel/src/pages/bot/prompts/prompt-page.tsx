import { Group, Tabs } from '@mantine/core';
import { useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmButton, Loaded, PageHeader, RowsSkeleton, Section, TextLink, tell } from '../../../ui/index.ts';
import { PromptDiff } from './prompt-diff.tsx';
import { type Prompt, PromptEditor } from './prompt-editor.tsx';
import classes from './prompts.module.css';
import { StateBadge } from './prompts-home.tsx';
import { promptsTexts } from './texts/texts.ts';

export function PromptPage({ id }: { id: string }) {
  const t = useTexts(promptsTexts);
  const read = useRead('prompts.get', { id });
  return (
    <>
      <TextLink to="/bot/$section" params={{ section: 'prompts' }} size="sm" visibleFrom="sm" mb="xs" display="block">
        ← {t('title')}
      </TextLink>
      <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
        {({ prompt }) => (
          <>
            <PageHeader
              title={t('version', { version: prompt.version })}
              lead={prompt.note === '' ? undefined : prompt.note}
              actions={
                <Group gap="xs">
                  <StateBadge version={prompt} />
                  {prompt.state === 'published' && !prompt.current && <BackTo prompt={prompt} />}
                </Group>
              }
            />
            <Tabs defaultValue="text" keepMounted={false}>
              <Tabs.List mb="md">
                <Tabs.Tab value="text">{t('text')}</Tabs.Tab>
                <Tabs.Tab value="diff">{t('diff')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="text">
                {prompt.state === 'draft' ? (
                  <PromptEditor prompt={prompt} />
                ) : (
                  <Section title={t('text')} quiet>
                    <div className={classes.text}>{prompt.text}</div>
                  </Section>
                )}
              </Tabs.Panel>
              <Tabs.Panel value="diff">
                <PromptDiff prompt={prompt} />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </Loaded>
    </>
  );
}

function BackTo({ prompt }: { prompt: Prompt }) {
  const t = useTexts(promptsTexts);
  const mayWrite = useCan()('bot:write');
  const back = useWrite('prompts.roll-back', {
    refreshes: ['prompts.list', 'prompts.get', 'bot.get'],
    onSuccess: () => tell.done(t('inForce')),
  });
  if (!mayWrite) return null;
  return (
    <ConfirmButton
      title={t('backTo')}
      question={t('backQuestion')}
      yes={t('back')}
      onConfirm={() => back.mutateAsync({ id: prompt.id })}
    >
      {t('backTo')}
    </ConfirmButton>
  );
}
