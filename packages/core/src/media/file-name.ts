const MAX_BYTES = 200;
/** Control characters, and those that turn the direction of writing ("gpj.exe" shown as "exe.jpg"). */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
const ofPaths = /[/\\:*?"<>|]/g;
/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that is safe to save on any system, or undefined when nothing is left of it. It never becomes part of a path of ours. */
export function cleanFileName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const tidy = last
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\uFFFD', '_')
    .replace(invisible, '')
    .replace(ofPaths, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (tidy === '') return undefined;
  return shorten(devices.test(tidy) ? `_${tidy}` : tidy);
}

/** Shortened in front of its extension, at a whole character. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : '';
  let stem = '';
  let bytes = Buffer.byteLength(extension);
  for (const character of extension === '' ? name : name.slice(0, dot)) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    stem += character;
  }
  return stem + extension;
}
