import { type ReactNode, useEffect, useRef } from 'react';
import classes from './editor.module.css';

export interface Proposal {
  readonly id: string;
  readonly title: ReactNode;
  readonly detail?: string | undefined;
  readonly sign?: ReactNode;
}

interface ProposalsProps {
  readonly id: string;
  readonly label: string;
  readonly proposals: readonly Proposal[];
  readonly active: number;
  readonly empty: string;
  onPick(index: number): void;
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** Above the text while a /shortcut or an @name is being written; the keys stay in the text. */
export function Proposals({ id, label, proposals, active, empty, onPick }: ProposalsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, and an effect must not.
    void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={classes.list}>
      {proposals.length === 0 ? <div className={classes.empty}>{empty}</div> : null}
      {proposals.map((one, n) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field has the keys
        <div
          key={one.id}
          id={optionId(id, n)}
          role="option"
          tabIndex={-1}
          aria-selected={n === active}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(n)}
        >
          {one.sign}
          <span className={classes.optionWords}>
            {one.title}
            {one.detail === undefined ? null : <small>{one.detail}</small>}
          </span>
        </div>
      ))}
    </div>
  );
}
