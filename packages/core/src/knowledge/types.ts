import type { Actor } from '@balcao/kernel';

export type ArticleKind = 'faq' | 'article' | 'document' | 'page';
export type ArticleState = 'draft' | 'published' | 'archived';

/** Something that an answer may be made from. */
export interface Passage {
  readonly id: string;
  readonly articleId: string;
  readonly kind: ArticleKind;
  readonly title: string;
  /** With the headings above it in front. */
  readonly text: string;
  /** A FAQ's own words: may be said as they are. */
  readonly answer: string | null;
  readonly url: string | null;
  /** 0..1: how sure it is that the answer is in here; `ANSWER_AT` is where answering from it makes sense. */
  readonly score: number;
}

/** One version of an article with its words. */
export interface Article {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly state: ArticleState;
  readonly version: number;
  readonly liveVersion: number | null;
  readonly title: string;
  readonly questions: readonly string[];
  readonly body: string;
  readonly language: string;
  readonly sourceId: string | null;
  readonly url: string | null;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}
