import { createStore } from '../../api/index.ts';

/** A newer panel was fetched and waits for a reload: never in the middle of somebody's sentence. */
export const newVersion = createStore(false);

let apply: () => void = () => location.reload();

export function offerNewVersion(run: () => void): void {
  apply = run;
  newVersion.set(true);
}

export const applyNewVersion = (): void => apply();
