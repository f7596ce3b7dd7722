import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { Dialog } from '../dialog.tsx';
import { Icon } from '../icons.tsx';
import type { BusinessNumber, Customer } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import { useEscape } from '../use-escape.ts';

type Asked = 'echo' | 'number' | 'clear';

function AskDialog(props: {
  asked: Asked;
  number: BusinessNumber;
  customer: Customer;
  onClose: () => void;
}): ReactNode {
  const { asked, number, customer, onClose } = props;
  const api = useApi();
  const [value, setValue] = useState(asked === 'number' ? (customer.phone ?? '') : '');
  const [problem, setProblem] = useState('');
  const title = { echo: t.echo, number: t.changeNumber, clear: t.clear }[asked];
  const act = () => {
    if (asked === 'clear') return api.reset();
    if (asked === 'number') return api.changeNumber(number.phoneNumberId, customer.id, value);
    return api.writeFromApp(number.phoneNumberId, customer.id, { kind: 'text', body: value });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          act().then(onClose, (cause: Error) => setProblem(cause.message));
        }}
      >
        {asked === 'clear' ? (
          <p>{t.clearSure}</p>
        ) : (
          <label>
            <span>{asked === 'echo' ? t.message : t.phone}</span>
            <input value={value} onChange={(event) => setValue(event.target.value)} required />
            {asked === 'echo' && <small>{t.echoHint}</small>}
          </label>
        )}
        {problem !== '' && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="primary">
            {asked === 'clear' ? t.yes : asked === 'echo' ? t.send : t.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function ChatHeader(props: {
  number: BusinessNumber;
  customer: Customer;
  typing: boolean;
  connected: boolean;
  onBack: () => void;
}): ReactNode {
  const { number, customer, typing, connected, onBack } = props;
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  useEscape(
    open,
    useCallback(() => setOpen(false), []),
  );
  const item = (what: Asked, icon: 'echo' | 'swap' | 'broom', label: string) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        setOpen(false);
        setAsked(what);
      }}
    >
      <Icon name={icon} size={19} />
      {label}
    </button>
  );
  return (
    <header className="chat-header">
      <button type="button" className="round back" aria-label={t.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <Avatar name={number.verifiedName} id={number.phoneNumberId} size={40} />
      <div className="who">
        <h1>{number.verifiedName}</h1>
        <p aria-live="polite">
          {connected
            ? typing
              ? t.typing
              : `${number.displayPhoneNumber} · ${t.businessAccount.toLowerCase()}`
            : t.reconnecting}
        </p>
      </div>
      <div className="menu-box" ref={menu}>
        <button
          type="button"
          className="round"
          aria-label={t.more}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
        {open && (
          <div className="menu" role="menu">
            {item('echo', 'echo', t.echo)}
            {customer.waId !== null && item('number', 'swap', t.changeNumber)}
            {item('clear', 'broom', t.clear)}
          </div>
        )}
      </div>
      {asked && <AskDialog asked={asked} number={number} customer={customer} onClose={() => setAsked(undefined)} />}
    </header>
  );
}
