/** Legal in the local part, but far oftener the border of a path, a field or a list. */
const startsAfter = new Set(' \t\r\n<>"(),:;/\\=&?[]@');
const endsBefore = new Set([...startsAfter, ..."'`#{}|%"]);

const version = /^\d+\.\d+\.\d+(?:-(?:alpha|beta|rc|next|canary|dev)[\w.]*)?$/;

/** Every address `local@domain.tld` becomes `[email]`. By hand: it walks outwards from each @, so nothing is read more than twice. */
export function maskEmails(text: string): string {
  const source = text.includes('%40') ? text.replaceAll('%40', '@') : text;
  let at = source.indexOf('@');
  if (at === -1) return text;
  let masked = '';
  let done = 0;
  while (at !== -1) {
    let from = at;
    while (from > done && !startsAfter.has(source.charAt(from - 1))) from--;
    let to = at + 1;
    while (to < source.length && !endsBefore.has(source.charAt(to))) to++;
    if (isAddress(source.slice(from, at), source.slice(at + 1, to))) {
      masked += `${source.slice(done, from)}[email]`;
      done = to;
    }
    at = source.indexOf('@', Math.max(at + 1, to));
  }
  return done === 0 ? text : masked + source.slice(done);
}

/** `name@1.2.3` is a version of a package, `@scope/name` its name. */
function isAddress(local: string, domain: string): boolean {
  return local !== '' && /\p{L}/u.test(domain.slice(0, 300)) && domain.includes('.') && !version.test(domain);
}
