import { normalise } from '@balcao/ai/local';

const about =
  '(?:sobre mim|de mim|a meu respeito|minhas? (?:memorias?|informacoes|preferencias)|(?:os )?meus dados|(?:meu )?historico|nossas? conversas?)';
const erase = new RegExp(
  ` (?:(?:apag\\w*|exclu\\w*|delet\\w*|remov\\w*|esquec\\w*|limp\\w*|elimin\\w*)(?: \\w+){0,6} ${about}|(?:me )?esquec(?:e|a|am) (?:de mim|tudo)|esquec(?:e|a) (?:tudo )?(?:o )?que (?:eu )?(?:te )?(?:disse|contei|falei)|(?:forget|erase|delete)(?: \\w+){0,5} (?:about me|my data|my information|my history)|(?:borr\\w*|olvid\\w*|elimin\\w*)(?: \\w+){0,5} (?:sobre mi|mis datos|mi informacion)) `,
);
const show = new RegExp(
  ` (?:(?:o )?que (?:e que )?(?:voces?|vc|vcs|tu) (?:\\w+ ){0,2}(?:sab\\w*|lembr\\w*|guard\\w*|tem|tens|ter|registr\\w*|armazen\\w*)(?: \\w+){0,4} ${about}|(?:quais|que) (?:dados|informacoes)(?: \\w+){0,6} ${about}|(?:ver|mostr\\w*|acess\\w*|consult\\w*)(?: \\w+){0,5} (?:o que (?:voces?|vc|vcs) (?:sab\\w*|guard\\w*|lembr\\w*)|(?:dados|informacoes) (?:sobre|de) mim|(?:os )?meus dados (?:guardados|salvos|pessoais))|what (?:do )?you (?:know|remember|keep)(?: \\w+){0,3} about me|que (?:sabe\\w*|recuerda\\w*|guarda\\w*)(?: \\w+){0,3} (?:de|sobre) mi) `,
);

/** Whether somebody asks to see, or to have erased, what is remembered of them. "Apaga" goes before "mostra". */
export function readMemoryWish(text: string): 'show' | 'erase' | null {
  const said = ` ${normalise(text).replace(/[?!]/g, ' ').replace(/\s+/g, ' ')} `;
  if (erase.test(said)) return 'erase';
  return show.test(said) ? 'show' : null;
}
