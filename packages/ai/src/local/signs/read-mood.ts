import { normalise } from '../text/normalise.ts';

export interface Mood {
  /** 0 calm, 1 furious. From about 0.6 on a person should see it. */
  readonly anger: number;
  readonly wantsHuman: boolean;
}

const insults =
  /\b(?:merda|bosta|porra|caralho|cacete|inferno|desgraca|(?:um|e|que|empresa|servico|atendimento) lixo|lixo d[eo]|ladr(?:ao|oes|a)|pilantras?|golpistas?|vagabund[oa]s?|idiotas?|imbecil|imbecis|incompetentes?|palhacos?|palhacada|puta|pqp|vtnc|vsf|fdp|tomar no cu|foda se|foder|porcaria|bando de|safad[oa]s?|canalhas?|otari[oa]s?|trouxa)\b/g;
const threats =
  /\b(?:procon|reclame aqui|processar|processo|advogad[oa]|justica|policia|denunciar|denuncia|juizado|pequenas causas|consumidor gov|boletim de ocorrencia)\b/g;
const outrage =
  /\b(?:absurdo|vergonha|ridicul[oa]|descaso|desrespeito|falta de respeito|inadmissivel|inaceitavel|revoltad[oa]|indignad[oa]|pessim[oa]|horrivel|nunca mais|cansad[oa] de|cansei|palhacada|sacanagem|enrolando|enrolacao|enganad[oa]|engana|mentira|mentiros[oa]s?|odeio|to com raiva|raiva|fart[oa] de|terceira vez|quarta vez|quinta vez|milesima vez|ate quando|ninguem resolve|nao resolvem?|brincadeira|nao aguento mais|decepcionad[oa]|decepcao|pior (?:empresa|loja|atendimento|servico|experiencia)|nota zero|mal educad[oa]|mal atendid[oa]|grosseir[oa]|sem vergonha|to puto|que odio|estresse|irritad[oa]|puto|put[oa] da vida)\b/g;
const people =
  '(?:atendentes?|humano|humana|ser humano|pessoa|gente|alguem|operadora?|gerente|supervisora?|vendedora?|consultora?|responsavel|dono|dona|financeiro|suporte|comercial|secretaria|recepcao|setor|atendimento humano)';
const named =
  '(?:atendente|humano|humana|ser humano|operadora?|gerente|supervisora?|consultora?|responsavel|(?:pessoa|gente|alguem) (?:de verdade|real|humana))';

/** Asks for one, asks to be brought to one, says nothing else, or wants no machine. */
const humans = [
  new RegExp(
    `\\b(?:falar|falo|conversar|transf(?:ere|ira|erir|ira)|passa|passe|passar|cham(?:a|e|ar)|atendid[oa]|coloca)(?: \\S+){0,3} ${people}\\b`,
  ),
  new RegExp(
    `\\b(?:quero|queria|preciso de|prefiro|gostaria de|cade|tem|outr[oa])(?: (?:o|a|um|uma|algum|alguma))? ${named}\\b`,
  ),
  new RegExp(
    `^(?:um |uma |o |a )?${named}(?: agora| por favor| por gentileza)?(?: [?!])?$|^pessoa$|\\batendimento (?:humano|pessoal|com (?:uma )?pessoa)\\b`,
  ),
  /\b(?:nao (?:quero|vou|gosto de|consigo)(?: falar| conversar)?(?: com)?|odeio|chega de|sem|detesto)(?: esse| este| um| o)? (?:robo\w*|maquina|bot|chatbot)\b/,
  /\b(?:alguem|ninguem)(?: \S+){0,2} (?:me atende|me atender|me ligue|me liga|me ligar|falar comigo)\b|\b(?:me liga|me ligue|podem me ligar)\b/,
];

const times = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** How somebody feels, by their words, their capitals and their exclamation marks. */
export function readMood(text: string): Mood {
  const normal = normalise(text);
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  const shouts = letters.length >= 12 && capitals.length / letters.length > 0.7 ? 0.25 : 0;
  const marks = /!{3,}|[?!]{4,}/.test(text) ? 0.15 : 0;
  const words = 0.6 * times(insults, normal) + 0.45 * times(threats, normal) + 0.5 * times(outrage, normal);
  const faces = 0.5 * times(/\bemojiraiva\b/g, normal);
  const anger = Math.min(1, words + faces + (words + faces > 0 ? shouts + marks : (shouts + marks) / 2));
  return { anger, wantsHuman: humans.some((pattern) => pattern.test(normal)) };
}
