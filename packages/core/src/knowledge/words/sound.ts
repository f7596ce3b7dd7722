/**
 * How a folded word sounds, so that "presso", "preço" and "prezo" or "caxorro" and "cachorro" are one. Rough on purpose: it only
 * proposes, what is found by it counts a little less.
 */
export function sound(word: string): string {
  return word
    .replace(/[^a-z0-9]/g, '')
    .replace(/y/g, 'i')
    .replace(/w/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/(?:ch|sh)/g, 'x')
    .replace(/(?:lh|li)(?=[aeou])/g, 'l')
    .replace(/nh/g, 'ni')
    .replace(/h/g, '')
    .replace(/(?:qu|k|ck)(?=[ei])/g, 'q')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/(?:sc|xc|c)(?=[ei])/g, 's')
    .replace(/c|k|q(?![ei])/g, 'q')
    .replace(/[sz]+|x(?=[pt])/g, 's')
    .replace(/n(?=[^aeiou]|$)/g, 'm')
    .replace(/([bdfgjlmnpqrtvx])\1+/g, '$1')
    .replace(/l(?=[^aeiou]|$)/g, 'u')
    .replace(/ou/g, 'o')
    .replace(/ei(?=[rjx])/g, 'e')
    .replace(/e(?=s?$)/g, 'i')
    .replace(/o(?=s?$)/g, 'u')
    .replace(/([aeiou])r$/, '$1')
    .replace(/s$/, '');
}
