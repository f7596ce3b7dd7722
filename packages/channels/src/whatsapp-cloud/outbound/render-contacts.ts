import type { ContactCard, ContactsOut } from '../../port/index.ts';
import type { Rendered } from './rendered.ts';

export const renderContacts = (content: ContactsOut): Rendered => ({
  type: 'contacts',
  contacts: content.contacts.map(renderCard),
});

function renderCard(card: ContactCard): Rendered {
  return {
    name: { formatted_name: card.name.formatted, first_name: card.name.first, last_name: card.name.last },
    org: card.company === undefined ? undefined : { company: card.company },
    phones: card.phones?.map(({ phone, type, waId }) => ({ phone, type, wa_id: waId })),
    emails: card.emails?.map(({ email, type }) => ({ email, type })),
    urls: card.urls?.map(({ url, type }) => ({ url, type })),
  };
}
