import { normalise } from '@balcao/ai/local';
import type { BotSettings, SensitiveSubject } from '@balcao/contract';
import { subjectSigns } from './subject-signs.ts';

/** The subject that asks for a person, when the words touch one that the company hands over; `words`: one of its own. */
export function findSensitive(text: string, handoff: BotSettings['handoff']): SensitiveSubject | 'words' | null {
  const said = ` ${normalise(text)} `;
  for (const word of handoff.words) if (said.includes(` ${normalise(word)} `)) return 'words';
  return handoff.subjects.find((subject) => subjectSigns[subject].test(said)) ?? null;
}
