import type { KeptTool, ToolEffect } from '@balcao/contract';
import type { ToolRow } from '../rows.ts';
import type { BotTool } from '../types.ts';

const effects: Readonly<Record<KeptTool['kind'], ToolEffect>> = {
  opening_hours: 'reads',
  order_status: 'reads',
  send_document: 'reads',
  open_ticket: 'writes',
  update_ticket: 'writes',
  book: 'writes',
  http: 'writes',
};

export const effectOf = (does: KeptTool): ToolEffect =>
  does.kind === 'http' ? does.settings.effect : effects[does.kind];

/** Money and cancellations are confirmed whatever the company says. */
export const mustConfirm = (effect: ToolEffect): boolean => effect === 'money' || effect === 'cancels';

export function presentTool({ kind, settings, confirm, id, name, description, enabled, updatedAt }: ToolRow): BotTool {
  const does = { kind, settings } as KeptTool; // saved through the contract
  const effect = effectOf(does);
  return { id, name, description, enabled, updatedAt, does, effect, confirm: confirm || mustConfirm(effect) };
}
