import { updateBot } from '@balcao/core/governance';
import { publishArticle, saveArticle } from '@balcao/core/knowledge';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { demoKnowledge } from './demo-knowledge.ts';

/** What the demo's assistant knows and how it presents itself: enough to answer ordinary questions with no model and no key. */
export async function teach(tx: Tx, ctx: WorkspaceCtx): Promise<void> {
  for (const faq of demoKnowledge) {
    const { id } = await saveArticle(tx, ctx, { kind: 'faq', ...faq });
    await publishArticle(tx, ctx, id);
  }
  const about = 'Padaria de bairro: pães, bolos por encomenda, café da manhã e entrega. É uma demonstração.';
  await updateBot(tx, ctx, { settings: { persona: { name: 'Aurora', emoji: true, about } } });
}
