export interface Bases {
  simulator: string;
  log: string;
}

function baseOf(name: 'simulator' | 'log'): string {
  const asked = new URLSearchParams(window.location.search).get(name);
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="balcao:${name}"]`)?.content;
  const base = new URL(asked ?? meta ?? `../${name}`, document.baseURI);
  return base.href.replace(/\/$/, '');
}

/** Where to find the simulator and the server's log: the query string, then the page's meta tags. */
export function readBases(): Bases {
  return { simulator: baseOf('simulator'), log: baseOf('log') };
}
