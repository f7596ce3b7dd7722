import type { Input, Output } from '../../../api/index.ts';

export type BotTool = Output<'tools.list'>['tools'][number];
type ToSave = Input<'tools.save'>;
type Does = ToSave['does'];
export type ToolKind = BotTool['does']['kind'];
export type Effect = BotTool['effect'];
type HttpSettings = Extract<BotTool['does'], { kind: 'http' }>['settings'];
export type Parameter = HttpSettings['parameters'][number];
export type Method = HttpSettings['method'];
type Place = Extract<BotTool['does'], { kind: 'open_ticket' }>['settings'];

export const toolKinds = [
  'opening_hours',
  'order_status',
  'open_ticket',
  'update_ticket',
  'book',
  'send_document',
  'http',
] as const satisfies readonly ToolKind[];
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Method[];
export const effects = ['reads', 'writes', 'money', 'cancels'] as const satisfies readonly Effect[];

/** A call to another system, as it is typed: its JSON may still be half. */
export interface CallDraft {
  readonly method: Method;
  readonly url: string;
  readonly body: string;
  readonly timeoutMs: number;
  readonly result: readonly { readonly name: string; readonly path: string }[];
  readonly owner: string;
  readonly say: string;
  /** `kept`: its value is sealed on the server and stays when none is typed. */
  readonly headers: readonly { readonly name: string; readonly value: string; readonly kept: boolean }[];
  readonly parameters: readonly Parameter[];
  readonly effect: Effect;
}

/** All that any kind of tool may have; what is saved is that of its kind. */
export interface ToolDraft {
  readonly id: string | undefined;
  readonly kind: ToolKind;
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly confirm: boolean;
  readonly note: string;
  readonly departmentId: string | null;
  readonly priority: Place['priority'];
  readonly services: readonly string[];
  readonly documents: readonly { readonly key: string; readonly title: string; readonly mediaId: string }[];
  readonly call: CallDraft;
}

const noCall: CallDraft = {
  method: 'GET',
  url: '',
  body: '',
  timeoutMs: 5_000,
  result: [],
  owner: '',
  say: '',
  headers: [],
  parameters: [],
  effect: 'reads',
};

export const newDraft = (kind: ToolKind, description: string): ToolDraft => ({
  id: undefined,
  kind,
  name: kind === 'http' ? '' : kind,
  description,
  enabled: true,
  confirm: false,
  note: '',
  departmentId: null,
  priority: null,
  services: [],
  documents: [],
  call: noCall,
});

export function draftOf(tool: BotTool): ToolDraft {
  const { does } = tool;
  const base = {
    ...newDraft(does.kind, tool.description),
    id: tool.id,
    name: tool.name,
    enabled: tool.enabled,
    confirm: tool.confirm,
  };
  switch (does.kind) {
    case 'opening_hours':
      return { ...base, note: does.settings.note };
    case 'open_ticket':
      return { ...base, ...does.settings };
    case 'book':
      return { ...base, services: does.settings.services };
    case 'send_document':
      return { ...base, documents: does.settings.documents };
    case 'update_ticket':
      return base;
    case 'order_status':
    case 'http': {
      const { method, url, body, timeoutMs, result, owner, say, headers } = does.settings;
      const own = does.kind === 'http' ? does.settings : { parameters: [], effect: 'reads' as const };
      return {
        ...base,
        call: {
          method,
          url,
          body: body === null ? '' : JSON.stringify(body, null, 2),
          timeoutMs,
          result: Object.entries(result).map(([name, path]) => ({ name, path })),
          owner: owner ?? '',
          say: say ?? '',
          headers: headers.map(({ name }) => ({ name, value: '', kept: true })),
          parameters: own.parameters,
          effect: own.effect,
        },
      };
    }
  }
}

/** The JSON of a body, `null` for none, `undefined` for what is no object. */
export function readBody(text: string): Record<string, unknown> | null | undefined {
  if (text.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>) // just looked
      : undefined;
  } catch {
    return undefined;
  }
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function callToSave({ method, url, body, timeoutMs, result, owner, say, headers }: CallDraft) {
  return {
    method,
    url: url.trim(),
    body: readBody(body) ?? null,
    timeoutMs,
    result: Object.fromEntries(result.filter((one) => one.name !== '').map((one) => [one.name, one.path.trim()])),
    owner: said(owner),
    say: said(say),
    headers: headers
      .filter((one) => one.name.trim() !== '')
      .map((one) => ({ name: one.name.trim(), ...(one.value === '' ? {} : { value: one.value }) })),
  };
}

function doesOf(draft: ToolDraft): Does {
  const { kind, note, departmentId, priority, services, documents, call } = draft;
  switch (kind) {
    case 'opening_hours':
      return { kind, settings: { note: note.trim() } };
    case 'open_ticket':
      return { kind, settings: { departmentId, priority } };
    case 'update_ticket':
      return { kind, settings: {} };
    case 'book':
      return { kind, settings: { services: [...services] } };
    case 'send_document':
      return { kind, settings: { documents: [...documents] } };
    case 'order_status':
      return { kind, settings: callToSave(call) };
    case 'http':
      return {
        kind,
        settings: { ...callToSave(call), parameters: [...call.parameters], effect: call.effect },
      };
  }
}

export const toSave = (draft: ToolDraft): ToSave => ({
  ...(draft.id === undefined ? {} : { id: draft.id }),
  name: draft.name.trim(),
  description: draft.description.trim(),
  enabled: draft.enabled,
  confirm: draft.confirm,
  does: doesOf(draft),
});

/** `{{args.name}}` and the like are filled in by the server: a name is all small letters. */
export const identifier = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/_+$/, '');
