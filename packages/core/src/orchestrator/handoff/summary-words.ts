import type { HandoffReason, Language } from '@balcao/contract';

interface SummaryWords {
  wants(text: string, about: string | undefined): string;
  lastSaid(text: string): string;
  tried(attempts: readonly string[]): string;
  attempt(event: string, question: string): string;
  collected(values: readonly string[]): string;
  readonly sounds: Readonly<Record<'upset' | 'angry', string>>;
  readonly reasons: Readonly<Record<HandoffReason, string>>;
}

const attempts = (names: Readonly<Record<string, string>>, other: string) => (event: string, question: string) =>
  `${names[event] ?? other}${question === '' ? '' : ` (“${question}”)`}`;

/** The words of a handoff's summary. */
export const summaryWords: Readonly<Record<Language, SummaryWords>> = {
  'pt-BR': {
    wants: (text, about) => `Quer: “${text}”${about === undefined ? '' : ` · assunto: ${about}`}`,
    lastSaid: (text) => `Disse por último: “${text}”`,
    tried: (list) => `O bot: ${list.join('; ')}`,
    attempt: attempts(
      {
        answered: 'respondeu',
        unsure: 'não achou fonte para responder',
        refused: 'não podia responder',
        failed: 'teve um erro ao responder',
        too_late: 'não conseguiu a resposta a tempo',
        tool_done: 'fez o que foi pedido',
        tool_failed: 'não conseguiu fazer o que foi pedido',
        wordless: 'recebeu um arquivo sem texto',
      },
      'tentou ajudar',
    ),
    collected: (values) => `Informou: ${values.join('; ')}`,
    sounds: { upset: 'Parece incomodado.', angry: 'Está irritado.' },
    reasons: {
      request: 'Pediu para falar com uma pessoa.',
      low_confidence: 'O bot não tinha fonte para responder.',
      anger: 'Reclamou ou está irritado.',
      sensitive: 'É um assunto sensível.',
      failures: 'O bot não conseguiu ajudar.',
      rule: 'A regra deste assunto manda para uma pessoa.',
      loop: 'Parece ser outro robô escrevendo.',
      hops: 'Já foi e voltou entre o bot e a fila.',
      late: 'A mensagem chegou com muito atraso.',
      error: 'O bot teve um erro ao responder.',
    },
  },
  en: {
    wants: (text, about) => `Wants: “${text}”${about === undefined ? '' : ` · about: ${about}`}`,
    lastSaid: (text) => `Last said: “${text}”`,
    tried: (list) => `The bot: ${list.join('; ')}`,
    attempt: attempts(
      {
        answered: 'answered',
        unsure: 'found no source to answer from',
        refused: 'could not answer that',
        failed: 'failed to answer',
        too_late: 'got no answer in time',
        tool_done: 'did what was asked',
        tool_failed: 'could not do what was asked',
        wordless: 'got a file without words',
      },
      'tried to help',
    ),
    collected: (values) => `Told: ${values.join('; ')}`,
    sounds: { upset: 'Seems upset.', angry: 'Is angry.' },
    reasons: {
      request: 'Asked for a person.',
      low_confidence: 'The bot had no source to answer from.',
      anger: 'Complained, or is angry.',
      sensitive: 'It is a sensitive subject.',
      failures: 'The bot could not help.',
      rule: 'The rule for this subject is a person.',
      loop: 'The other side seems to be a bot.',
      hops: 'It went back and forth between bot and queue.',
      late: 'The message reached us very late.',
      error: 'The bot failed to answer.',
    },
  },
  es: {
    wants: (text, about) => `Quiere: “${text}”${about === undefined ? '' : ` · tema: ${about}`}`,
    lastSaid: (text) => `Dijo por último: “${text}”`,
    tried: (list) => `El bot: ${list.join('; ')}`,
    attempt: attempts(
      {
        answered: 'respondió',
        unsure: 'no encontró fuente para responder',
        refused: 'no podía responder',
        failed: 'tuvo un error al responder',
        too_late: 'no consiguió la respuesta a tiempo',
        tool_done: 'hizo lo pedido',
        tool_failed: 'no pudo hacer lo pedido',
        wordless: 'recibió un archivo sin texto',
      },
      'intentó ayudar',
    ),
    collected: (values) => `Informó: ${values.join('; ')}`,
    sounds: { upset: 'Parece molesto.', angry: 'Está enojado.' },
    reasons: {
      request: 'Pidió hablar con una persona.',
      low_confidence: 'El bot no tenía fuente para responder.',
      anger: 'Se quejó o está enojado.',
      sensitive: 'Es un tema sensible.',
      failures: 'El bot no pudo ayudar.',
      rule: 'La regla de este tema es una persona.',
      loop: 'Parece que escribe otro robot.',
      hops: 'Ya fue y volvió entre el bot y la fila.',
      late: 'El mensaje llegó con mucho atraso.',
      error: 'El bot tuvo un error al responder.',
    },
  },
};
