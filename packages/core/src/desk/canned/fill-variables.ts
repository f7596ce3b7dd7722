import type { Language } from '@balcao/contract';

/** What is known of a conversation and of whoever writes in it. Null: nothing is. */
export interface VariableFacts {
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly memberName: string | null;
  readonly workspaceName: string;
  readonly protocol: string | null;
  readonly timeZone: string;
  readonly language: Language;
  readonly now: Date;
}

export interface Filled {
  readonly text: string;
  /** Variables that nothing is known for, or that are none. */
  readonly missing: readonly string[];
}

const variable = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** `{{Contato.Primeiro Nome}}` and `{{saudação}}` are meant as well. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '_');

const greetings: Readonly<Record<Language, readonly [string, string, string]>> = {
  'pt-BR': ['bom dia', 'boa tarde', 'boa noite'],
  en: ['good morning', 'good afternoon', 'good evening'],
  es: ['buenos días', 'buenas tardes', 'buenas noches'],
};

function greetingOf({ now, timeZone, language }: VariableFacts): string {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now));
  return greetings[language][hour >= 5 && hour < 12 ? 0 : hour >= 12 && hour < 18 ? 1 : 2];
}

/** The first of a name; one that is all capitals or all small is written like a name. */
function firstOf(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? '';
  if (first === '') return null;
  if (first.length > 1 && first !== first.toLowerCase() && first !== first.toUpperCase()) return first;
  return first.slice(0, 1).toUpperCase() + first.slice(1).toLowerCase();
}

const values: Readonly<Record<string, (facts: VariableFacts) => string | null>> = {
  'contato.nome': (facts) => facts.contactName?.trim() || null,
  'contato.primeiro_nome': (facts) => firstOf(facts.contactName),
  'contato.telefone': (facts) => facts.contactPhone,
  'atendente.nome': (facts) => facts.memberName,
  'atendente.primeiro_nome': (facts) => firstOf(facts.memberName),
  'empresa.nome': (facts) => facts.workspaceName,
  'atendimento.protocolo': (facts) => facts.protocol,
  saudacao: greetingOf,
};

/** The names in {{…}} that are no variables of ours. */
export function unknownVariables(text: string): string[] {
  return [...text.matchAll(variable)]
    .map((match) => match[1] ?? '')
    .filter((name) => !Object.hasOwn(values, plain(name)));
}

/**
 * Puts what is known in the place of each variable. Where nothing is known the place is left out, with the space before it, so
 * that "Oi {{contato.nome}}, tudo bem?" reads "Oi, tudo bem?". A greeting at the beginning of a sentence begins with a capital.
 */
export function fillVariables(text: string, facts: VariableFacts): Filled {
  const missing = new Set<string>();
  const filled = text.replace(
    new RegExp(`([ \\t]?)${variable.source}`, 'g'),
    (_, space: string, name: string, at: number) => {
      const key = plain(name);
      const value = Object.hasOwn(values, key) ? (values[key]?.(facts) ?? null) : null;
      if (value === null) {
        missing.add(key);
        return '';
      }
      const begins = /(?:^|[.!?\n]\s*)$/.test(text.slice(0, at));
      return space + (key === 'saudacao' && begins ? value.slice(0, 1).toUpperCase() + value.slice(1) : value);
    },
  );
  return { text: filled, missing: [...missing] };
}
