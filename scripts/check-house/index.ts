import { checkArrows } from './check-arrows.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDoors } from './check-doors.ts';
import { checkLanguage } from './check-language.ts';
import { checkSizes } from './check-sizes.ts';
import { checkStatements } from './check-statements.ts';
import { checkTruths } from './check-truths.ts';
import type { Finding, House } from './house.ts';

export { drawMap } from './draw-map.ts';
export type { Finding, House } from './house.ts';
export { readHouse } from './read-house.ts';

/** Every rule of the house, over what was read. */
export function checkHouse(house: House): Finding[] {
  return [checkArrows, checkDoors, checkCycles, checkTruths, checkLanguage, checkSizes, checkStatements]
    .flatMap((check) => check(house))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}
