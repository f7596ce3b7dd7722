const polite =
  /^(?:oi|ola|opa|e ai|ei|alo|hey|hello|bom dia|boa tarde|boa noite|bom|tudo (?:bem|bom|joia|certo)|como (?:vai|voce esta|esta)|por favor|por gentileza|moco|moca|amigo|amiga|querida|querido|pessoal|gente|senhor|senhora|meu bem|com licenca|desculpa|desculpe|emojiriso|emojiaceno|emoji|!|\?|e|mano|cara|po|entao|olha|prezados|caros|pessoa|dia|tarde|noite)(?= |$) ?/;

/** What is left when the greeting before it is taken off; the whole when nothing, or next to nothing, is left. */
export function coreOf(normal: string): string {
  let rest = normal;
  for (let found = polite.exec(rest); found !== null; found = polite.exec(rest)) rest = rest.slice(found[0].length);
  const words = rest.split(' ').filter((word) => word !== '?' && word !== '!' && !word.startsWith('emoji'));
  return words.join('').length >= 4 ? rest : normal;
}
