import { cleanUnseen } from './clean-unseen.ts';

export type FencedKind =
  | 'pergunta'
  | 'cliente'
  | 'histórico'
  | 'fonte'
  | 'citação'
  | 'legenda'
  | 'documento'
  | 'transcrição'
  | 'ferramenta'
  | 'nome';

/** What others wrote, set apart from what the model is told. Its mark is made anew for each request, so nobody can write its end. */
export interface Fence {
  readonly mark: string;
  wrap(kind: FencedKind, text: string, title?: string): string;
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

export function createFence(random: () => number): Fence {
  let mark = '';
  for (let i = 0; i < 12; i++) mark += letters.charAt(Math.floor(random() * letters.length));
  const lookalike = new RegExp(`<{2,}\\s*/?\\s*(?:dados|fim)|${mark}`, 'gi');
  // What looks like a fence loses its brackets: it stays readable and ends nothing.
  const plain = (text: string) =>
    cleanUnseen(text).replace(lookalike, (match) => (match.startsWith('<') ? match.replace(/</g, '‹') : '…'));
  return {
    mark,
    wrap(kind, text, title) {
      const named =
        title === undefined
          ? ''
          : ` "${plain(title)
              .replace(/["\r\n]+/g, ' ')
              .slice(0, 120)}"`;
      return `<<DADOS ${mark} ${kind}${named}>>\n${plain(text)}\n<<FIM ${mark}>>`;
    },
  };
}
