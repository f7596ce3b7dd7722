/** What one company's knowledge may hold: beyond it nobody finds their way, and a search would not be quick. */
export const KNOWLEDGE_LIMITS = {
  articles: 5_000,
  chunks: 20_000,
  title: 200,
  questions: 30,
  question: 300,
  /** It is said to a customer as it is: as much as one message takes. */
  answer: 4_000,
  body: 100_000,
  documentBytes: 20 * 1024 * 1024,
  documentText: 2_000_000,
  documentPages: 1_000,
  pageBytes: 3 * 1024 * 1024,
  pagesAtOnce: 50,
  sources: 1_000,
  gaps: 2_000,
} as const;

/** From this score on, an answer made from a passage is right more often than not: measured in `finding/quality.test.ts`. */
export const ANSWER_AT = 0.5;
