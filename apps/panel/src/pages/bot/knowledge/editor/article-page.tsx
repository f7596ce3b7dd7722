import { useRead } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { Loaded, RowsSkeleton, TextLink } from '../../../../ui/index.ts';
import { knowledgeTexts } from '../texts/texts.ts';
import { ArticleEditor } from './article-editor.tsx';
import { ReadArticle } from './read-article.tsx';

/** One article: written here, or read from a document or page and shown as it was understood. */
export function ArticlePage({ item }: { item: string }) {
  const t = useTexts(knowledgeTexts);
  const fresh = item === 'faq' || item === 'article';
  const read = useRead('knowledge.get', fresh ? undefined : { articleId: item });
  return (
    <>
      <TextLink to="/bot/$section" params={{ section: 'knowledge' }} size="sm" visibleFrom="sm" mb="xs" display="block">
        ← {t('title')}
      </TextLink>
      {fresh ? (
        <ArticleEditor article={undefined} kind={item} />
      ) : (
        <Loaded read={read} skeleton={<RowsSkeleton rows={6} avatar={false} />}>
          {({ article }) =>
            article.kind === 'faq' || article.kind === 'article' ? (
              <ArticleEditor key={article.version} article={article} kind={article.kind} />
            ) : (
              <ReadArticle article={article} />
            )
          }
        </Loaded>
      )}
    </>
  );
}
