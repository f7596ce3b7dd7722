import type { OutboundContent } from '@balcao/channels/port';
import { optionId } from './talk/choose-option.ts';
import type { OfferedMenu } from './talk/session.ts';
import { wordsIn } from './words.ts';

/** What WhatsApp shows at most. */
export const whatsapp = { buttons: 3, buttonTitle: 20, rows: 10, rowTitle: 24, rowDescription: 72 } as const;

/** A menu as the customer sees it: as the flow says, else up to three short options as buttons, up to ten as a list, more as numbers. */
export function menuContent(menu: OfferedMenu, language?: string): OutboundContent {
  const as = menu.as ?? fitting(menu);
  if (as === 'numbers' || (as === 'list' && menu.options.length > whatsapp.rows)) return numbered(menu, language);
  if (as === 'buttons' && fitsButtons(menu, Number.POSITIVE_INFINITY)) return buttons(menu);
  return menu.options.length > whatsapp.rows ? numbered(menu, language) : list(menu, language);
}

function fitting(menu: OfferedMenu): 'buttons' | 'list' | 'numbers' {
  if (fitsButtons(menu, whatsapp.buttonTitle)) return 'buttons';
  return menu.options.length <= whatsapp.rows ? 'list' : 'numbers';
}

const fitsButtons = ({ options }: OfferedMenu, title: number): boolean =>
  options.length <= whatsapp.buttons &&
  options.every((option) => option.label.length <= title && (option.description === undefined || title > 100));

const buttons = (menu: OfferedMenu): OutboundContent => ({
  kind: 'buttons',
  text: menu.text,
  buttons: menu.options.map((option, n) => ({
    id: optionId(option, n),
    title: cut(option.label, whatsapp.buttonTitle),
  })),
});

function list(menu: OfferedMenu, language: string | undefined): OutboundContent {
  const rows = menu.options.map((option, n) => {
    const { label } = option;
    const description = option.description ?? (label.length > whatsapp.rowTitle ? label : undefined);
    const row = { id: optionId(option, n), title: cut(label, whatsapp.rowTitle) };
    return description === undefined ? row : { ...row, description };
  });
  const button = menu.button ?? wordsIn(language).seeOptions;
  return { kind: 'list', text: menu.text, button, sections: [{ rows }] };
}

/** For channels without buttons, and for more than a list holds. */
function numbered(menu: OfferedMenu, language: string | undefined): OutboundContent {
  const lines = menu.options.map(
    ({ label, description }, n) => `*${n + 1}.* ${label}${description === undefined ? '' : ` – ${description}`}`,
  );
  return { kind: 'text', text: `${menu.text}\n\n${lines.join('\n')}\n\n${wordsIn(language).byNumber}`.slice(0, 4096) };
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
