import type { Json, MessageBody } from '../../../port/index.ts';
import { cleanJson } from '../clean-json.ts';
import { flag, identifier, moment, type Obj, objectOf, objectOrEmpty, text, word } from '../values.ts';

const maxAnswers = 65_536;

/** Buttons and rows that were touched, Flows that were filled. undefined: not one we know. */
export function interactiveBody(interactive: Obj): MessageBody | undefined {
  switch (interactive['type']) {
    case 'button_reply':
    case 'list_reply':
      return replyBody(interactive['type'], interactive);
    case 'nfm_reply':
      return flowReplyBody(interactive);
    case 'payment_method':
      return paymentMethodBody(interactive);
    case 'call_permission_reply':
      return callPermissionBody(interactive);
    default:
      return undefined;
  }
}

function replyBody(kind: 'button_reply' | 'list_reply', interactive: Obj): MessageBody | undefined {
  const reply = objectOrEmpty(interactive[kind]);
  const id = identifier(reply['id']);
  const title = text(reply['title']);
  if (id === undefined) return undefined;
  return { kind, text: title, content: { kind, id, title, description: text(reply['description']) } };
}

function flowReplyBody(interactive: Obj): MessageBody | undefined {
  const reply = objectOf(interactive['nfm_reply']);
  if (reply === undefined) return undefined;
  const answers = parseAnswers(reply['response_json']);
  return {
    kind: 'nfm_reply',
    text: text(reply['body']),
    content: {
      kind: 'nfm_reply',
      name: word(reply['name']),
      flowToken: word(objectOrEmpty(answers)['flow_token']),
      answers,
    },
  };
}

/** JSON inside JSON, written by the customer's device: unreadable or huge ones are kept as the text they are. */
function parseAnswers(value: unknown): Json {
  if (typeof value !== 'string') return cleanJson(value);
  if (value.length > maxAnswers) return cleanJson(value);
  try {
    return cleanJson(JSON.parse(value));
  } catch {
    return cleanJson(value);
  }
}

function paymentMethodBody(interactive: Obj): MessageBody | undefined {
  const payment = objectOf(interactive['payment_method']);
  if (payment === undefined) return undefined;
  return {
    kind: 'payment_method',
    content: {
      kind: 'payment_method',
      method: word(payment['payment_method']),
      at: moment(payment['payment_timestamp'])?.toISOString(),
      referenceId: identifier(payment['reference_id']),
      lastFour: word(payment['last_four_digits'], 8),
      credentialId: identifier(payment['credential_id']),
    },
  };
}

function callPermissionBody(interactive: Obj): MessageBody | undefined {
  const reply = objectOf(interactive['call_permission_reply']);
  if (reply === undefined) return undefined;
  return {
    kind: 'call_permission_reply',
    content: {
      kind: 'call_permission_reply',
      response: word(reply['response']),
      permanent: flag(reply['is_permanent']) ?? false,
      until: moment(reply['expiration_timestamp'])?.toISOString(),
    },
  };
}
