import type { Language } from '@balcao/contract';
import {
  type CheckedFlow,
  checkFlow,
  diagram,
  diffLines,
  diffVersions,
  dryRun,
  type FlowAddress,
  type FlowOfChannel,
  type FlowSource,
  type FlowVersion,
  flowOfChannel,
  listAddresses,
  listFlows,
  listVersions,
  parseFlow,
  readSourceOf,
  readStartingFlows,
  removeAddress,
  saveAddress,
  sentenceOf,
} from '@balcao/core/flows';
import { readSettings, rollBackFlow, setBotFlow, updateChannel } from '@balcao/core/workspaces';
import type { Caller } from '../../api-parts.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

type Named = Extract<keyof Verbs, `flows.${string}`>;

export const flowVerbs: Pick<Verbs, Named> = {
  'flows.list': async ({ ctx }, tx) => ({ flows: (await listFlows(ctx, tx)).map(presentFlow) }),
  'flows.get': async ({ ctx }, tx, { channelId, version }) => {
    const found = await readSourceOf(ctx, tx, channelId, version);
    return {
      flow: presentFlow(await flowOfChannel(ctx, tx, channelId)),
      version: found === undefined ? null : presentSource(found),
    };
  },
  'flows.check': async ({ ctx, language }, tx, { source, against }) => {
    const inForce = against === undefined ? undefined : await readSourceOf(ctx, tx, against);
    return {
      ...presentCheck(checkFlow(source), language),
      changes: against === undefined ? null : diffLines(inForce?.source ?? '', source),
    };
  },
  'flows.templates': async ({ language }) => ({ templates: await readStartingFlows(language) }),
  'flows.dry-run': async (caller, tx, input) => tryFlow(caller, await readSettings(tx), input),
  'flows.publish': async ({ ctx }, tx, { channelId, source, note, begunFrom }) => {
    const parsed = parseFlow(source);
    const { flowVersionId, version } = await setBotFlow(tx, ctx, { channelId, source, parsed, note, begunFrom });
    return { versionId: flowVersionId, version };
  },
  'flows.versions': async ({ ctx }, tx, { channelId, before, limit }) => {
    const { versions, next } = await listVersions(ctx, tx, channelId, { before, limit });
    return { versions: versions.map(presentVersion), next: next === null ? null : String(next) };
  },
  'flows.diff': async ({ ctx }, tx, { channelId, from, to }) => ({
    lines: await diffVersions(ctx, tx, channelId, from, to),
  }),
  'flows.roll-back': async ({ ctx }, tx, input) => {
    const { flowVersionId, version } = await rollBackFlow(tx, ctx, input);
    return { versionId: flowVersionId, version };
  },
  'flows.set-mode': async ({ ctx }, tx, { channelId, mode }) => {
    const { botMode } = await flowOfChannel(ctx, tx, channelId);
    if (botMode !== mode) await updateChannel(tx, ctx, channelId, { botMode: mode });
    return { changed: botMode !== mode };
  },
  'flows.addresses': async ({ ctx }, tx) => ({ addresses: (await listAddresses(ctx, tx)).map(presentAddress) }),
  'flows.save-address': async ({ ctx }, tx, input) => ({ address: presentAddress(await saveAddress(ctx, tx, input)) }),
  'flows.remove-address': async ({ ctx }, tx, { id }) => ({ changed: await removeAddress(ctx, tx, id) }),
};

type DryRunInput = Parameters<Verbs['flows.dry-run']>[2];

function tryFlow(caller: Caller, settings: Awaited<ReturnType<typeof readSettings>>, input: DryRunInput) {
  const checked = checkFlow(input.source);
  const shown = presentCheck(checked, caller.language);
  const nothing = { lines: [], transitions: [], step: null, waitsFor: null, vars: {}, handedOff: false };
  if (checked.flow === undefined) return { ...shown, ...nothing };
  const { contact = {} } = input;
  const opensAt = input.opensAt === undefined ? undefined : new Date(input.opensAt);
  const run = dryRun(
    checked.flow,
    input.inputs,
    {
      now: input.at === undefined ? caller.ctx.clock.now() : new Date(input.at),
      timeZone: settings.timeZone,
      language: settings.language,
      contactName: contact.name,
      contact,
      hours: { open: input.open ?? true, opensAt },
    },
    { http: input.http, answers: input.answers },
  );
  return {
    ...shown,
    lines: run.lines.map((line) => ({ ...line, options: [...line.options] })),
    transitions: [...run.transitions],
    step: run.state?.step ?? null,
    waitsFor: run.state?.waiting ? ('customer' as const) : (run.state?.pending ?? null),
    vars: { ...run.state?.vars },
    handedOff: run.handedOff,
  };
}

function presentCheck({ flow, sketch, problems, places }: CheckedFlow, language: Language) {
  const drawn = sketch === undefined ? undefined : diagram(sketch);
  return {
    valid: flow !== undefined,
    problems: problems.map((problem) => ({
      severity: problem.severity,
      kind: problem.kind,
      text: sentenceOf(problem, language),
      path: problem.path.join('.'),
      ...problem.place,
    })),
    diagram:
      drawn === undefined
        ? null
        : {
            nodes: drawn.nodes.map((node) => ({ ...node, line: places.get(node.id)?.line ?? 1 })),
            edges: [...drawn.edges],
          },
  };
}

const authorOf = (made: { authorKind: string | null; authorId: string | null; authorName: string | null }) =>
  made.authorKind === null ? null : { kind: made.authorKind, id: made.authorId, name: made.authorName };

function presentFlow(flow: FlowOfChannel) {
  const { channelId, channelName, botMode, joinMs, versionId, version, createdAt } = flow;
  const set = versionId !== null && version !== null && createdAt !== null;
  return {
    channelId,
    channelName,
    botMode,
    joinMs,
    inForce: set
      ? {
          id: versionId,
          version,
          steps: flow.steps ?? 0,
          note: flow.note ?? '',
          author: authorOf(flow),
          createdAt: time(createdAt),
        }
      : null,
  };
}

const presentVersion = (row: FlowVersion) => ({
  id: row.id,
  version: row.version,
  steps: row.steps,
  note: row.note,
  author: authorOf(row),
  createdAt: time(row.createdAt),
  inForce: row.inForce,
});

const presentSource = (row: FlowSource) => ({
  id: row.id,
  version: row.version,
  source: row.source,
  note: row.note,
  author: authorOf(row),
  createdAt: time(row.createdAt),
  inForce: row.inForce,
});

const presentAddress = ({ id, name, url, headers, updatedAt }: FlowAddress) => ({
  id,
  name,
  url,
  headers: [...headers],
  updatedAt: time(updatedAt),
});
