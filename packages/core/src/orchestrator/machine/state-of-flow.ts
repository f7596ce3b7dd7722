import type { BotState } from '@balcao/contract';
import type { Making } from './making.ts';

/** What the answer to such a question says: who they are. */
const whoTheyAre = /^(name|nome|cpf|cnpj|cpf_cnpj|documento|document|email|e_mail|phone|telefone|celular|rg)$/i;

/** Where a talk stands by its flow. A flow that has ended leaves the bot listening. */
export function stateOfFlow({ flow: at, facts, handoff, errand }: Making): BotState {
  if (handoff !== undefined) return 'waiting_person';
  if (errand !== undefined || at?.pending === 'fetch' || at?.pending === 'answer') return 'answering';
  if (at === undefined || facts.flow === undefined) return 'triage';
  if (at.pending === 'time') return 'collecting';
  const step = at.waiting && Object.hasOwn(facts.flow.steps, at.step) ? facts.flow.steps[at.step] : undefined;
  if (step === undefined || !('ask' in step)) return 'triage';
  return whoTheyAre.test(step.save) ? 'identifying' : 'collecting';
}
