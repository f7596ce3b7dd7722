import { type ReactNode, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { type JsonObject, partsOf, textOf } from '../talk/types.ts';
import { t } from '../texts/texts.ts';

/** The list that opens from below: rows under their sections, one of which is chosen and sent. */
export function ListSheet(props: {
  action: JsonObject;
  onClose: () => void;
  onChoose: (id: string) => void;
}): ReactNode {
  const { action, onClose, onChoose } = props;
  const [chosen, setChosen] = useState('');
  return (
    <Dialog title={textOf(action.button) || t.choose} onClose={onClose} className="list-sheet">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== '') onChoose(chosen);
        }}
      >
        <div className="rows">
          {partsOf(action.sections).map((section, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- sections have no ids
            <fieldset key={at}>
              {textOf(section.title) !== '' && <legend>{textOf(section.title)}</legend>}
              {partsOf(section.rows).map((row) => (
                <label key={textOf(row.id)} className="row">
                  <span>
                    <b>{textOf(row.title)}</b>
                    {textOf(row.description) !== '' && <small>{textOf(row.description)}</small>}
                  </span>
                  <input type="radio" name="row" value={textOf(row.id)} onChange={() => setChosen(textOf(row.id))} />
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <button type="submit" className="primary" disabled={chosen === ''}>
          {t.send}
        </button>
      </form>
    </Dialog>
  );
}
