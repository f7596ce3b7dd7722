import type { WorkspaceCtx } from '@balcao/db';
import { wallTimeOf } from '@balcao/kernel';
import { canaryOf } from '../guarding/canary.ts';
import type { Fence } from '../guarding/create-fence.ts';
import { findLeak, type LeakSign } from '../guarding/find-leak.ts';
import type { Bot } from '../settings/types.ts';
import { houseRules } from './house-rules.ts';

const tones = {
  friendly: 'Simpática e próxima, como quem atende bem no balcão: "você", linguagem do dia a dia, sem gíria.',
  neutral: 'Cordial e objetiva, tratando o cliente por "você".',
  formal: 'Formal e respeitosa, tratando o cliente por "senhor" ou "senhora".',
} as const;

const languageNames = { 'pt-BR': 'português do Brasil', en: 'inglês', es: 'espanhol' } as const;
const weekdays = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'];

export interface ComposedPrompt {
  readonly text: string;
  /** Signs that an answer carries something of it: such an answer does not leave. */
  leaks(answer: string): LeakSign[];
}

/** What the model is told to be: the company's prompt with its places filled in, then the rules that always hold. What others wrote is never part of it. */
export function composePrompt(ctx: WorkspaceCtx, bot: Bot, fence: Fence): ComposedPrompt {
  const rules = houseRules(fence.mark, canaryOf(ctx.keys, ctx.workspaceId));
  const shipped = bot.prompt.versionId === null;
  const told = {
    rules: shipped ? `${bot.prompt.text}\n${rules}` : rules,
    own: shipped ? '' : bot.prompt.text,
    mark: fence.mark,
  };
  return {
    text: `${fillPrompt(bot, ctx.clock.now())}\n\n${rules}`,
    leaks: (answer) => findLeak(answer, told),
  };
}

function fillPrompt({ prompt, persona, companyName, language, timeZone }: Bot, now: Date): string {
  const values: Readonly<Record<string, string>> = {
    nome: persona.name === '' ? 'o assistente virtual' : `${persona.name}, assistente virtual,`,
    empresa: companyName === '' ? 'uma empresa' : companyName,
    tom: tones[persona.tone],
    emoji: persona.emoji ? 'No máximo um emoji por mensagem, e só quando cabe.' : 'Sem emojis.',
    sobre: persona.about === '' ? 'Sem mais informações.' : persona.about,
    agora: clockText(now, timeZone),
    idioma: languageNames[language],
  };
  const text = prompt.text.replace(/\{(\p{L}+)\}/gu, (place, name: string) => values[name] ?? place);
  return prompt.text.includes('{agora}') ? text : `${text}\n\nAgora são ${clockText(now, timeZone)}.`;
}

function clockText(now: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeOf(now, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return `${two(hour)}:${two(minute)} de ${weekday}, ${two(day)}/${two(month)}/${year}`;
}
