/*
 * Words for people. Each feature has `texts.pt.ts`, `texts.en.ts` and `texts.es.ts` beside its components:
 *   texts.pt.ts   export const pt = { claim: 'Assumir', waiting_one: '{{count}} esperando', waiting_other: '{{count}} esperando' } as const;
 *   texts.en.ts   export const en: TextsLike<typeof pt> = { … };      (a key that is missing or too many does not compile)
 *   texts.ts      export const inboxTexts = defineTexts('inbox', pt, { en: () => import('./texts.en.ts'), es: () => import('./texts.es.ts') });
 *   component     const t = useTexts(inboxTexts);  t('claim')  t('waiting', { count: 3 })
 * Portuguese is always there; English and Spanish are fetched when chosen (one file each for the whole panel).
 */
export type Language = 'pt-BR' | 'en' | 'es';
export const languages: readonly Language[] = ['pt-BR', 'en', 'es'];
export const languageNames: Readonly<Record<Language, string>> = {
  'pt-BR': 'Português (Brasil)',
  en: 'English',
  es: 'Español',
};

/** The shape of the other languages: exactly the keys of the Portuguese. */
export type TextsLike<Pt> = { readonly [Key in keyof Pt]: string };

export type Words = Readonly<Record<string, string>>;
type Loader<Code extends string, Pt> = () => Promise<{ readonly [C in Code]: TextsLike<Pt> }>;

export interface Texts<Pt extends Words = Words> {
  readonly feature: string;
  readonly pt: Pt;
  load(language: 'en' | 'es'): Promise<Words>;
}

/** `waiting_one` and `waiting_other` are asked for as `waiting`, with a count. */
type Named<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
export type KeyOf<Pt> = Named<Extract<keyof Pt, string>>;

type Holes<Text> = Text extends `${string}{{${infer Hole}}}${infer Rest}` ? Hole | Holes<Rest> : never;
type TextOf<Pt, Key extends string> = Key extends keyof Pt
  ? Pt[Key]
  : `${Key}_other` extends keyof Pt
    ? Pt[`${Key}_other`] | '{{count}}'
    : never;
type ValuesFor<Pt, Key extends string> = { readonly [Hole in Holes<TextOf<Pt, Key>>]: string | number };

/** The text of a key; what stands in {{braces}} must be given. */
export type Say<Pt> = <Key extends KeyOf<Pt>>(
  key: Key,
  ...values: [Holes<TextOf<Pt, Key>>] extends [never] ? [] : [ValuesFor<Pt, Key>]
) => string;

export const known = new Map<string, Texts>();

export function defineTexts<const Pt extends Words>(
  feature: string,
  pt: Pt,
  others: { readonly en: Loader<'en', Pt>; readonly es: Loader<'es', Pt> },
): Texts<Pt> {
  const texts: Texts<Pt> = {
    feature,
    pt,
    load: async (language) => (language === 'en' ? (await others.en()).en : (await others.es()).es),
  };
  known.set(feature, texts);
  return texts;
}
