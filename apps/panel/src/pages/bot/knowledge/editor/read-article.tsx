import { Anchor, Text } from '@mantine/core';
import type { Output } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { PageHeader, Section } from '../../../../ui/index.ts';
import classes from '../knowledge.module.css';
import { knowledgeTexts } from '../texts/texts.ts';

/** A document or page as the bot has read it: wrong words here are wrong words to a customer. */
export function ReadArticle({ article }: { article: Output<'knowledge.get'>['article'] }) {
  const t = useTexts(knowledgeTexts);
  return (
    <>
      <PageHeader title={article.title} lead={t('readLead')} />
      <Section title={t('asRead')}>
        {article.url !== null && (
          <Anchor href={article.url} target="_blank" rel="noreferrer" size="sm">
            {article.url}
          </Anchor>
        )}
        <Text size="sm" mt="sm" className={classes.text ?? ''}>
          {article.body}
        </Text>
      </Section>
    </>
  );
}
