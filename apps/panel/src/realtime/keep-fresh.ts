import type { PassingArea } from '@balcao/contract';
import { queryClient, type ReadName } from '../api/index.ts';
import { deskEvents, resyncs } from './connection.ts';

/** Which resources of the API show what of the ledger: `department.changed` makes every `departments.*` read stale. */
const resourcesOf: Readonly<Record<PassingArea, readonly string[]>> = {
  access: ['access-log', 'me'],
  api_key: ['api-keys'],
  canned: ['canned'],
  channel: ['channels'],
  contact: ['contacts', 'contact-notes'],
  department: ['departments'],
  export: ['exports'],
  field: ['fields'],
  import: ['imports'],
  invitation: ['people', 'invitations'],
  macro: ['macros'],
  media: [],
  member: ['people', 'me', 'departments', 'presence'],
  note: ['notes', 'tickets'],
  // Names whose bell it is: only theirs asks again (shell/alerts).
  notification: [],
  queue: ['queues', 'departments'],
  role: ['roles', 'people', 'me'],
  scheduled: ['scheduled'],
  tag: ['tags'],
  team: ['teams'],
  template: ['templates'],
  view: ['views', 'inbox'],
  workspace: ['workspaces', 'settings'],
};

const GATHER_MS = 250;
let waiting = new Set<string>();

function refreshWaiting(): void {
  const resources = waiting;
  waiting = new Set();
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => resources.has(String(queryKey[1] as ReadName | undefined).split('.')[0] ?? ''),
  });
}

/** A burst of events asks once: a workspace where a thousand contacts are imported does not ask a thousand times. */
export function keepFresh(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopEvents = deskEvents.listen(({ type }) => {
    const area = type.slice(0, type.indexOf('.'));
    const resources = Object.hasOwn(resourcesOf, area) ? resourcesOf[area as PassingArea] : []; // just looked
    if (resources.length === 0) return;
    for (const resource of resources) waiting.add(resource);
    timer ??= setTimeout(() => {
      timer = undefined;
      refreshWaiting();
    }, GATHER_MS);
  });
  const stopResyncs = resyncs.listen(() => void queryClient.invalidateQueries());
  return () => {
    clearTimeout(timer);
    stopEvents();
    stopResyncs();
  };
}
