import { writeFileSync } from 'node:fs';
import { drawStates } from './draw-states.ts';

writeFileSync(new URL('../../../../../docs/states.md', import.meta.url), drawStates());
