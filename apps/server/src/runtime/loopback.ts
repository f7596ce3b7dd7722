/** How this machine reaches what listens on `host`. */
export const loopbackOf = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);
