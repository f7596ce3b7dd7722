import { Group, Tabs, Text } from '@mantine/core';
import { IconFileText, IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { createStore, useRead, useStore } from '../../../api/index.ts';
import { count } from '../../../bot-words/index.ts';
import { useCan } from '../../../session/index.ts';
import { useLanguage, useTexts } from '../../../text/index.ts';
import { LinkButton, PageHeader } from '../../../ui/index.ts';
import { Articles } from './list/articles.tsx';
import { TrySearch } from './list/try-search.tsx';
import { DocumentSources } from './sources/document-sources.tsx';
import { PageSources } from './sources/page-sources.tsx';
import { knowledgeTexts } from './texts/texts.ts';

const tabs = ['articles', 'documents', 'pages', 'search'] as const;
/** Coming back from an article, one finds the tab that one left. */
const opened = createStore<(typeof tabs)[number]>('articles');

/** What the bot may answer from. Without a source it says nothing of its own. */
export function KnowledgeHome() {
  const t = useTexts(knowledgeTexts);
  const mayWrite = useCan()('knowledge:write');
  const tab = useStore(opened);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayWrite && (
            <Group gap="xs">
              <LinkButton
                to="/bot/$section/$item"
                params={{ section: 'knowledge', item: 'faq' }}
                leftSection={<IconMessageQuestion size={18} stroke={1.7} />}
              >
                {t('newFaq')}
              </LinkButton>
              <LinkButton
                to="/bot/$section/$item"
                params={{ section: 'knowledge', item: 'article' }}
                variant="default"
                leftSection={<IconFileText size={18} stroke={1.7} />}
              >
                {t('newArticle')}
              </LinkButton>
            </Group>
          )
        }
      />
      <Status />
      <Tabs
        value={tab}
        onChange={(chosen) => opened.set(tabs.find((one) => one === chosen) ?? 'articles')}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="articles">
          <Articles />
        </Tabs.Panel>
        <Tabs.Panel value="documents">
          <DocumentSources />
        </Tabs.Panel>
        <Tabs.Panel value="pages">
          <PageSources />
        </Tabs.Panel>
        <Tabs.Panel value="search">
          <TrySearch />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** How much there is, in a line; how far the vectors are while they are made. */
function Status() {
  const t = useTexts(knowledgeTexts);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const status = useRead('knowledge.status', {}, { refetchInterval: busy ? 3_000 : false }).data;
  const making = status?.embedding != null && status.embedding.done < status.embedding.total;
  if (making !== busy) setBusy(making);
  if (status === undefined || status.articles === 0) return null;
  return (
    <Text size="sm" c="dimmed" mb="md" aria-live="polite">
      {t('status', { count: status.articles })}
      {making &&
        ` · ${t('embedding', {
          done: count(status.embedding?.done ?? 0, language),
          total: count(status.embedding?.total ?? 0, language),
        })}`}
    </Text>
  );
}
