import type { OutboundContent } from '@balcao/channels/port';
import { optionId } from './advance.ts';
import type { MenuStep } from './flow.ts';

const BUTTONS = { most: 3, title: 20 } as const;
const ROW_TITLE = 24;

/** A menu as the customer taps it: up to three short options are buttons, else a list. */
export function menuContent(menu: MenuStep['menu']): OutboundContent {
  const options = menu.options.map((option, n) => ({ id: optionId(option, n), label: option.label }));
  if (options.length <= BUTTONS.most && options.every((option) => option.label.length <= BUTTONS.title))
    return { kind: 'buttons', text: menu.text, buttons: options.map(({ id, label }) => ({ id, title: label })) };
  return {
    kind: 'list',
    text: menu.text,
    button: menu.button ?? 'Ver opções',
    sections: [
      {
        rows: options.map(({ id, label }) =>
          label.length <= ROW_TITLE
            ? { id, title: label }
            : { id, title: `${label.slice(0, ROW_TITLE - 1)}…`, description: label },
        ),
      },
    ],
  };
}
