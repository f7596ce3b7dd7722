import { type HTMLElement, NodeType, type Node as PageNode, parse } from 'node-html-parser';

export interface Read {
  /** Undefined: it does not say. */
  readonly title: string | undefined;
  /** With Markdown's headings. */
  readonly text: string;
}

/** Not what the page says: programs, forms, what stands around it on every page, what nobody sees. */
const left = new Set(
  'script style noscript template svg canvas iframe object embed video audio form button select input textarea nav header footer aside dialog head link meta'.split(
    ' ',
  ),
);
const blocks = new Set(
  'p div section article main ul ol dl table blockquote figure figcaption address details summary pre hr tr'.split(' '),
);
const DEEPEST = 200;

const isElement = (node: PageNode): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

function isHidden(element: HTMLElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i.test(
    element.getAttribute('style') ?? '',
  );
}

/** What a page of HTML says to whoever looks at it. `whole`: a document, whose every part counts. */
export function readHtml(html: string, { whole = false }: { readonly whole?: boolean } = {}): Read {
  const root = parse(html, { comment: false, lowerCaseTagName: true, blockTextElements: { pre: true } });
  const title = [root.querySelector('title'), root.querySelector('h1')]
    .map((element) => element?.structuredText.replace(/\s+/g, ' ').trim())
    .find((text) => text !== undefined && text !== '');
  const body = root.querySelector('body') ?? root;
  const text = tidy(say(body, whole, 0));
  if (whole) return { title, text };
  for (const selector of ['main', '[role=main]', 'article']) {
    const inner = root.querySelectorAll(selector).map((element) => tidy(say(element, false, 0)));
    const longest = inner.toSorted((a, b) => b.length - a.length)[0] ?? '';
    // A page whose main part is marked, but empty, means something else by it.
    if (longest.length > 200 || longest.length > text.length / 2) return { title, text: longest };
  }
  return { title, text };
}

function say(node: PageNode, whole: boolean, depth: number): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text.replace(/\s+/g, ' ');
  if (!isElement(node) || depth > DEEPEST) return '';
  const tag = node.rawTagName?.toLowerCase() ?? '';
  if (isHidden(node) || (left.has(tag) && !(whole && /^(?:header|footer|aside|form)$/.test(tag)))) return '';
  if (tag === 'br') return '\n';
  const inside = () => node.childNodes.map((child) => say(child, whole, depth + 1)).join('');
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) {
    const heading = inside().replace(/\s+/g, ' ').trim();
    return heading === '' ? '' : `\n\n${'#'.repeat(Number(level))} ${heading}\n\n`;
  }
  if (tag === 'li') return `\n- ${inside().trim()}`;
  if (tag === 'dt') return `\n\n${inside().trim()}: `;
  if (tag === 'td' || tag === 'th') return `${inside().replace(/\s+/g, ' ').trim()} | `;
  if (tag === 'tr') return `\n${inside().replace(/ \| $/, '')}`;
  return blocks.has(tag) ? `\n\n${inside()}\n\n` : inside();
}

/** No empty lines but one, no spaces at the ends; a heading is not made by a text that begins with #. */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
