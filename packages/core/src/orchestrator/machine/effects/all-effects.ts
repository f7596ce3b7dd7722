import { errandEffects } from './errand.ts';
import { flowEffects } from './flow.ts';
import { people } from './people.ts';
import { talk } from './talk.ts';

/** Everything that a row of the table can do, by its name. */
export const effects = { ...talk, ...flowEffects, ...people, ...errandEffects };

export type EffectName = keyof typeof effects;
