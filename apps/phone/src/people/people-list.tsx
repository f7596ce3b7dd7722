import { type ReactNode, useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { isShown } from '../chat/message-list.tsx';
import { useTyping } from '../chat/use-typing.ts';
import { briefOf } from '../content/message-content.tsx';
import { Icon, Ticks } from '../icons.tsx';
import { chatKey, type Talk } from '../talk/reduce-talk.ts';
import type { Customer } from '../talk/types.ts';
import { t } from '../texts/texts.ts';
import { shortTimeOf } from '../times.ts';
import { AddPerson } from './add-person.tsx';

function PersonRow(props: {
  talk: Talk;
  numberId: string;
  customer: Customer;
  chosen: boolean;
  onChoose: () => void;
}): ReactNode {
  const { talk, numberId, customer, chosen, onChoose } = props;
  const key = chatKey(numberId, customer.id);
  const chat = talk.chats[key];
  const typing = useTyping(chat?.typingUntil ?? 0, talk.clockSkew);
  const last = talk.messages[key]?.findLast((message) => isShown(message) && message.status !== 'failed');
  const address = customer.phone ?? (customer.username ? `@${customer.username}` : (customer.userId ?? ''));
  const unread = chosen ? 0 : (chat?.unread ?? 0);
  return (
    <li>
      <button type="button" className={`person ${chosen ? 'chosen' : ''}`} aria-current={chosen} onClick={onChoose}>
        <Avatar name={customer.name} id={customer.id} size={46} />
        <span className="person-text">
          <span className="person-top">
            <b>{customer.name}</b>
            {last && <time>{shortTimeOf(last.at)}</time>}
          </span>
          <span className="person-bottom">
            <span className={typing ? 'brief live' : 'brief'}>
              {!typing && last?.author === 'customer' && last.revokedAt === undefined && (
                <Ticks status={last.status} label="" />
              )}
              {typing ? t.typing : last ? briefOf(last) : address}
            </span>
            {unread > 0 && (
              <span className="badge" aria-label={`${unread} ${t.unread}`}>
                {unread}
              </span>
            )}
          </span>
          {last && <small className="address">{address}</small>}
        </span>
      </button>
    </li>
  );
}

export function PeopleList(props: {
  talk: Talk;
  numberId: string;
  customerId: string | undefined;
  onChooseNumber: (id: string) => void;
  onChoose: (id: string) => void;
  onAdded: (customer: Customer) => void;
}): ReactNode {
  const { talk, numberId, customerId, onChooseNumber, onChoose, onAdded } = props;
  const [adding, setAdding] = useState(false);
  const lastAt = (customer: Customer) => talk.chats[chatKey(numberId, customer.id)]?.lastAt ?? 0;
  const people = talk.customers.toSorted((a, b) => lastAt(b) - lastAt(a));
  return (
    <nav className="people" aria-label={t.phones}>
      <header>
        <div>
          <h2>{t.phones}</h2>
          <p>{t.phonesHint}</p>
        </div>
        <button
          type="button"
          className="add"
          aria-label={t.newCustomer}
          title={t.newCustomer}
          onClick={() => setAdding(true)}
        >
          <Icon name="plus" />
        </button>
      </header>
      {talk.numbers.length > 1 && (
        <select
          value={numberId}
          aria-label={t.businessAccount}
          onChange={(event) => onChooseNumber(event.target.value)}
        >
          {talk.numbers.map((number) => (
            <option key={number.phoneNumberId} value={number.phoneNumberId}>
              {number.verifiedName} · {number.displayPhoneNumber}
            </option>
          ))}
        </select>
      )}
      <ul>
        {people.map((customer) => (
          <PersonRow
            key={customer.id}
            talk={talk}
            numberId={numberId}
            customer={customer}
            chosen={customer.id === customerId}
            onChoose={() => onChoose(customer.id)}
          />
        ))}
      </ul>
      {adding && (
        <AddPerson
          onClose={() => setAdding(false)}
          onAdded={(customer) => {
            setAdding(false);
            onAdded(customer);
          }}
        />
      )}
    </nav>
  );
}
