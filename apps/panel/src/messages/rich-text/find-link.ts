export interface FoundLink {
  readonly text: string;
  readonly href: string;
}

const address = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/iy;
// A bare domain counts only with an ending that people in a shop write; "fim.Depois" is a missing space.
const domain =
  /(?:[a-z0-9-]{1,63}\.){1,6}(?:com\.br|net\.br|org\.br|gov\.br|com|br|net|org|io|app|me|store|shop|link|site|online)(?![\w@.-])(?:\/[^\s<>"]{0,2000})?/iy;
const mail = /[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w@])/iy;

/** The link that begins at this place of the text, without the punctuation that ends the sentence. */
export function findLink(text: string, at: number): FoundLink | undefined {
  const before = text[at - 1];
  if (before !== undefined && /[\w@./-]/.test(before)) return undefined;
  const email = match(mail, text, at);
  if (email !== undefined) return { text: email, href: `mailto:${email}` };
  const found = match(address, text, at) ?? match(domain, text, at);
  if (found === undefined) return undefined;
  const shown = withoutEnd(found);
  const href = /^https?:/i.test(shown) ? shown : `https://${shown}`;
  return URL.canParse(href) && new URL(href).hostname.includes('.') ? { text: shown, href } : undefined;
}

function match(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at; // sticky: it looks at this place and nowhere else
  return expression.exec(text)?.[0];
}

/** "(veja https://x.com/a)." ends at the "a"; "https://x.com/a_(b)" keeps its bracket. */
function withoutEnd(link: string): string {
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link[end - 1] as string; // end is within the text
    if (/[.,;:!?'*_~`\]}]/.test(last)) continue;
    if (last !== ')' || link.slice(0, end).split('(').length >= link.slice(0, end).split(')').length) break;
  }
  return link.slice(0, end);
}
