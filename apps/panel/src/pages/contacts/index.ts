export { ContactPage, ContactsPage } from './contacts-page.tsx';
