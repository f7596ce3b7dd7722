import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { keyOf, type Output, queryClient, useWrite } from '../../../../api/index.ts';
import { count } from '../../../../bot-words/index.ts';
import { useCan } from '../../../../session/index.ts';
import { useLanguage, useTexts } from '../../../../text/index.ts';
import { ConfirmButton, FormProblem, PageHeader, Section, tell } from '../../../../ui/index.ts';
import classes from '../knowledge.module.css';
import { StateBadge } from '../list/articles.tsx';
import { linesOf } from '../sources/lines-of.ts';
import { knowledgeTexts } from '../texts/texts.ts';
import { Versions } from './versions.tsx';

type Article = Output<'knowledge.get'>['article'];
const MOST = { faq: 4_000, article: 100_000 } as const;
const changes = ['knowledge.list', 'knowledge.status', 'knowledge.search', 'knowledge.versions'] as const;

/** A question with its answer, or an article. Customers hear of it once it is published. */
export function ArticleEditor({ article, kind }: { article: Article | undefined; kind: 'faq' | 'article' }) {
  const t = useTexts(knowledgeTexts);
  const language = useLanguage();
  const mayWrite = useCan()('knowledge:write');
  const navigate = useNavigate();
  const [title, setTitle] = useState(kind === 'article' ? (article?.title ?? '') : '');
  const [questions, setQuestions] = useState(article?.questions.join('\n') ?? '');
  const [body, setBody] = useState(article?.body ?? '');
  const asked = linesOf(questions);
  const keep = ({ article: fresh }: { article: Article }) => {
    queryClient.setQueryData(keyOf('knowledge.get', { articleId: fresh.id }), { article: fresh });
    if (article === undefined)
      void navigate({
        to: '/bot/$section/$item',
        params: { section: 'knowledge', item: fresh.id },
        replace: true,
      });
  };
  const save = useWrite('knowledge.save', {
    refreshes: changes,
    onSuccess: (saved, { publish }) => {
      keep(saved);
      tell.done(t(publish ? 'publishedNow' : 'draftSaved'));
    },
  });
  const archive = useWrite('knowledge.archive', { refreshes: changes, onSuccess: keep });
  const publishAgain = useWrite('knowledge.publish', {
    refreshes: changes,
    onSuccess: (saved) => {
      keep(saved);
      tell.done(t('publishedNow'));
    },
    onError: (problem) => tell.problem(problem),
  });
  const dirty =
    article === undefined ||
    body !== article.body ||
    asked.join('\n') !== article.questions.join('\n') ||
    (kind === 'article' && title.trim() !== article.title);
  const ready = body.trim() !== '' && (kind === 'faq' ? asked.length > 0 : title.trim() !== '');
  const store = (publish: boolean) =>
    save.mutate({
      ...(article === undefined ? {} : { articleId: article.id, ifVersion: article.version }),
      kind,
      ...(kind === 'article' ? { title: title.trim() } : {}),
      questions: asked,
      body,
      language,
      publish,
    });
  return (
    <>
      <PageHeader
        title={article?.title ?? t(kind === 'faq' ? 'newFaq' : 'newArticle')}
        lead={t(kind === 'faq' ? 'faqLead' : 'articleLead')}
        actions={article && <StateBadge article={article} />}
      />
      <Section title={t(`kind_${kind}`)} quiet>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) store(true);
          }}
        >
          <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <div className={classes.editor}>
              {kind === 'article' && (
                <TextInput
                  label={t('articleTitle')}
                  value={title}
                  maxLength={200}
                  required
                  onChange={(event) => setTitle(event.currentTarget.value)}
                />
              )}
              <Textarea
                label={t(kind === 'faq' ? 'questions' : 'questionsOptional')}
                description={t('questionsHint')}
                placeholder={t('questionsPlaceholder')}
                value={questions}
                autosize
                minRows={kind === 'faq' ? 3 : 2}
                maxRows={12}
                required={kind === 'faq'}
                error={asked.length > 30 ? t('tooManyQuestions') : undefined}
                onChange={(event) => setQuestions(event.currentTarget.value)}
              />
              <Textarea
                label={t(kind === 'faq' ? 'answer' : 'text')}
                description={t(kind === 'faq' ? 'answerHint' : 'textHint')}
                value={body}
                autosize
                minRows={kind === 'faq' ? 4 : 12}
                maxRows={30}
                maxLength={MOST[kind]}
                required
                onChange={(event) => setBody(event.currentTarget.value)}
              />
              {kind === 'faq' && (
                <Text size="xs" c="dimmed" ta="right" mt="-0.5rem">
                  {count(body.length, language)} / {count(MOST.faq, language)}
                </Text>
              )}
              <FormProblem problem={save.error ?? archive.error} />
              {mayWrite && (
                <Group gap="xs">
                  {dirty && (
                    <>
                      <Button type="submit" disabled={!ready} loading={save.isPending}>
                        {t('publish')}
                      </Button>
                      <Button variant="default" disabled={!ready || save.isPending} onClick={() => store(false)}>
                        {t('saveDraft')}
                      </Button>
                    </>
                  )}
                  {!dirty && article.liveVersion !== article.version && (
                    <Button
                      loading={publishAgain.isPending}
                      onClick={() => publishAgain.mutate({ articleId: article.id })}
                    >
                      {t(article.state === 'archived' ? 'bringBack' : 'publish')}
                    </Button>
                  )}
                  {article && article.state !== 'archived' && (
                    <ConfirmButton
                      variant="subtle"
                      color="gray"
                      title={t('archive')}
                      question={t('archiveQuestion')}
                      yes={t('archive')}
                      onConfirm={() => archive.mutateAsync({ articleId: article.id })}
                    >
                      {t('archive')}
                    </ConfirmButton>
                  )}
                </Group>
              )}
            </div>
          </fieldset>
        </form>
      </Section>
      {article && article.version > 1 && <Versions article={article} onRestored={keep} />}
    </>
  );
}
