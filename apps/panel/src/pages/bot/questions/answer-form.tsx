import { Button, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead, useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, tell, uiTexts } from '../../../ui/index.ts';
import type { Questions } from './questions.ts';
import { questionsTexts } from './texts/texts.ts';

/** A new answer, or one that is there already and only lacked these words. */
export function AnswerForm({ group, onClose }: { group: Questions; onClose: () => void }) {
  const t = useTexts(questionsTexts);
  const [way, setWay] = useState<'new' | 'known'>('new');
  return (
    <Stack gap="sm" mt="sm">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('how')}
        value={way}
        onChange={(chosen) => setWay(chosen === 'known' ? 'known' : 'new')}
        data={[
          { value: 'new', label: t('writeNew') },
          { value: 'known', label: t('useKnown') },
        ]}
      />
      {way === 'new' ? <NewAnswer group={group} onClose={onClose} /> : <KnownAnswer group={group} onClose={onClose} />}
    </Stack>
  );
}

const changes = ['questions.list', 'knowledge.list', 'knowledge.status', 'knowledge.get'] as const;

function NewAnswer({ group, onClose }: { group: Questions; onClose: () => void }) {
  const t = useTexts(questionsTexts);
  const draft = useRead('knowledge.get', group.articleId === null ? undefined : { articleId: group.articleId }).data;
  const [typed, setTyped] = useState<string>();
  const answer = typed ?? draft?.article.body ?? '';
  const done = (words: 'approved' | 'drafted') => () => {
    tell.done(t(words));
    onClose();
  };
  const approve = useWrite('questions.approve', { refreshes: changes, onSuccess: done('approved') });
  const keep = useWrite('questions.draft', { refreshes: changes, onSuccess: done('drafted') });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        approve.mutate({ groupId: group.id, answer: answer.trim() });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t('yourAnswer')}
          description={t('answerHint')}
          value={answer}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={4000}
          required
          data-autofocus
        />
        <FormProblem problem={approve.error ?? keep.error} />
        <Ends onClose={onClose}>
          <Button
            variant="default"
            disabled={answer.trim() === ''}
            loading={keep.isPending}
            onClick={() => keep.mutate({ groupId: group.id, answer: answer.trim() })}
          >
            {t('keepDraft')}
          </Button>
          <Button type="submit" disabled={answer.trim() === ''} loading={approve.isPending}>
            {t('approve')}
          </Button>
        </Ends>
      </Stack>
    </form>
  );
}

function KnownAnswer({ group, onClose }: { group: Questions; onClose: () => void }) {
  const t = useTexts(questionsTexts);
  const [typed, setTyped] = useState('');
  const [articleId, setArticleId] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 250);
  const found = useRead('knowledge.list', { limit: 20, ...(q === '' ? {} : { q }) }, { keepPrevious: true }).data;
  const choices = (found?.articles ?? []).filter((one) => one.kind === 'faq' || one.kind === 'article');
  const approve = useWrite('questions.approve', {
    refreshes: changes,
    onSuccess: () => {
      tell.done(t('joined'));
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (articleId !== null) approve.mutate({ groupId: group.id, intoArticleId: articleId });
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('whichAnswer')}
          description={t('whichHint')}
          searchable
          value={articleId}
          onChange={setArticleId}
          onSearchChange={setTyped}
          filter={({ options }) => options}
          nothingFoundMessage={t('nothing')}
          data={choices.map((one) => ({ value: one.id, label: one.title }))}
        />
        <FormProblem problem={approve.error} />
        <Ends onClose={onClose}>
          <Button type="submit" disabled={articleId === null} loading={approve.isPending}>
            {t('join')}
          </Button>
        </Ends>
      </Stack>
    </form>
  );
}

function Ends({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const ui = useTexts(uiTexts);
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="subtle" color="gray" onClick={onClose}>
        {ui('cancel')}
      </Button>
      {children}
    </Group>
  );
}
