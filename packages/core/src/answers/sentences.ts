import type { Language } from '@balcao/contract';
import type { Tool } from '../tools/index.ts';

/** Asked before a tool runs that wants a yes. */
export const confirmSentences: { readonly [L in Language]: (what: string, details: string) => string } = {
  'pt-BR': (what, details) => `Só para confirmar: ${what}${details && ` (${details})`}. Posso fazer isso?`,
  en: (what, details) => `Just to confirm: ${what}${details && ` (${details})`}. Shall I do it?`,
  es: (what, details) => `Para confirmar: ${what}${details && ` (${details})`}. ¿Lo hago?`,
};

/** Where a passage is said as it stands, no model being there to put it into words. */
export const passageSentences: { readonly [L in Language]: (title: string) => string } = {
  'pt-BR': (title) => `Encontrei isto em “${title}”:`,
  en: (title) => `I found this in “${title}”:`,
  es: (title) => `Encontré esto en “${title}”:`,
};

/** What the arguments of our own kinds of tools are called; those of the company's own calls are called as it describes them. */
const argumentNames: { readonly [L in Language]: Readonly<Record<string, string>> } = {
  'pt-BR': {
    order: 'pedido',
    service: 'serviço',
    date: 'dia',
    time: 'horário',
    note: 'observação',
    subject: 'assunto',
    document: 'documento',
    protocol: 'protocolo',
  },
  en: {},
  es: {
    order: 'pedido',
    service: 'servicio',
    date: 'día',
    time: 'hora',
    note: 'observación',
    subject: 'asunto',
    document: 'documento',
    protocol: 'protocolo',
  },
};

/** Longer than this a description explains to a model, and names nothing to a customer. */
const LONGEST_NAME = 40;

/** `pedido: 77, dia: 02/03/2027`: what the customer says yes to. */
export function argumentsText(args: Readonly<Record<string, unknown>>, tool: Tool, language: Language): string {
  return Object.entries(args)
    .filter(([, value]) => value !== undefined && typeof value !== 'object')
    .map(([name, value]) => `${nameOf(name, tool, language)}: ${written(String(value), language)}`)
    .join(', ');
}

function nameOf(name: string, { kind, parameters }: Tool, language: Language): string {
  const plain = argumentNames[language][name] ?? name.replaceAll('_', ' ');
  if (kind !== 'http') return plain;
  const fields = parameters['properties'] as Readonly<Record<string, { readonly description?: string }>> | undefined; // as we write schemas
  const described = fields?.[name]?.description?.replace(/[.:]+$/, '') ?? '';
  return described !== '' && described.length <= LONGEST_NAME ? lowerFirst(described) : plain;
}

function written(value: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return value;
  return language === 'en' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
