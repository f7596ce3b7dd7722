import type { Language } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { showMemory } from './show-memory.ts';

const words = {
  'pt-BR': {
    none: 'Não guardo nada sobre você além do seu número e das nossas conversas.',
    head: 'Isto é o que eu uso quando falo com você:',
    name: 'Nome',
    told: 'Você me disse',
    ticket: 'Atendimento',
    foot: 'Se quiser que eu apague, é só escrever: "apague o que você sabe sobre mim".',
  },
  en: {
    none: 'I keep nothing about you beyond your number and our conversations.',
    head: 'This is what I use when I talk with you:',
    name: 'Name',
    told: 'You told me',
    ticket: 'Ticket',
    foot: 'If you want it erased, just write: "erase what you know about me".',
  },
  es: {
    none: 'No guardo nada sobre usted además de su número y nuestras conversaciones.',
    head: 'Esto es lo que uso cuando hablo con usted:',
    name: 'Nombre',
    told: 'Usted me dijo',
    ticket: 'Atención',
    foot: 'Si quiere que lo borre, escriba: "borra lo que sabes sobre mí".',
  },
} as const satisfies Record<Language, Record<string, string>>;

const MOST_LINES = 20;

/** What is remembered of them, as one message to the customer themselves. */
export async function describeMemory(
  ctx: WorkspaceCtx,
  tx: Tx,
  contactId: string,
  language: Language,
): Promise<string> {
  const say = words[language];
  const known = (await showMemory(ctx, tx, contactId)).slice(0, MOST_LINES);
  if (known.length === 0) return say.none;
  const lines = known.map(({ kind, about, text }) => {
    const said = text.length > 300 ? `${text.slice(0, 299)}…` : text;
    if (kind === 'name') return `• ${say.name}: ${said}`;
    if (kind === 'field') return `• ${about}: ${said}`;
    if (kind === 'summary') return `• ${say.ticket} ${about}: ${said}`;
    return `• ${say.told}: ${said}`;
  });
  return [say.head, ...lines, say.foot].join('\n');
}
