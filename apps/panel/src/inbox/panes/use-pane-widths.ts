import { useCallback, useState } from 'react';

export interface PaneWidths {
  /** In rem. */
  readonly list: number;
  readonly details: number;
}

const KEPT = 'balcao-inbox-panes';
export const paneLimits = { list: [17, 34], details: [16, 32] } as const;
const usual: PaneWidths = { list: 22.5, details: 20 };

const within = (value: unknown, [least, most]: readonly [number, number], otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;

function keptWidths(): PaneWidths {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<PaneWidths>; // each is looked at below
    return {
      list: within(kept.list, paneLimits.list, usual.list),
      details: within(kept.details, paneLimits.details, usual.details),
    };
  } catch {
    return usual;
  }
}

/** How wide the panes are, as they were left. */
export function usePaneWidths() {
  const [widths, setWidths] = useState(keptWidths);
  const set = useCallback((pane: keyof PaneWidths, rem: number) => {
    setWidths((now) => {
      const next = { ...now, [pane]: within(rem, paneLimits[pane], usual[pane]) };
      localStorage.setItem(KEPT, JSON.stringify(next));
      return next;
    });
  }, []);
  return [widths, set] as const;
}
