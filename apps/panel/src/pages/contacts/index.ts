export { ContactPage } from './card/contact-page.tsx';
export { ContactsPage } from './list/contacts-page.tsx';
