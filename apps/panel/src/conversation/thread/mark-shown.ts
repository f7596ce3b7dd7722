const OPENED = 'balcao:open';

/** Somebody chose a talk: from here on the clock runs. */
export function markOpened(): void {
  performance.clearMarks(OPENED);
  performance.mark(OPENED);
}

/** Its messages are drawn. Read by the browser tests: performance.getEntriesByName('balcao:conversation-shown'). */
export function markShown(conversationId: string): void {
  if (performance.getEntriesByName(OPENED, 'mark').length === 0) return;
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(OPENED, 'mark').length === 0) return;
    performance.measure('balcao:conversation-shown', { start: OPENED, detail: { conversationId } });
    performance.clearMarks(OPENED);
  });
}
