import { Badge, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBooks, IconFile, IconFileText, IconMessageQuestion, IconSearch, IconWorld } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Output, useReadPages } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { EmptyState, ErrorState, MoreButton, RelativeTime, RowsSkeleton, Section } from '../../../../ui/index.ts';
import { Choice } from '../../frame/choice.tsx';
import classes from '../knowledge.module.css';
import { knowledgeTexts } from '../texts/texts.ts';

type Card = Output<'knowledge.list'>['articles'][number];

const icons = { faq: IconMessageQuestion, article: IconFileText, document: IconFile, page: IconWorld } as const;
const states = ['all', 'published', 'draft', 'archived'] as const;

export function Articles() {
  const t = useTexts(knowledgeTexts);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<(typeof states)[number]>('all');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const pages = useReadPages(
    'knowledge.list',
    { ...(q === '' ? {} : { q }), ...(state === 'all' ? {} : { state }) },
    'before',
    { keepPrevious: true },
  );
  const articles = pages.data?.pages.flatMap((page) => page.articles);
  const filtered = q !== '' || state !== 'all';
  return (
    <Section title={t('tab_articles')} quiet>
      <Group mb="sm" gap="sm">
        <TextInput
          flex="1 1 14rem"
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={18} stroke={1.6} />}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Choice
          label={t('state')}
          value={state}
          onChange={setState}
          options={states.map((one) => ({ value: one, label: t(`state_${one}`) }))}
        />
      </Group>
      {pages.error && !articles && <ErrorState error={pages.error} onRetry={pages.refetch} />}
      {!articles && !pages.error && <RowsSkeleton rows={5} height={60} avatar={false} />}
      {articles?.length === 0 && (
        <EmptyState
          icon={filtered ? <IconSearch size={26} stroke={1.6} /> : <IconBooks size={26} stroke={1.6} />}
          title={filtered ? t('nothing') : t('empty')}
        >
          {filtered ? undefined : t('emptyText')}
        </EmptyState>
      )}
      {articles?.map((one) => (
        <ArticleRow key={one.id} article={one} />
      ))}
      <MoreButton pages={pages} />
    </Section>
  );
}

function ArticleRow({ article }: { article: Card }) {
  const t = useTexts(knowledgeTexts);
  const Icon = icons[article.kind];
  return (
    <Link to="/bot/$section/$item" params={{ section: 'knowledge', item: article.id }} className={classes.row}>
      <Icon size={20} stroke={1.6} aria-label={t(`kind_${article.kind}`)} role="img" />
      <div className={classes.words}>
        <Text size="sm" fw={600} truncate>
          {article.title}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {article.excerpt}
        </Text>
      </div>
      <StateBadge article={article} />
      <RelativeTime at={article.updatedAt} visibleFrom="xs" />
    </Link>
  );
}

/** Published says nothing; what customers do not see yet does. */
export function StateBadge({ article }: { article: Pick<Card, 'state' | 'version' | 'liveVersion'> }) {
  const t = useTexts(knowledgeTexts);
  if (article.state === 'archived')
    return (
      <Badge variant="light" color="gray">
        {t('archived')}
      </Badge>
    );
  if (article.liveVersion === null)
    return (
      <Badge variant="light" color="yellow">
        {t('draft')}
      </Badge>
    );
  if (article.liveVersion !== article.version)
    return (
      <Badge variant="light" color="yellow">
        {t('changes')}
      </Badge>
    );
  return null;
}
