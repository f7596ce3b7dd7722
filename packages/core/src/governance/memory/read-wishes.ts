import { detectAttack } from '@balcao/ai/local';

export interface Wish {
  readonly kind: 'preference';
  readonly key: string;
  readonly text: string;
}

const name =
  /(?:^|[\s,.!?])(?:pode )?(?:me (?:chama|chame|chamem)|prefiro (?:ser|que me) cham\w+|meu apelido é)(?: só| apenas)?(?: de| por)? ([\p{Lu}\p{Ll}][\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?)(?=[\s,.!?]|$)/iu;
const others: readonly (readonly [string, RegExp])[] = [
  [
    'contact',
    /(?:^|[\s,.!?])((?:prefiro|só quero|quero) (?:que )?(?:fal\w+|ser (?:avisad|atendid|contatad)[oa]|receber (?:avisos?|contato|mensage\w+|notícias)|contato|me (?:avis|mand|lig)\w+) [^.!?\n]{3,120})/iu,
  ],
  [
    'calls',
    /(?:^|[\s,.!?])((?:não me lig\w+|por favor não lig\w+|não gosto (?:de ligação|que me liguem)|não atendo (?:ligação|telefone))[^.!?\n]{0,80})/iu,
  ],
  [
    'hours',
    /(?:^|[\s,.!?])((?:só posso|só consigo|prefiro|melhor) (?:falar|atender|receber|responder|de manhã|à tarde|à noite|depois das|antes das)[^.!?\n]{0,80})/iu,
  ],
  ['said', /(?:^|[\s,.!?])(?:lembra|lembre|anota|anote|guarda|guarde) (?:aí )?(?:disso: |que )([^.!?\n]{4,160})/iu],
];

/** What a person says outright that they want remembered: how to call them, how and when to reach them. Nothing is guessed. */
export function readWishes(text: string): Wish[] {
  if (text.length > 1_000 || detectAttack(text).attack) return [];
  const called = name.exec(text)?.[1];
  const wishes: Wish[] =
    called === undefined ? [] : [{ kind: 'preference', key: 'name', text: `quer ser chamado de ${called}` }];
  for (const [key, pattern] of others) {
    const said = pattern.exec(text)?.[1]?.trim();
    if (said !== undefined) wishes.push({ kind: 'preference', key, text: `disse: "${said}"` });
  }
  return wishes;
}
