import { normalise } from '../text/normalise.ts';

export interface Mood {
  /** 0 calm, 1 furious. From about 0.6 on a person should see it. */
  readonly anger: number;
  readonly wantsHuman: boolean;
}

const insults =
  /\b(?:merda|bosta|porra|caralho|cacete|inferno|desgraca|lixo|ladr(?:ao|oes|a)|pilantras?|golpistas?|vagabund[oa]s?|idiotas?|imbecil|imbecis|incompetentes?|palhacos?|palhacada|puta|pqp|vtnc|vsf|fdp|tomar no cu|foda se|foder|porcaria|bando de|safad[oa]s?|canalhas?|otari[oa]s?|trouxa)\b/g;
const threats =
  /\b(?:procon|reclame aqui|processar|processo|advogad[oa]|justica|policia|denunciar|denuncia|juizado|pequenas causas|consumidor gov|boletim de ocorrencia)\b/g;
const outrage =
  /\b(?:absurdo|vergonha|ridicul[oa]|descaso|desrespeito|falta de respeito|inadmissivel|inaceitavel|revoltad[oa]|indignad[oa]|pessim[oa]|horrivel|nunca mais|cansad[oa] de|cansei|palhacada|sacanagem|enrolando|enrolacao|enganad[oa]|engana|mentira|mentiros[oa]s?|odeio|to com raiva|raiva|fart[oa] de|terceira vez|quarta vez|quinta vez|milesima vez|ate quando|ninguem resolve|nao resolvem?|brincadeira|nao aguento mais|decepcionad[oa]|decepcao|estresse|irritad[oa]|puto|put[oa] da vida)\b/g;
const humans =
  /\b(?:atendentes?|humano|pessoa (?:de verdade|real|fisica|humana)|gente de verdade|alguem (?:de verdade|real|ai|do|da|que)|ser humano|operador[a]?|falar com (?:uma? )?(?:alguem|pessoa|gente|atendente|gerente|supervisor|vendedor|responsavel|dono|consultor|humano|setor)|(?:nao (?:quero|vou|gosto de) (?:falar|conversar) com|odeio|chega de) (?:robo|maquina|bot|chatbot)|me (?:transfere|passa) (?:para|pro|a)|chama (?:o|a|um|uma|alguem))\b/;

const times = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** How somebody feels, by their words, their capitals and their exclamation marks. */
export function readMood(text: string): Mood {
  const normal = normalise(text);
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  const shouts = letters.length >= 12 && capitals.length / letters.length > 0.7 ? 0.25 : 0;
  const marks = /!{3,}|[?!]{4,}/.test(text) ? 0.15 : 0;
  const words = 0.55 * times(insults, normal) + 0.4 * times(threats, normal) + 0.4 * times(outrage, normal);
  const faces = 0.5 * times(/\bemojiraiva\b/g, normal);
  const anger = Math.min(1, words + faces + (words + faces > 0 ? shouts + marks : (shouts + marks) / 2));
  return { anger, wantsHuman: humans.test(normal) };
}
