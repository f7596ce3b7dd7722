/** What a field holds, told by its name: the words of Meta's API, of ours and of Portuguese. */
export type FieldKind = 'plain' | 'text' | 'personal' | 'secret' | 'phone' | 'id' | 'trace' | 'measure';

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** What people wrote or are called: only its length is recorded. */
const texts = words(`
  text body caption title subtitle footer header description question answer reply replytext draft prompt completion summary note notes comment
  content contents subject quoted snippet transcript value values input output variables parameters params example
  name firstname middlename lastname fullname formattedname displayname pushname profilename nickname username verifiedname customername
  contactname personname company org organization nome sobrenome apelido mensagem texto legenda
  address addresses street city neighborhood birthday latitude longitude filename vcard emoji query statement
`);
const phones = words(`
  phone phones phonenumber displayphonenumber telephone mobile msisdn from to waid recipient recipientid sender customer telefone celular whatsapp
`);
const ids = words('id requestid correlationid');
const secrets =
  /token|secret|passw|senha|authorization|cookie|apikey|privatekey|accesskey|credential|signature|databaseurl|redisurl|connectionstring|sealed|^pin$|^otp$|^cvv$/;
const measures =
  /(?:ms|bytes|size|seconds|count|total|duration|length|offset|attempts?|port|status|tokens|age|backlog|rate|limit|max|min|time|timestamp|at|pid)$/;

const known = new Map<string, FieldKind>();

export function fieldKind(name: string): FieldKind {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const kind = decide(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (known.size >= 2_000) known.clear();
  known.set(name, kind);
  return kind;
}

function decide(name: string): FieldKind {
  if (texts.has(name)) return 'text';
  if (phones.has(name) || name.endsWith('phone')) return 'phone';
  if (/email|cpf|cnpj|pixkey/.test(name)) return 'personal';
  if (name.endsWith('tokens')) return 'measure';
  if (secrets.test(name)) return 'secret';
  if (name === 'traceid' || name === 'spanid' || name === 'traceparent') return 'trace';
  if (ids.has(name) || name.endsWith('id')) return 'id';
  return measures.test(name) ? 'measure' : 'plain';
}
