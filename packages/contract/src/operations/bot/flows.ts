import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, limit, time } from '../fields.ts';

/** The file as it is written: YAML, and so JSON. */
const source = z.string().min(1).max(262_144);
const version = z.int().min(1);
const asked = z.coerce.number().int().min(1).max(1_000_000_000);
const mode = z.enum(['off', 'flow', 'assistant']);
/** The version in force when the author began, null for none; when another one is by now, nothing is changed. */
const begunFrom = version.nullable().optional();

/** Null: made before authors were kept. */
const author = z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }).nullable();

const flowOfChannel = z.strictObject({
  channelId: id,
  channelName: z.string(),
  botMode: mode,
  joinMs: z.int(),
  /** What is in force; null: the channel has no flow. */
  inForce: z.strictObject({ id, version, steps: z.int(), note: z.string(), author, createdAt: time }).nullable(),
});

const place = {
  /** Both begin with 1. */
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
};

const flowProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  kind: z.string(),
  /** In the caller's language. */
  text: z.string(),
  /** In dots: `steps.menu.menu.options.2.label`. */
  path: z.string(),
  ...place,
});

const stepKind = z.enum([
  'reply',
  'menu',
  'ask',
  'goto',
  'handoff',
  'if',
  'when',
  'set',
  'http',
  'wait',
  'call',
  'return',
  'answer',
]);

const flowDiagram = z.strictObject({
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      kind: stepKind,
      text: z.string(),
      section: z.string().nullable(),
      reachable: z.boolean(),
      /** Talks begin here, or are sent here from anywhere. */
      entrance: z.enum(['start', 'always', 'intent']).nullable(),
      line: z.int(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      way: z.enum(['next', 'option', 'condition', 'else', 'otherwise', 'failed', 'message', 'call', 'unsure']),
      label: z.string(),
    }),
  ),
});

const changedLines = z.array(
  z.strictObject({
    kind: z.enum(['same', 'added', 'removed']),
    text: z.string(),
    before: z.int().nullable(),
    after: z.int().nullable(),
  }),
);

const checked = {
  valid: z.boolean(),
  /** All at once, in the order of the file. */
  problems: z.array(flowProblem),
  /** As far as the file could be read. */
  diagram: flowDiagram.nullable(),
};

export const flowsList = defineOperation({
  name: 'flows.list',
  kind: 'read',
  summary: 'Every channel, how its bot works and which flow is in force on it',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ flows: z.array(flowOfChannel) }),
  errors: [],
});

export const flowsGet = defineOperation({
  name: 'flows.get',
  kind: 'read',
  summary: 'The flow of a channel as it was written: the one in force, or a version of before',
  scope: 'bot:read',
  input: z.strictObject({ channelId: id, version: asked.optional() }),
  output: z.strictObject({
    flow: flowOfChannel,
    /** Null: the channel has no flow yet. */
    version: z
      .strictObject({
        id,
        version,
        source: z.string(),
        note: z.string(),
        author,
        createdAt: time,
        inForce: z.boolean(),
      })
      .nullable(),
  }),
  errors: ['not_found'],
});

export const flowsCheck = defineOperation({
  name: 'flows.check',
  kind: 'write',
  summary:
    'What is wrong with a flow file and what deserves a look, by line and column, and its diagram; nothing is kept',
  scope: 'bot:read',
  input: z.strictObject({
    source: z.string().max(262_144),
    /** A channel: what this file changes against the flow in force there. */
    against: id.optional(),
  }),
  output: z.strictObject({ ...checked, changes: changedLines.nullable() }),
  errors: [],
});

export const flowsTemplates = defineOperation({
  name: 'flows.templates',
  kind: 'read',
  summary: "Flows to begin from, in the caller's language",
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({
    templates: z.array(z.strictObject({ id: z.enum(['menu', 'consulta', 'assistente']), source: z.string() })),
  }),
  errors: [],
});

export const flowsDryRun = defineOperation({
  name: 'flows.dry-run',
  kind: 'write',
  summary: 'A talk through a flow file with nobody at the other end: nothing is sent, called or kept',
  scope: 'bot:read',
  input: z.strictObject({
    source,
    /** One after the other: words, a tap, or the end of a wait. */
    inputs: z
      .array(
        z.union([
          z.strictObject({ text: z.string().max(4096), choice: z.string().max(200).optional() }),
          z.strictObject({ wake: z.literal(true) }),
        ]),
      )
      .max(200),
    /** What HTTP steps get, by the step's name; one without a double fails. */
    http: z
      .record(
        z.string().max(130),
        z.union([
          z.literal('timeout'),
          z.strictObject({ status: z.int().min(100).max(599), body: z.unknown().optional() }),
        ]),
      )
      .optional(),
    /** What the assistant answers, by the step's name; without one it knows nothing. */
    answers: z.record(z.string().max(130), z.string().max(4096)).optional(),
    at: time.optional(),
    open: z.boolean().optional(),
    opensAt: time.optional(),
    contact: z
      .strictObject({
        name: z.string().max(200).optional(),
        phone: z.string().max(40).optional(),
        email: z.string().max(254).optional(),
        tags: z.array(z.string().max(100)).max(50).optional(),
        fields: z.record(z.string().max(100), z.string().max(1000)).optional(),
      })
      .optional(),
  }),
  output: z.strictObject({
    ...checked,
    lines: z.array(
      z.strictObject({
        by: z.enum(['customer', 'bot', 'note']),
        kind: z.enum(['text', 'menu', 'fetch', 'answer', 'handoff', 'wait', 'woken', 'stopped']),
        text: z.string(),
        options: z.array(z.strictObject({ id: z.string(), title: z.string(), description: z.string().optional() })),
        step: z.string().nullable(),
      }),
    ),
    transitions: z.array(
      z.strictObject({ from: z.string().nullable(), to: z.string(), event: z.string(), input: z.int() }),
    ),
    /** Where the talk stands at the end; null: it has not begun. */
    step: z.string().nullable(),
    waitsFor: z.enum(['customer', 'time', 'fetch', 'answer']).nullable(),
    vars: z.record(z.string(), z.string()),
    handedOff: z.boolean(),
  }),
  errors: [],
});

export const flowsPublish = defineOperation({
  name: 'flows.publish',
  kind: 'write',
  summary: 'Put a flow in force on a channel, as a new version; one with mistakes is refused, with all of them',
  scope: 'bot:write',
  input: z.strictObject({ channelId: id, source, note: z.string().trim().max(500).default(''), begunFrom }),
  output: z.strictObject({ versionId: id, version }),
  errors: ['not_found', 'conflict'],
});

export const flowsVersions = defineOperation({
  name: 'flows.versions',
  kind: 'read',
  summary: 'Every version of the flow of a channel, newest first',
  scope: 'bot:read',
  input: z.strictObject({ channelId: id, before: asked.optional(), limit }),
  output: z.strictObject({
    versions: z.array(
      z.strictObject({ id, version, steps: z.int(), note: z.string(), author, createdAt: time, inForce: z.boolean() }),
    ),
    next: z.string().nullable(),
  }),
  errors: ['not_found'],
});

export const flowsDiff = defineOperation({
  name: 'flows.diff',
  kind: 'read',
  summary: 'What one version of a flow changed against another, line by line',
  scope: 'bot:read',
  input: z.strictObject({ channelId: id, from: asked, to: asked }),
  output: z.strictObject({ lines: changedLines }),
  errors: ['not_found'],
});

export const flowsRollBack = defineOperation({
  name: 'flows.roll-back',
  kind: 'write',
  summary: 'Put an older version of the flow in force again; talks under way begin anew',
  scope: 'bot:write',
  input: z.strictObject({ channelId: id, version, begunFrom }),
  output: z.strictObject({ versionId: id, version }),
  errors: ['not_found', 'conflict'],
});

export const flowsSetMode = defineOperation({
  name: 'flows.set-mode',
  kind: 'write',
  summary: 'How the bot of a channel works: off, by its flow alone, or as an assistant that understands free text',
  scope: 'bot:write',
  input: z.strictObject({ channelId: id, mode }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['not_found'],
});

const flowAddress = z.strictObject({
  id,
  name: z.string(),
  url: z.string(),
  /** Their names: what they hold is told to nobody again. */
  headers: z.array(z.string()),
  updatedAt: time,
});

export const flowsAddresses = defineOperation({
  name: 'flows.addresses',
  kind: 'read',
  summary: 'The servers that HTTP steps may call by name, with credentials that no flow file holds',
  scope: 'bot:read',
  input: z.strictObject({}),
  output: z.strictObject({ addresses: z.array(flowAddress) }),
  errors: [],
});

export const flowsSaveAddress = defineOperation({
  name: 'flows.save-address',
  kind: 'write',
  summary: 'Make or change a server for HTTP steps; headers are kept sealed and told to nobody again',
  scope: 'bot:write',
  input: z.strictObject({
    name: z.string().trim().min(1).max(60),
    url: z.string().trim().min(9).max(500),
    /** Without a value the kept one stays. */
    headers: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
          value: z
            .string()
            .min(1)
            .max(2000)
            .regex(/^[\x20-\x7e]+$/)
            .optional(),
        }),
      )
      .max(20)
      .default([]),
  }),
  output: z.strictObject({ address: flowAddress }),
  errors: [],
});

export const flowsRemoveAddress = defineOperation({
  name: 'flows.remove-address',
  kind: 'write',
  summary: 'Take a server away from HTTP steps; those that name it fail from now on',
  scope: 'bot:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});

export const flowOperations = {
  [flowsList.name]: flowsList,
  [flowsGet.name]: flowsGet,
  [flowsCheck.name]: flowsCheck,
  [flowsTemplates.name]: flowsTemplates,
  [flowsDryRun.name]: flowsDryRun,
  [flowsPublish.name]: flowsPublish,
  [flowsVersions.name]: flowsVersions,
  [flowsDiff.name]: flowsDiff,
  [flowsRollBack.name]: flowsRollBack,
  [flowsSetMode.name]: flowsSetMode,
  [flowsAddresses.name]: flowsAddresses,
  [flowsSaveAddress.name]: flowsSaveAddress,
  [flowsRemoveAddress.name]: flowsRemoveAddress,
} as const;
