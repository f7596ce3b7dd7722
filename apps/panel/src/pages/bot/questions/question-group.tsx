import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { LinkButton, RelativeTime, tell } from '../../../ui/index.ts';
import { AnswerForm } from './answer-form.tsx';
import classes from './questions.module.css';
import type { Questions } from './questions.ts';
import { questionsTexts } from './texts/texts.ts';

/** The same question in several words, how often it came, and what to do about it. */
export function QuestionGroup({ group }: { group: Questions }) {
  const t = useTexts(questionsTexts);
  const mayWrite = useCan()('knowledge:write');
  const [writing, setWriting] = useState(false);
  const dismiss = useWrite('questions.dismiss', {
    refreshes: ['questions.list'],
    onError: (problem) => tell.problem(problem),
  });
  const others = group.examples.filter((one) => one.question !== group.question).slice(0, 4);
  const waits = group.state === 'open' || group.state === 'drafted';
  return (
    <article className={classes.group}>
      <div className={classes.head}>
        <Text fw={600} flex={1} miw={0}>
          {group.question}
        </Text>
        <Badge variant="light" color={group.asked > 1 ? 'caju' : 'gray'}>
          {t('asked', { count: group.asked })}
        </Badge>
      </div>
      {others.map((one) => (
        <Text key={`${one.messageId} ${one.at}`} size="sm" c="dimmed">
          “{one.question}”
        </Text>
      ))}
      <Group gap="xs" mt="xs">
        <Text size="xs" c="dimmed" flex={1}>
          {t('last')} <RelativeTime at={group.lastAt} />
        </Text>
        {group.articleId !== null && (
          <LinkButton
            size="xs"
            variant="subtle"
            to="/bot/$section/$item"
            params={{ section: 'knowledge', item: group.articleId }}
          >
            {t(group.state === 'answered' ? 'openAnswer' : 'openDraft')}
          </LinkButton>
        )}
        {mayWrite && waits && !writing && (
          <>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={dismiss.isPending}
              onClick={() => dismiss.mutate({ groupId: group.id })}
            >
              {t('dismiss')}
            </Button>
            <Button size="xs" variant={group.state === 'open' ? 'filled' : 'default'} onClick={() => setWriting(true)}>
              {t(group.state === 'open' ? 'answer' : 'review')}
            </Button>
          </>
        )}
      </Group>
      {writing && <AnswerForm group={group} onClose={() => setWriting(false)} />}
    </article>
  );
}
