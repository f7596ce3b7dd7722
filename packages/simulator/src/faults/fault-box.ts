import { type Fault, type FaultInput, type FaultKind, type FaultOf, faultSchema } from './fault-schema.ts';

export interface ActiveFault {
  id: string;
  fault: Fault;
  /** Occasions it could have struck, and those on which it did. */
  seen: number;
  struck: number;
}

/** The faults asked for. Chance comes from outside, so that a failure can be replayed from its seed. */
export class FaultBox {
  readonly #faults = new Map<string, ActiveFault>();
  readonly #random: () => number;
  #count = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(input: FaultInput): ActiveFault {
    this.#count += 1;
    const active: ActiveFault = { id: `fault-${this.#count}`, fault: faultSchema.parse(input), seen: 0, struck: 0 };
    this.#faults.set(active.id, active);
    return active;
  }

  remove(id: string): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  list(): ActiveFault[] {
    return [...this.#faults.values()];
  }

  /** The first fault of this kind that strikes now; a spent one leaves the box. */
  strike<K extends FaultKind>(kind: K, concerns: (fault: FaultOf<K>) => boolean = () => true): FaultOf<K> | undefined {
    if (this.#faults.size === 0) return undefined;
    for (const active of this.#faults.values()) {
      if (active.fault.kind !== kind) continue;
      const fault = active.fault as FaultOf<K>; // its kind was compared on the line above
      if (!concerns(fault)) continue;
      active.seen += 1;
      if (!this.#strikesNow(active)) continue;
      active.struck += 1;
      if ('times' in active.fault && active.struck >= (active.fault.times ?? Infinity)) this.#faults.delete(active.id);
      return fault;
    }
    return undefined;
  }

  #strikesNow(active: ActiveFault): boolean {
    const { fault } = active;
    if ('every' in fault && fault.every !== undefined && active.seen % fault.every !== 0) return false;
    if ('ratio' in fault && fault.ratio !== undefined && this.#random() >= fault.ratio) return false;
    return true;
  }
}
