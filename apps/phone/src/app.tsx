import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { readBases } from './bases.ts';
import { ChatScreen } from './chat/chat-screen.tsx';
import { LogPanel } from './log/log-panel.tsx';
import { useLog } from './log/use-log.ts';
import { PeopleList } from './people/people-list.tsx';
import { ApiContext, useTalk } from './talk/use-talk.ts';
import { t } from './texts/texts.ts';

const remembered = 'balcao.phone.customer';

/** On a telephone one screen at a time; on a wide one: people, the telephone, and what happens behind it. */
export function App(): ReactNode {
  const bases = useMemo(() => readBases(), []);
  const { talk, api, learn } = useTalk(bases.simulator);
  const log = useLog(bases.log);
  const [numberId, setNumberId] = useState<string>();
  const [customerId, setCustomerId] = useState<string>(() => localStorage.getItem(remembered) ?? '');
  const [screen, setScreen] = useState<'people' | 'chat'>('chat');
  const number = talk.numbers.find((one) => one.phoneNumberId === numberId) ?? talk.numbers[0];
  const customer = talk.customers.find((one) => one.id === customerId) ?? talk.customers[0];
  const unread = Object.values(talk.chats).reduce(
    (sum, chat) => sum + (chat.customerId === customer?.id ? 0 : chat.unread),
    0,
  );

  useEffect(() => {
    if (customer) localStorage.setItem(remembered, customer.id);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${customer?.name ?? t.phones} · Balcão`;
  }, [customer, unread]);

  const choose = (id: string) => {
    setCustomerId(id);
    setScreen('chat');
  };
  return (
    <ApiContext value={api}>
      <div className={`stage ${log.present ? 'with-log' : ''} on-${customer ? screen : 'people'}`}>
        {number && (
          <PeopleList
            talk={talk}
            numberId={number.phoneNumberId}
            customerId={customer?.id}
            onChooseNumber={setNumberId}
            onChoose={choose}
            onAdded={(added) => {
              // Known before it is chosen: its event may come a moment later.
              learn({ type: 'customer', customer: added });
              choose(added.id);
            }}
          />
        )}
        <main className="phone">
          <div className="glass">
            {number && customer ? (
              <ChatScreen
                key={customer.id}
                talk={talk}
                number={number}
                customer={customer}
                onBack={() => setScreen('people')}
              />
            ) : (
              <output className="waiting">
                <span className="spinner" />
                {talk.ready ? t.chooseCustomer : t.connecting}
              </output>
            )}
          </div>
        </main>
        {log.present && <LogPanel cards={log.cards} messages={talk.messages} />}
      </div>
    </ApiContext>
  );
}
