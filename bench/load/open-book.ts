import { type Quantiles, quantiles } from './quantiles.ts';

/** One inbound message: what was asked, by whom, and what came of it. Its place in the book is its nonce. */
export interface Question {
  readonly sender: string;
  readonly wamid: string;
  /** When it was due, not when it could be posted: a generator that falls behind must not flatter the program. */
  askedAt: number;
  /** First 200. */
  ackedAt: number;
  /** Replies that the double accepted; one is right. */
  readonly copies: Copy[];
}

export interface Copy {
  readonly id: string;
  readonly to: string;
  readonly tag: string | undefined;
  readonly at: number;
}

export interface BookTotals {
  asked: number;
  acked: number;
  answered: number;
  /** Acknowledged and never answered. */
  lost: number;
  /** Copies beyond the first. */
  doubled: number;
  /** Answered before an earlier question of the same sender. */
  disordered: number;
  /** Replies that went to somebody who had not asked. */
  misdirected: number;
  /** Replies that match no question. */
  strange: number;
}

export interface Book {
  readonly run: string;
  readonly questions: readonly Question[];
  ask(sender: string): { nonce: number; wamid: string; text: string };
  asked(nonce: number, at: number): void;
  acked(nonce: number, at: number): void;
  /** The nonce, when the reply answers a question for the first time. */
  replied(reply: Copy & { readonly text: string }): number | undefined;
  totals(from?: number): BookTotals;
  ackTimes(from?: number): Quantiles;
  replyTimes(from?: number): Quantiles;
}

const phrases = [
  'Olá! Boa tarde, tudo bem? Comprei uma geladeira com vocês na semana passada e até agora não recebi a confirmação da entrega. Poderiam verificar, por favor?',
  'Oi, bom dia! Gostaria de saber se vocês têm horário disponível amanhã à tarde para a manutenção do ar-condicionado, e quanto fica a visita técnica.',
  'Estou tentando emitir a segunda via do boleto pelo site e aparece “serviço indisponível”. Vocês conseguem me mandar por aqui? O vencimento é hoje e não quero pagar juros.',
  'Segue o comprovante do Pix que fiz agora há pouco, no valor de R$ 189,90 🙂 Fico no aguardo da confirmação do pedido. Obrigado pela atenção de sempre!',
];

/** The double matches a reply to its question by the nonce that the echo flow sends back. */
export function openBook(run: string): Book {
  const questions: Question[] = [];
  const pattern = new RegExp(`\\[${run}-(\\d+)\\]`);
  const latest = new Map<string, number>();
  let disordered = 0;
  let misdirected = 0;
  let strange = 0;

  return {
    run,
    questions,
    ask(sender) {
      const nonce = questions.length;
      const wamid = `wamid.HBgN${Buffer.from(`${run}:${sender}:${nonce}`.padEnd(36, '.')).toString('base64url')}`;
      questions.push({ sender, wamid, askedAt: Number.NaN, ackedAt: Number.NaN, copies: [] });
      return { nonce, wamid, text: `${phrases[nonce % phrases.length]} [${run}-${nonce}]` };
    },
    asked(nonce, at) {
      const question = questions[nonce];
      if (question !== undefined) question.askedAt = at;
    },
    acked(nonce, at) {
      const question = questions[nonce];
      if (question !== undefined && Number.isNaN(question.ackedAt)) question.ackedAt = at;
    },
    replied({ text, ...copy }) {
      const nonce = Number(pattern.exec(text)?.[1] ?? Number.NaN);
      const question = questions[nonce];
      if (question === undefined) {
        strange++;
        return undefined;
      }
      if (question.sender !== copy.to) misdirected++;
      question.copies.push(copy);
      if (question.copies.length > 1) return undefined;
      if ((latest.get(question.sender) ?? -1) > nonce) disordered++;
      else latest.set(question.sender, nonce);
      return nonce;
    },
    totals(from = 0) {
      const totals = { asked: 0, acked: 0, answered: 0, lost: 0, doubled: 0, disordered, misdirected, strange };
      for (const question of questions.slice(from)) {
        if (!Number.isNaN(question.askedAt)) totals.asked++;
        if (!Number.isNaN(question.ackedAt)) totals.acked++;
        if (question.copies.length > 0) totals.answered++;
        else if (!Number.isNaN(question.ackedAt)) totals.lost++;
        totals.doubled += Math.max(0, question.copies.length - 1);
      }
      return totals;
    },
    ackTimes: (from = 0) =>
      quantiles(
        questions
          .slice(from)
          .map((q) => q.ackedAt - q.askedAt)
          .filter((ms) => !Number.isNaN(ms)),
      ),
    replyTimes: (from = 0) =>
      quantiles(
        questions
          .slice(from)
          .map((q) => (q.copies[0]?.at ?? Number.NaN) - q.askedAt)
          .filter((ms) => !Number.isNaN(ms)),
      ),
  };
}
