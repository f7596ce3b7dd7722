import type { Ranked } from '@balcao/ai/local';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { compared } from '../examples/compared.ts';
import { loadClassifier } from '../load-classifier.ts';
import { findExamples, recentTexts } from '../rows.ts';

export interface Unlabelled {
  readonly messageId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly at: Date;
  readonly ranking: readonly Ranked[];
}

type Recent = Omit<Unlabelled, 'ranking'>;

const TALKS = 150;
const OF_EACH = 3;
const RANKED = 3;
/** What is this sure teaches nothing new. */
const SURE = 0.85;

/** How near the second comes to the first: those teach most. */
const margin = ([first, second]: readonly Ranked[]): number => (first?.confidence ?? 0) - (second?.confidence ?? 0);

/**
 * Recent messages that the model was least certain about and nobody has named yet, each sentence once. `visible`: those of some
 * conversations that whoever asks may see.
 */
export async function findToLabel(
  ctx: WorkspaceCtx,
  tx: Tx,
  limit: number,
  visible: (conversationIds: readonly string[]) => Promise<readonly string[]>,
): Promise<Unlabelled[]> {
  const [classifier, recent] = await Promise.all([
    loadClassifier(ctx, tx),
    tx.rows<Recent>(recentTexts, [ctx.workspaceId, TALKS, OF_EACH]),
  ]);
  const allowed = new Set(await visible([...new Set(recent.map(({ conversationId }) => conversationId))]));
  const sentences = new Map<string, Recent>();
  for (const row of recent) {
    const normal = compared(row.text);
    if (normal !== '' && allowed.has(row.conversationId) && !sentences.has(normal)) sentences.set(normal, row);
  }
  const named = await tx.rows<{ normal: string }>(findExamples, [ctx.workspaceId, [...sentences.keys()]]);
  for (const { normal } of named) sentences.delete(normal);
  return [...sentences.values()]
    .map((row) => ({ ...row, ranking: classifier.classify(row.text).ranking.slice(0, RANKED) }))
    .filter(({ ranking }) => (ranking[0]?.confidence ?? 0) < SURE)
    .sort((a, b) => margin(a.ranking) - margin(b.ranking))
    .slice(0, limit);
}
