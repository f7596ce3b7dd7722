import type { HandoffReason, Language } from '@balcao/contract';
import { intentDefinitions } from '../../intents/index.ts';
import type { Memory } from '../machine/facts.ts';
import { summaryWords } from './summary-words.ts';

export interface Summary {
  readonly wants: string | null;
  readonly intent: string | null;
  readonly tried: readonly { readonly event: string; readonly text: string | null }[];
  readonly collected: readonly { readonly name: string; readonly value: string }[];
  readonly sentiment: 'calm' | 'upset' | 'angry';
  readonly summary: string;
}

export interface ToSummarise {
  readonly reason: HandoffReason;
  /** The flow's own word for why. */
  readonly because?: string | undefined;
  readonly known: Memory;
  /** The customer's last words. */
  readonly said: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly anger: number;
  readonly language: Language;
}

const UPSET = 0.35;
const ANGRY = 0.6;
const SHOWN = { wants: 300, value: 200, vars: 20, summary: 900 } as const;

/** What a person should know before the first word, put together without a model. */
export function summaryOf({ reason, because, known, said, vars, anger, language }: ToSummarise): Summary {
  const words = summaryWords[language];
  const wants = cut(known.wants ?? said, SHOWN.wants) || null;
  const intent = known.intent ?? null;
  const most = Math.max(anger, known.anger ?? 0);
  const sentiment = most >= ANGRY ? 'angry' : most >= UPSET ? 'upset' : 'calm';
  const collected = Object.entries(vars)
    .filter(([, value]) => value.trim() !== '')
    .slice(0, SHOWN.vars)
    .map(([name, value]) => ({ name, value: cut(value, SHOWN.value) }));
  const tried = known.tried ?? [];
  const lines = [
    wants && words.wants(wants, nameOf(intent, language)),
    said !== '' && said !== wants && reason !== 'request' ? words.lastSaid(cut(said, SHOWN.value)) : undefined,
    tried.length > 0 ? words.tried(tried.map(({ event, text }) => words.attempt(event, text ?? ''))) : undefined,
    collected.length > 0 ? words.collected(collected.map(({ name, value }) => `${name}: ${value}`)) : undefined,
    sentiment === 'calm' ? undefined : words.sounds[sentiment],
    because ?? words.reasons[reason],
  ];
  const summary = cut(
    lines.filter((line) => line !== undefined && line !== null && line !== '').join('\n'),
    SHOWN.summary,
  );
  return { wants, intent, tried, collected, sentiment, summary };
}

function nameOf(intent: string | null, language: Language): string | undefined {
  if (intent === null || !Object.hasOwn(intentDefinitions, intent)) return undefined;
  return intentDefinitions[intent as keyof typeof intentDefinitions].name[language]; // it is one of its keys
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
