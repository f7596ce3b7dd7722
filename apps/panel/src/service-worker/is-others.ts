/** Addresses that are no pages of the panel: an answer from there is never kept, and never replaced by a page. */
export const isOthers = (path: string): boolean =>
  /^\/(api|webhooks|health|metrics|media|phone|simulator|demo|realtime)(\/|$)/.test(path);
