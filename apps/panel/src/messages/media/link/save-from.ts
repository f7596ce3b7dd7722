/** The same link, told to come as a file. */
export function saveFrom(url: string, fileName: string | null): void {
  const anchor = document.createElement('a');
  anchor.href = url.startsWith('blob:') ? url : `${url}${url.includes('?') ? '&' : '?'}download`;
  anchor.download = fileName ?? '';
  anchor.rel = 'noopener';
  anchor.click();
}
