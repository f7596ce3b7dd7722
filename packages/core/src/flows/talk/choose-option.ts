import { plain } from '../expressions/plain.ts';
import type { FlowInput, OfferedMenu } from './session.ts';

export const optionId = (option: { id?: string | undefined }, index: number): string =>
  option.id ?? `option-${index + 1}`;

/** A tap, the number of the option, its label, or one of its words, without minding accents and case. */
export function chooseOption(menu: OfferedMenu, input: FlowInput): string | undefined {
  const said = plain(input.text);
  const number = /^(?:opcao |numero |a |o )?(\d{1,2})$/.exec(said)?.[1];
  const found = menu.options.find((option, n) => {
    if (input.choice !== undefined && input.choice === optionId(option, n)) return true;
    return (
      (number !== undefined && Number(number) === n + 1) ||
      said === plain(option.label) ||
      (option.words ?? []).some((word) => plain(word) === said)
    );
  });
  return found?.goto;
}
