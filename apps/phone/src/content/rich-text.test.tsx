import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { isLarge, RichText } from './rich-text.tsx';

const html = (text: string) => renderToStaticMarkup(<RichText text={text} />);

test('the little markup of a messenger is shown, and HTML never is', () => {
  expect(html('*Oi* _tudo_ ~bem~ `1`')).toBe('<strong>Oi</strong> <em>tudo</em> <s>bem</s> <code>1</code>');
  expect(html('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
  expect(html('2 * 3 e 4 * 5, nome_de_arquivo')).toBe('2 * 3 e 4 * 5, nome_de_arquivo');
});

test('a link ends before the full stop that follows it', () => {
  expect(html('Veja https://exemplo.com.br/a?b=1.')).toContain('href="https://exemplo.com.br/a?b=1"');
  expect(html('javascript:alert(1)')).not.toContain('href');
});

test.each([
  ['🥰', true],
  ['👨‍👩‍👧‍👦 ❤️', true],
  ['😀😀😀😀', false],
  ['123', false],
  ['oi 🥰', false],
])('%s is shown large: %s', (text, large) => {
  expect(isLarge(text)).toBe(large);
});
