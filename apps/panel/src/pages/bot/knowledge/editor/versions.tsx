import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../../../api/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Loaded, RelativeTime, RowsSkeleton, Section, tell } from '../../../../ui/index.ts';
import classes from '../knowledge.module.css';
import { knowledgeTexts } from '../texts/texts.ts';

type Article = Output<'knowledge.get'>['article'];
type Version = Output<'knowledge.versions'>['versions'][number];

/** How it was before, and back to it. */
export function Versions({
  article,
  onRestored,
}: {
  article: Article;
  onRestored: (saved: { article: Article }) => void;
}) {
  const t = useTexts(knowledgeTexts);
  const read = useRead('knowledge.versions', { articleId: article.id, limit: 50 });
  const mayWrite = useCan()('knowledge:write');
  const restore = useWrite('knowledge.restore', {
    refreshes: ['knowledge.list', 'knowledge.versions'],
    onSuccess: (saved) => {
      onRestored(saved);
      tell.done(t('restored'));
    },
    onError: (problem) => tell.problem(problem),
  });
  return (
    <Section title={t('versions')}>
      <Loaded read={read} skeleton={<RowsSkeleton rows={2} height={44} avatar={false} />}>
        {({ versions }) =>
          versions.map((one) => (
            <VersionRow
              key={one.version}
              version={one}
              onRestore={
                mayWrite && one.version !== article.version
                  ? () => restore.mutate({ articleId: article.id, version: one.version })
                  : undefined
              }
            />
          ))
        }
      </Loaded>
    </Section>
  );
}

function VersionRow({ version, onRestore }: { version: Version; onRestore: (() => void) | undefined }) {
  const t = useTexts(knowledgeTexts);
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.passage}>
      <Group gap="xs">
        <UnstyledButton flex={1} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <Text size="sm" fw={600} span>
            {t('version', { version: version.version })}
          </Text>{' '}
          <RelativeTime at={version.at} />
        </UnstyledButton>
        {version.live && (
          <Badge variant="light" color="green">
            {t('live')}
          </Badge>
        )}
        {onRestore && (
          <Button size="xs" variant="default" onClick={onRestore}>
            {t('restore')}
          </Button>
        )}
      </Group>
      {opened && (
        <div className={classes.version}>
          {version.questions.map((question) => `• ${question}\n`)}
          {version.body}
        </div>
      )}
    </div>
  );
}
