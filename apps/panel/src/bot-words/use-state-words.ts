import { useTexts } from '../text/index.ts';
import { pt } from './texts/texts.pt.ts';
import { botWords } from './texts/texts.ts';

type State = keyof typeof pt & `state_${string}`;
type Reason = keyof typeof pt & `reason_${string}`;

/** Of what comes as any text: in words where we have some, as it is where we do not. */
export function useStateWords(): { stateWords: (state: string) => string; reasonWords: (reason: string) => string } {
  const t = useTexts(botWords);
  return {
    stateWords: (state) => (Object.hasOwn(pt, `state_${state}`) ? t(`state_${state}` as State) : state), // just looked
    reasonWords: (reason) => (Object.hasOwn(pt, `reason_${reason}`) ? t(`reason_${reason}` as Reason) : reason), // the same
  };
}
