import type { ReactNode } from 'react';
import { Avatar, hashOf } from '../avatar.tsx';
import { Icon } from '../icons.tsx';
import { type Message, partOf, partsOf, textOf } from '../talk/types.ts';
import { t } from '../texts/texts.ts';

/** Streets that look like a map; nothing is asked of the network. */
function PretendMap({ seed }: { seed: number }): ReactNode {
  const tilt = (seed % 40) - 20;
  return (
    <svg className="map" viewBox="0 0 260 130" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect className="ground" width="260" height="130" />
      <g transform={`rotate(${tilt} 130 65)`}>
        <rect className="park" x={20 + (seed % 60)} y="12" width="58" height="40" rx="5" />
        <path className="water" d={`M-40 ${100 + (seed % 18)} q 80 -34 170 4 t 190 -10 v90 h-360z`} />
        {[-20, 34, 88, 142, 196, 250].map((x) => (
          <path key={x} className="street" d={`M${x} -60v260`} />
        ))}
        {[8, 58, 92].map((y) => (
          <path key={y} className="street" d={`M-60 ${y}h400`} />
        ))}
        <path className="avenue" d="M-60 74h400" />
      </g>
      <g className="pin" transform="translate(130 60)">
        <path d="M0 12S-13-3-13-13a13 13 0 0 1 26 0C13-3 0 12 0 12z" />
        <circle cy="-13" r="4.6" />
      </g>
    </svg>
  );
}

export function PlaceContent({ message }: { message: Message }): ReactNode {
  const place = partOf(message.content.location);
  const where = `${textOf(place.latitude)},${textOf(place.longitude)}`;
  const href = `https://www.openstreetmap.org/?mlat=${textOf(place.latitude)}&mlon=${textOf(place.longitude)}#map=16/${where.replace(',', '/')}`;
  return (
    <a
      className="place"
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={`${t.location}: ${textOf(place.name) || where}. ${t.openMap}`}
    >
      <PretendMap seed={hashOf(where)} />
      <span className="place-name">{textOf(place.name) || t.location}</span>
      <span className="place-address">{textOf(place.address) || where}</span>
    </a>
  );
}

export function PeopleContent({ message }: { message: Message }): ReactNode {
  return partsOf(message.content.contacts).map((contact, at) => {
    const name = textOf(partOf(contact.name).formatted_name);
    const phone = textOf(partsOf(contact.phones)[0]?.phone);
    return (
      // oxlint-disable-next-line react/no-array-index-key -- shared cards have no ids
      <div className="card-person" key={at}>
        <Avatar name={name} id={name} size={40} />
        <span>
          <b>{name}</b>
          <small>{phone}</small>
        </span>
        <Icon name="person" size={20} />
      </div>
    );
  });
}
