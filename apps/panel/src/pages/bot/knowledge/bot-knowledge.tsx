import { useParams } from '@tanstack/react-router';
import { ArticlePage } from './editor/article-page.tsx';
import { KnowledgeHome } from './knowledge-home.tsx';

/** All that is known, or one article of it: /bot/knowledge/<id>, /bot/knowledge/faq and /article for a new one. */
export function BotKnowledge() {
  const { item } = useParams({ strict: false });
  return item === undefined ? <KnowledgeHome /> : <ArticlePage key={item} item={item} />;
}
