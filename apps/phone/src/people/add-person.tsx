import { type ReactNode, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import type { Customer } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';

/** (11) 98765-4321 while typing; other countries' numbers stay as typed. */
function spacePhone(typed: string): string {
  if (typed.startsWith('+') && !typed.startsWith('+55')) return typed;
  const digits = typed
    .replace(/\D/g, '')
    .replace(/^55(?=\d{10,11}$)/, '')
    .slice(0, 11);
  if (digits.length < 3) return digits;
  const cut = digits.length > 10 ? 7 : 6;
  const rest = digits.slice(cut);
  return `(${digits.slice(0, 2)}) ${digits.slice(2, cut)}${rest === '' ? '' : `-${rest}`}`;
}

export function AddPerson(props: { onClose: () => void; onAdded: (customer: Customer) => void }): ReactNode {
  const api = useApi();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [username, setUsername] = useState('');
  const [hidden, setHidden] = useState(false);
  const [problem, setProblem] = useState('');
  const add = () => {
    const given = hidden
      ? { ...(username ? { username } : {}) }
      : { phone: phone.startsWith('+') ? phone : `+55 ${phone}` };
    api.addCustomer({ name, ...given }).then(props.onAdded, (cause: Error) => setProblem(cause.message));
  };
  return (
    <Dialog title={t.newCustomer} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          <span>{t.name}</span>
          <input value={name} required autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </label>
        {hidden ? (
          <label>
            <span>{t.username}</span>
            <input
              value={username}
              autoComplete="off"
              onChange={(event) => setUsername(event.target.value.replace(/[^a-z0-9._]/gi, ''))}
            />
          </label>
        ) : (
          <label>
            <span>{t.phone}</span>
            <input
              value={phone}
              type="tel"
              required
              placeholder="(11) 98765-4321"
              autoComplete="off"
              onChange={(event) => setPhone(spacePhone(event.target.value))}
            />
            <small>{t.phoneHint}</small>
          </label>
        )}
        <label className="check">
          <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.target.checked)} />
          <span>{t.noPhone}</span>
        </label>
        {problem !== '' && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" onClick={props.onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="primary">
            {t.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
