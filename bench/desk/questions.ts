import type { Client } from 'pg';

/** What is asked of the API, and of which parameters one is taken each time. */
export interface Question {
  readonly what: string;
  readonly operation: string;
  readonly inputs: readonly Readonly<Record<string, string>>[];
}

const of = (what: string, operation: string, inputs: readonly Readonly<Record<string, string>>[]): Question => ({
  what,
  operation,
  inputs,
});
const search = (what: string, words: readonly string[]) =>
  of(
    `search: ${what}`,
    'search.everything',
    words.map((q) => ({ q })),
  );

/** Things of the seeded company, taken here and there from all over its year. */
export async function askWhat(client: Client, workspaceId: string): Promise<Question[]> {
  const some = async (text: string): Promise<string[]> =>
    (await client.query<{ value: string }>(text, [workspaceId])).rows.map((row) => row.value);
  const talks = await some(
    'select id::text as value from conversations where workspace_id = $1 order by md5(id::text) limit 300',
  );
  const long = await some(
    'select id::text as value from conversations where workspace_id = $1 order by last_seq desc limit 50',
  );
  const tickets = await some(
    'select id::text as value from tickets where workspace_id = $1 order by md5(id::text) limit 300',
  );
  const contacts = await some(
    'select contact_id::text as value from tickets where workspace_id = $1 order by md5(id::text) limit 300',
  );
  const phones = await some(
    'select e164 as value from contact_identities where workspace_id = $1 order by md5(id::text) limit 300',
  );
  const protocols = await some(
    'select protocol as value from tickets where workspace_id = $1 order by md5(id::text) limit 100',
  );
  const names = await some(
    'select name as value from contacts where workspace_id = $1 and name is not null order by md5(id::text) limit 200',
  );
  const [tag] = await some('select id::text as value from tags where workspace_id = $1 order by name limit 1');
  const [department] = await some(
    'select id::text as value from departments where workspace_id = $1 order by position limit 1',
  );
  const orders = await some(
    `select substring(body from 'PED[0-9]+') as value from messages where workspace_id = $1 and body like '%PED%' limit 100`,
  );
  const views = ['mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved'];
  return [
    ...views.map((view) => of(`inbox.list, ${view}`, 'inbox.list', [{ view }])),
    of('inbox.list, one department', 'inbox.list', [{ view: 'all', departmentId: department ?? '' }]),
    of('inbox.counts', 'inbox.counts', [{}]),
    of(
      'messages.thread, last 50',
      'messages.thread',
      talks.map((conversationId) => ({ conversationId })),
    ),
    of(
      'messages.thread, the longest talks',
      'messages.thread',
      long.map((conversationId) => ({ conversationId })),
    ),
    of(
      'tickets.get',
      'tickets.get',
      tickets.map((ticketId) => ({ ticketId })),
    ),
    of(
      'tickets.history',
      'tickets.history',
      tickets.map((ticketId) => ({ ticketId })),
    ),
    of(
      'contacts.get',
      'contacts.get',
      contacts.map((id) => ({ id })),
    ),
    of(
      'contacts.history',
      'contacts.history',
      contacts.map((id) => ({ id })),
    ),
    of('contacts.list, newest', 'contacts.list', [{ order: 'recent' }]),
    of('contacts.list, by name', 'contacts.list', [{ order: 'name' }]),
    of('contacts.list, one tag', 'contacts.list', [
      { order: 'recent', tagId: tag ?? '' },
      { order: 'name', tagId: tag ?? '' },
    ]),
    of('contacts.count', 'contacts.count', [{}, { tagId: tag ?? '' }]),
    search('a common name', ['maria', 'jose', 'ana', 'silva', 'souza', 'oliveira']),
    search('a name as it is typed', ['mar', 'joa', 'fern', 'cavalc', 'fig', 'ant']),
    search('a whole name', names),
    search('two parts of a name', ['souza maria', 'bianchi zuleica', 'quiteria nobrega', 'jose lima']),
    search('a phone, whole', phones.slice(0, 100)),
    search(
      'a phone, without the ninth digit',
      phones.slice(100, 200).map((phone) => `${phone.slice(3, 5)} ${phone.slice(-8)}`),
    ),
    search(
      'a phone, eight digits',
      phones.slice(200, 250).map((phone) => phone.slice(-8)),
    ),
    search(
      'a phone, the last four',
      phones.slice(250, 300).map((phone) => phone.slice(-4)),
    ),
    search('a protocol', protocols),
    search('a word of one message in twenty', ['boleto', 'pix', 'pedido']),
    search('a rare word', ['geladeira', 'garantia', 'reclamação', 'estoque']),
    search('a word of one message', orders.slice(0, 50)),
    search('two words', ['boleto vencimento', 'segue comprovante', 'prazo dias', 'defeito fabricação']),
    search('a word that nobody said', ['zebra', 'xilofone', 'paralelepípedo']),
  ];
}
