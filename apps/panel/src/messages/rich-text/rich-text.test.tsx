import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { isOnlyEmoji } from './is-only-emoji.ts';
import { plainText } from './parse-markup.ts';
import { RichText } from './rich-text.tsx';

const html = (text: string) =>
  renderToStaticMarkup(<RichText text={text} />)
    .replace(/ (class|dir)="[^"]*"/g, '')
    .replace(/^<div>|<\/div>$/g, '');

test.each([
  ['*Oi* _tudo_ ~bem~ `1`', '<p><strong>Oi</strong> <em>tudo</em> <s>bem</s> <code>1</code></p>'],
  ['*_os dois_*', '<p><strong><em>os dois</em></strong></p>'],
  ['2 * 3 e 4 * 5, nome_de_arquivo', '<p>2 * 3 e 4 * 5, nome_de_arquivo</p>'],
  ['*sem fim', '<p>*sem fim</p>'],
  ['```a\n*b*```', '<pre>a\n*b*</pre>'],
  ['> disse\ne agora', '<blockquote><p>disse</p></blockquote><p>e agora</p>'],
  ['- um\n- dois', '<ul><li>um</li><li>dois</li></ul>'],
  ['3. três\n4. quatro', '<ol start="3"><li>três</li><li>quatro</li></ol>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
])('%j is shown as a messenger shows it', (text, expected) => {
  expect(html(text)).toBe(expected);
});

test.each([
  ['Veja https://exemplo.com.br/a?b=1.', 'https://exemplo.com.br/a?b=1'],
  ['(loja.com.br)', 'https://loja.com.br'],
  ['https://pt.wikipedia.org/wiki/A_(b)!', 'https://pt.wikipedia.org/wiki/A_(b)'],
  ['*www.loja.com*', 'https://www.loja.com'],
  ['fale com ana@loja.com.br', 'mailto:ana@loja.com.br'],
])('%j has a link to %s', (text, href) => {
  expect(html(text)).toContain(`href="${href}"`);
});

test.each(['javascript:alert(1)', 'acabou.Depois eu volto', 'às 14.30', 'https://', 'arquivo.pdf'])(
  '%j is no link',
  (text) => {
    expect(html(text)).not.toContain('href');
  },
);

test('whatever is written, only links to the web and to mail come out, and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('*', '_', '~', '`', ' ', '\n', '> ', '- ', 'a', 'b', 'https://x.com/', ':', '<b>')),
      (parts) => {
        const text = parts.join('');
        const drawn = html(text);
        for (const [, href] of drawn.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
        const words = (it: string) => it.replace(/[^ab]/g, '');
        expect(words(plainText(text))).toBe(words(text));
      },
    ),
  );
});

test('a very long text of marks that nothing closes is read at once', () => {
  const began = performance.now();
  html('*a '.repeat(20_000) + '_x'.repeat(20_000) + 'a.'.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('a preview has neither marks nor line breaks', () => {
  expect(plainText('*Oi*,\n> _tudo_ bem?')).toBe('Oi, tudo bem?');
});

test.each([
  ['🥰', true],
  ['👨‍👩‍👧‍👦 ❤️', true],
  ['😀😀😀😀', false],
  ['123', false],
  ['oi 🥰', false],
])('%s is shown large: %s', (text, large) => {
  expect(isOnlyEmoji(text)).toBe(large);
});
