/** Legal in the local part, but far oftener the border of a path, a field or a list. */
const startsAfter = new Set(' \t\r\n<>"(),:;/\\=&?[]@');
const endsBefore = new Set([...startsAfter, ..."'`#{}|%"]);

const version = /^\d+\.\d+\.\d+(?:-(?:alpha|beta|rc|next|canary|dev)[\w.]*)?$/;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the addresses `local@domain.tld` stand. By hand: it walks outwards from each @, so nothing is read more than twice. */
export function findEmails(text: string): Stretch[] {
  const found: Stretch[] = [];
  let done = 0;
  let at = text.indexOf('@');
  while (at !== -1) {
    let from = at;
    while (from > done && !startsAfter.has(text.charAt(from - 1))) from--;
    let to = at + 1;
    while (to < text.length && !endsBefore.has(text.charAt(to))) to++;
    if (isAddress(text.slice(from, at), text.slice(at + 1, to))) {
      found.push({ from, to });
      done = to;
    }
    at = text.indexOf('@', Math.max(at + 1, to));
  }
  return found;
}

/** `name@1.2.3` is a version of a package, `@scope/name` its name. */
function isAddress(local: string, domain: string): boolean {
  return local !== '' && /\p{L}/u.test(domain.slice(0, 300)) && domain.includes('.') && !version.test(domain);
}
