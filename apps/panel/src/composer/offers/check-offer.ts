import type { OutboundContent } from '../outgoing/outgoing-draft.ts';

/** WhatsApp's limits, in UTF-16 units as its own editor counts. */
export const offerLimits = {
  text: 1_024,
  listText: 4_096,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  sectionTitle: 24,
} as const;

export interface OfferRow {
  readonly key: string;
  readonly title: string;
  readonly description: string;
}

export interface OfferForm {
  readonly of: 'buttons' | 'list' | 'link';
  readonly header: string;
  readonly text: string;
  readonly footer: string;
  readonly buttons: readonly OfferRow[];
  /** The words that open the list, or that stand on the link. */
  readonly button: string;
  readonly rows: readonly OfferRow[];
  readonly url: string;
}

export type OfferProblem = 'text' | 'buttons' | 'twice' | 'button' | 'rows' | 'url';

const webAddress = (text: string): string | undefined => {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) && new URL(url).hostname.includes('.') ? url : undefined;
};

const said = (rows: readonly OfferRow[]): readonly OfferRow[] => rows.filter((row) => row.title.trim() !== '');
const isRepeated = (rows: readonly OfferRow[]): boolean => {
  const titles = rows.map((row) => row.title.trim().toLowerCase());
  return new Set(titles).size < titles.length;
};

/** What is still wrong, or the content to send. */
export function offerContent(
  form: OfferForm,
): { readonly problem: OfferProblem } | { readonly content: OutboundContent } {
  if (form.text.trim() === '') return { problem: 'text' };
  const words = {
    text: form.text.trim(),
    ...(form.header.trim() === '' ? {} : { header: { kind: 'text' as const, text: form.header.trim() } }),
    ...(form.footer.trim() === '' ? {} : { footer: form.footer.trim() }),
  };
  const rows = said(form.of === 'buttons' ? form.buttons : form.rows);
  if (form.of !== 'link' && rows.length === 0) return { problem: form.of === 'buttons' ? 'buttons' : 'rows' };
  if (form.of !== 'link' && isRepeated(rows)) return { problem: 'twice' };
  if (form.of === 'buttons') {
    const buttons = rows.map(({ title }, n) => ({ id: `b${n + 1}`, title: title.trim() }));
    return { content: { kind: 'buttons', ...words, buttons } };
  }
  if (form.button.trim() === '') return { problem: 'button' };
  if (form.of === 'link') {
    const url = webAddress(form.url.trim());
    return url === undefined
      ? { problem: 'url' }
      : { content: { kind: 'cta_url', ...words, button: form.button.trim(), url } };
  }
  const listed = rows.map(({ title, description }, n) => ({
    id: `r${n + 1}`,
    title: title.trim(),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
  }));
  return { content: { kind: 'list', ...words, button: form.button.trim(), sections: [{ rows: listed }] } };
}
