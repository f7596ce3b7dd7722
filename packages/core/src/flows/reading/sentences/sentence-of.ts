import type { FlowProblem } from '../problem.ts';
import * as english from './en.ts';
import * as spanish from './es.ts';
import * as portuguese from './pt.ts';

const languages = {
  'pt-BR': { sentences: portuguese.pt, meant: portuguese.meant },
  en: { sentences: english.en, meant: english.meant },
  es: { sentences: spanish.es, meant: spanish.meant },
} as const;

/** A problem in a sentence for whoever wrote the flow. */
export function sentenceOf(
  { kind, params }: Pick<FlowProblem, 'kind' | 'params'>,
  language: keyof typeof languages,
): string {
  const { sentences, meant } = languages[language];
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return params.nearest ? `${put(sentences[kind])} ${put(meant)}` : put(sentences[kind]);
}
