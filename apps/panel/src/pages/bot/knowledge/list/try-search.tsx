import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../../../api/index.ts';
import { percent } from '../../../../bot-words/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { EmptyState, Loaded, Section, TextLink } from '../../../../ui/index.ts';
import classes from '../knowledge.module.css';
import { knowledgeTexts } from '../texts/texts.ts';

/** What the bot would find for a sentence of a customer, and whether it would dare to answer. */
export function TrySearch() {
  const t = useTexts(knowledgeTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [question, setQuestion] = useState<string>();
  const read = useRead('knowledge.search', question === undefined ? undefined : { question }, { keepPrevious: true });
  return (
    <Section title={t('tab_search')} lead={t('searchLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') setQuestion(typed.trim());
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('asACustomer')}
            placeholder={t('askPlaceholder')}
            value={typed}
            maxLength={1000}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" loading={question !== undefined && read.isFetching}>
            {t('searchNow')}
          </Button>
        </Group>
      </form>
      {question !== undefined && (
        <Loaded read={read}>
          {({ passages, answerAt }) =>
            passages.length === 0 ? (
              <EmptyState icon={<IconSearch size={26} stroke={1.6} />} title={t('foundNothing')}>
                {t('foundNothingText')}
              </EmptyState>
            ) : (
              <>
                <Text size="sm" mt="md">
                  {(passages[0]?.score ?? 0) >= answerAt ? t('wouldAnswer') : t('wouldAsk')}
                </Text>
                {passages.map((passage) => (
                  <div key={passage.id} className={classes.passage}>
                    <Group justify="space-between" gap="xs" wrap="nowrap" mb={4}>
                      <TextLink
                        to="/bot/$section/$item"
                        params={{ section: 'knowledge', item: passage.articleId }}
                        size="sm"
                        fw={600}
                      >
                        {passage.title}
                      </TextLink>
                      <Score score={passage.score} answerAt={answerAt} words={percent(passage.score, language)} />
                    </Group>
                    <Text size="sm" c="dimmed" lineClamp={4} className={classes.text ?? ''}>
                      {passage.answer ?? passage.text}
                    </Text>
                  </div>
                ))}
              </>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

function Score({ score, answerAt, words }: { score: number; answerAt: number; words: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <div className={classes.track} aria-hidden>
        <div
          className={classes.fill}
          data-enough={score >= answerAt || undefined}
          style={{ width: `${Math.round(score * 100)}%` }}
        />
      </div>
      <Text size="xs" fw={600} w={36} ta="right">
        {words}
      </Text>
    </Group>
  );
}
