/** Endings in the order they are tried, each with how many letters must be left and what stands in its place. */
type Rule = readonly [ending: string, left: number, instead?: string];

const rules = (text: string): Rule[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [ending = '', left = '3', instead] = word.split(':');
      return instead === undefined ? [ending, Number(left)] : [ending, Number(left), instead];
    });

const plural = rules('ns:1:m oes:3:ao aes:1:ao ais:2:al eis:2:el ois:2:ol les:3:l res:3:r zes:2:z s:2');
const adverb = rules('amente:3 emente:3 mente:4');
const smaller = rules('issimo:3 issima:3 zinho:2 zinha:2 inho:3 inha:3 zao:3 ao:9');
const noun = rules(
  `abilidade:4:avel amento:3 imento:3 mento:4 adores:3 adora:3 ador:3 edor:3 idor:4 atoria:4 aria:4 eria:4 eiro:3 eira:3
   encia:3 ancia:3 antes:3 ante:3 acoes:3 acao:3 icao:3 ucao:3:u cao:4 sao:4 idade:3 avel:3 ivel:3 agem:3 ismo:3 ista:3
   ivo:4 iva:4 oso:3 osa:3 ico:4 ica:4 ario:3 aria:3 dade:4 eza:4 ez:4 ura:4`,
);
const verb = rules(
  `ariamos:2 assemos:2 eriamos:2 essemos:3 iriamos:3 issemos:3 aremos:2 eremos:3 iremos:3 avamos:2 ariam:2 assem:2 eriam:3
   essem:3 iriam:3 issem:3 ando:3 endo:3 indo:3 aram:2 eram:3 iram:3 arao:2 erao:3 irao:3 avam:2 amos:2 emos:3 imos:3 arei:2
   erei:3 irei:3 aria:3 eria:3 iria:3 asse:2 esse:3 isse:3 aste:2 este:4 iste:3 adas:2 idas:3 ados:2 idos:3 ada:2 ida:3 ado:2
   ido:3 ara:2 era:3 ira:3 ava:2 iam:3 ar:2 er:3 ir:3 ou:3 ei:3 am:3 em:3 ia:3 iu:3 eu:3`,
);
const last = rules('a:3 e:3 o:3 i:3');

/** Words whose ending is none, or whose forms go too far apart. */
const asTheyAre: Readonly<Record<string, string>> = {
  pao: 'pao', paes: 'pao', paozinho: 'pao', paozinhos: 'pao',
  mes: 'mes', meses: 'mes', pais: 'pais', gas: 'gas', onibus: 'onibus', lapis: 'lapis', tres: 'tres', pix: 'pix', gratis: 'gratis',
  mae: 'mae', maes: 'mae', email: 'email', emails: 'email', site: 'site', sites: 'site', hora: 'hor', horas: 'hor', horario: 'hor', horarios: 'hor',
  dia: 'dia', dias: 'dia', via: 'via', vias: 'via', loja: 'loj', lojas: 'loj', lojinha: 'loj', frete: 'fret', fretes: 'fret',
  abre: 'abr', abrem: 'abr', abrir: 'abr', aberto: 'abr', aberta: 'abr', abertos: 'abr', abertas: 'abr', abrira: 'abr', abriu: 'abr',
  fecha: 'fech', fecham: 'fech', fechar: 'fech', fechado: 'fech', fechada: 'fech', fechados: 'fech',
  paga: 'pag', pago: 'pag', pagar: 'pag', pagamento: 'pag', pagamentos: 'pag', pagando: 'pag', pagou: 'pag', paguei: 'pag', pagos: 'pag',
  troca: 'troc', trocas: 'troc', trocar: 'troc', troco: 'troco', troquei: 'troc', trocado: 'troc', trocando: 'troc',
  entrega: 'entreg', entregas: 'entreg', entregar: 'entreg', entregam: 'entreg', entregue: 'entreg', entregues: 'entreg', entregou: 'entreg',
  entregador: 'entreg', entregadores: 'entreg', cor: 'cor', cores: 'cor', flor: 'flor', flores: 'flor', valor: 'valor', valores: 'valor',
  devolucao: 'devolv',
  devolucoes: 'devolv',
  senha: 'senh', garantia: 'garant', garantias: 'garant', cancelamento: 'cancel', cancelar: 'cancel', cancela: 'cancel',
}; // biome-ignore format: a table reads better in rows

function strip(word: string, step: readonly Rule[]): string | undefined {
  for (const [ending, left, instead = ''] of step)
    if (word.endsWith(ending) && word.length - ending.length >= left) return word.slice(0, -ending.length) + instead;
  return undefined;
}

const seen = new Map<string, string>();
const REMEMBERED = 50_000;

/** What the forms of a Portuguese word have in common, by the way of Orengo and Huyck ("RSLP"), for folded words. Numbers stay. */
export function stem(word: string): string {
  const known = seen.get(word);
  if (known !== undefined) return known;
  if (seen.size >= REMEMBERED) seen.clear();
  const found = strippedOf(word);
  seen.set(word, found);
  return found;
}

function strippedOf(word: string): string {
  const known = Object.hasOwn(asTheyAre, word) ? asTheyAre[word] : undefined;
  if (known !== undefined) return known;
  if (word.length < 4 || /\P{L}/u.test(word)) return word.length === 3 && word.endsWith('s') ? word.slice(0, 2) : word;
  let left = strip(word, plural) ?? word;
  left = strip(left, adverb) ?? left;
  left = strip(left, smaller) ?? left;
  const shorter = strip(left, noun) ?? strip(left, verb);
  return strip(shorter ?? left, last) ?? shorter ?? left;
}
