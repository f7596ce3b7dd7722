import { ActionIcon, Anchor, Badge, Progress, Text, Tooltip } from '@mantine/core';
import { IconFile, IconRefresh, IconTrash, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { ConfirmDialog, RelativeTime, TextLink, tell } from '../../../../ui/index.ts';
import classes from '../knowledge.module.css';
import { knowledgeTexts } from '../texts/texts.ts';

export type Source = Output<'knowledge.sources'>['sources'][number];

export const isBusy = (source: Source): boolean => source.state === 'waiting' || source.state === 'reading';

/** A document or page: how its reading goes, what is wrong with it. */
export function SourceRow({ source }: { source: Source }) {
  const t = useTexts(knowledgeTexts);
  const mayWrite = useCan()('knowledge:write');
  const [asking, setAsking] = useState(false);
  const refreshes = ['knowledge.sources', 'knowledge.list', 'knowledge.status'] as const;
  const reread = useWrite('knowledge.reread', { refreshes, onError: (problem) => tell.problem(problem) });
  const remove = useWrite('knowledge.remove-source', { refreshes });
  const { name, state, problem, progress, articleId } = source;
  const Icon = source.kind === 'page' ? IconWorld : IconFile;
  return (
    <div className={classes.row}>
      <Icon size={20} stroke={1.6} aria-hidden />
      <div className={classes.words}>
        {articleId === null ? (
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
        ) : (
          <TextLink
            to="/bot/$section/$item"
            params={{ section: 'knowledge', item: articleId }}
            size="sm"
            fw={600}
            truncate
            display="block"
          >
            {name}
          </TextLink>
        )}
        {source.url !== null && source.url !== name && (
          <Anchor href={source.url} target="_blank" rel="noreferrer" size="xs" truncate display="block">
            {source.url}
          </Anchor>
        )}
        {isBusy(source) && <Progress value={progress} size="sm" mt={6} aria-label={t('reading')} />}
        {problem !== null && (
          <Text size="xs" c="var(--b-danger)" mt={2}>
            {problem}
          </Text>
        )}
        {state === 'ready' && (
          <Text size="xs" c="dimmed">
            {t('chunks', { count: source.chunks })}
            {source.readAt !== null && (
              <>
                {' · '}
                {t('read')} <RelativeTime at={source.readAt} />
              </>
            )}
          </Text>
        )}
      </div>
      {state !== 'ready' && (
        <Badge variant="light" color={state === 'failed' ? 'red' : 'gray'}>
          {t(`source_${state}`)}
        </Badge>
      )}
      {mayWrite && (
        <>
          <Tooltip label={t('reread')}>
            <ActionIcon
              aria-label={`${t('reread')}: ${name}`}
              disabled={isBusy(source)}
              loading={reread.isPending}
              onClick={() => reread.mutate({ sourceId: source.id })}
            >
              <IconRefresh size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('removeSource')}>
            <ActionIcon aria-label={`${t('removeSource')}: ${name}`} onClick={() => setAsking(true)}>
              <IconTrash size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
          <ConfirmDialog
            opened={asking}
            onClose={() => setAsking(false)}
            title={t('removeSource')}
            question={t('removeQuestion', { name })}
            yes={t('removeSource')}
            danger
            onConfirm={() => remove.mutateAsync({ sourceId: source.id })}
          />
        </>
      )}
    </div>
  );
}
