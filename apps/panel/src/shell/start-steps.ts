import { createStore, useRead, useStore } from '../api/index.ts';
import { useCan, useMe, useMember } from '../session/index.ts';

/** What makes a counter ready to serve; each is done when the thing itself is there. */
export interface StartSteps {
  readonly number: boolean;
  readonly people: boolean;
  readonly places: boolean;
  readonly safe: boolean;
}

const keptAs = (workspaceId: string) => `balcao-start-later-${workspaceId}`;
const later = createStore(0);

export function putOffStart(workspaceId: string): void {
  localStorage.setItem(keptAs(workspaceId), 'yes');
  later.set((count) => count + 1);
}

/** Undefined while it is not known, and for those who do not set a company up. */
export function useStartSteps(): StartSteps | undefined {
  const can = useCan();
  const mine = can('workspace:write') && can('channels:write') && can('people:write');
  const enabled = { enabled: mine, staleTime: 5 * 60_000 };
  const channels = useRead('channels.list', {}, enabled);
  const people = useRead('people.list', {}, enabled);
  const invitations = useRead('people.invitations', {}, enabled);
  const departments = useRead('departments.list', {}, enabled);
  const { totp, passkeys } = useMe();
  if (!mine || !channels.data || !people.data || !departments.data) return undefined;
  return {
    number: channels.data.channels.length > 0,
    people: people.data.people.length > 1 || (invitations.data?.invitations.length ?? 0) > 0,
    places: departments.data.departments.length > 0,
    safe: totp || passkeys > 0,
  };
}

/** Shown in the rail until all is done or somebody said "later". */
export function useStartReminder(): boolean {
  const steps = useStartSteps();
  const { id } = useMember();
  useStore(later);
  if (steps === undefined || localStorage.getItem(keptAs(id)) !== null) return false;
  return Object.values(steps).includes(false);
}
