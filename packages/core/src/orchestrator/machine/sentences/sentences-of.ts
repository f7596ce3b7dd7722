import type { Language } from '@balcao/contract';
import { en } from './en.ts';
import { es } from './es.ts';
import { pt } from './pt.ts';
import type { Sentences } from './types.ts';

export type { Sentences } from './types.ts';

const all: Readonly<Record<Language, Sentences>> = { 'pt-BR': pt, en, es };

export const sentencesOf = (language: Language): Sentences => all[language];
