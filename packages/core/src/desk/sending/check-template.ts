import type { OutboundContent } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { misfitOf, problemOf, showSent, templatesOfChannel } from '../../templates/index.ts';

/**
 * May this template go, and what will the customer read? One that our copy does not know is left to the provider: the copy may be
 * older than it.
 */
export async function checkTemplate(
  ctx: WorkspaceCtx,
  tx: Tx,
  channelId: string,
  content: OutboundContent,
): Promise<{ text: string | null }> {
  if (content.kind !== 'template') return { text: null };
  const known = await templatesOfChannel(ctx, tx, channelId, [content]);
  const template = known.get(`${content.name} ${content.language}`);
  if (template === undefined) return { text: null };
  const problem = problemOf(template);
  // What cannot be filled in here may have been filled in elsewhere: only what the provider would refuse is refused.
  const why = problem === 'foreign' ? undefined : (problem ?? misfitOf(template, content));
  if (why !== undefined)
    throw new Fault('template_unusable', `the template ${content.name} (${content.language}) cannot be sent: ${why}`, {
      template: content.name,
      problem: why,
    });
  return { text: showSent(template, content).text };
}
