// Placeholder: the list and the page of contacts come later.
export function ContactsPage() {
  return null;
}

export function ContactPage() {
  return null;
}
