import { normalise } from '../text/normalise.ts';

/** Whether somebody has said what they wanted to say, or is in the middle of it. */
export type Finished = 'whole' | 'half' | 'unsure';

/** Words after which a sentence goes on. */
const goesOn = new Set(
  (
    'e ou mas que se de do da dos das em no na nos nas com sem para por pelo pela porque pois ate entre sobre como quando onde quem qual quanto ' +
    'o a os as um uma uns umas meu minha meus minhas seu sua seus suas nosso nossa este esta esse essa aquele aquela ' +
    'quero queria preciso gostaria tenho tem sou estou estava foi vou vai pode posso poderia muito tipo entao porem assim tambem nem so mais menos to ' +
    'ao aos num numa dum duma isso pq and or the of to'
  ).split(' '),
);
const opens = new Set([
  'oi',
  'ola',
  'opa',
  'bom dia',
  'boa tarde',
  'boa noite',
  'entao',
  'olha',
  'seguinte',
  'e o seguinte',
  'deixa eu ver',
  'pera',
  'espera',
  'calma',
]);
const closes =
  /(?:obrigad[oa]|valeu|por favor|por gentileza|tchau|ate mais|sim|nao|ok|beleza|isso|isso mesmo|aguardo|certo|combinado|emojisim|emojinao|emojimaos|umcpf|umcnpj|umcep|umemail|umfone)$/;

export function finished(text: string): Finished {
  const raw = text.trim();
  if (raw === '') return 'unsure';
  if (/(?:\.{3}|…|[,:;(\-–—])$/u.test(raw)) return 'half';
  if (/[.?!]["')]?$/u.test(raw)) return 'whole';
  const normal = normalise(raw);
  if (opens.has(normal)) return 'half';
  if (closes.test(normal)) return 'whole';
  const words = normal.split(' ');
  const last = words.at(-1) ?? '';
  if (goesOn.has(last) && words.length > 1) return 'half';
  return words.length >= 5 ? 'whole' : 'unsure';
}
