import { type ReactNode, useRef, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { Icon } from '../icons.tsx';
import { t } from '../texts/texts.ts';
import type { Outgoing } from './use-outgoing.ts';

function PlaceDialog({ outgoing, onClose }: { outgoing: Outgoing; onClose: () => void }): ReactNode {
  const [name, setName] = useState('MASP');
  const [latitude, setLatitude] = useState('-23.561414');
  const [longitude, setLongitude] = useState('-46.655881');
  return (
    <Dialog title={t.location} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void outgoing.write({
            kind: 'location',
            latitude: Number(latitude),
            longitude: Number(longitude),
            ...(name ? { name } : {}),
          });
        }}
      >
        <label>
          <span>{t.placeName}</span>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <div className="two">
          <label>
            <span>{t.latitude}</span>
            <input
              value={latitude}
              inputMode="decimal"
              pattern="-?[0-9]{1,2}(\.[0-9]+)?"
              required
              onChange={(event) => setLatitude(event.target.value)}
            />
          </label>
          <label>
            <span>{t.longitude}</span>
            <input
              value={longitude}
              inputMode="decimal"
              pattern="-?[0-9]{1,3}(\.[0-9]+)?"
              required
              onChange={(event) => setLongitude(event.target.value)}
            />
          </label>
        </div>
        <div className="actions">
          <button type="submit" className="primary">
            {t.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function PersonDialog({ outgoing, onClose }: { outgoing: Outgoing; onClose: () => void }): ReactNode {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  return (
    <Dialog title={t.contact} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void outgoing.write({ kind: 'contacts', contacts: [{ name, phone }] });
        }}
      >
        <label>
          <span>{t.name}</span>
          <input value={name} required onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          <span>{t.phone}</span>
          <input value={phone} type="tel" required minLength={3} onChange={(event) => setPhone(event.target.value)} />
        </label>
        <div className="actions">
          <button type="submit" className="primary">
            {t.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function AttachMenu({ outgoing, onDone }: { outgoing: Outgoing; onDone: () => void }): ReactNode {
  const photos = useRef<HTMLInputElement>(null);
  const documents = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<'place' | 'person'>();
  const pick = (input: HTMLInputElement | null, asDocument: boolean) => {
    outgoing.addFiles([...(input?.files ?? [])], asDocument);
    onDone();
  };
  return (
    <div className="attach" role="menu" aria-label={t.attach}>
      <input
        ref={photos}
        type="file"
        hidden
        multiple
        accept="image/*,video/*"
        onChange={(event) => pick(event.currentTarget, false)}
      />
      <input ref={documents} type="file" hidden multiple onChange={(event) => pick(event.currentTarget, true)} />
      <button type="button" role="menuitem" className="photo" onClick={() => photos.current?.click()}>
        <Icon name="photo" />
        <span>{t.photo}</span>
      </button>
      <button type="button" role="menuitem" className="file" onClick={() => documents.current?.click()}>
        <Icon name="file" />
        <span>{t.document}</span>
      </button>
      <button type="button" role="menuitem" className="pin" onClick={() => setAsked('place')}>
        <Icon name="pin" />
        <span>{t.location}</span>
      </button>
      <button type="button" role="menuitem" className="person" onClick={() => setAsked('person')}>
        <Icon name="person" />
        <span>{t.contact}</span>
      </button>
      {asked === 'place' && <PlaceDialog outgoing={outgoing} onClose={onDone} />}
      {asked === 'person' && <PersonDialog outgoing={outgoing} onClose={onDone} />}
    </div>
  );
}
