// Placeholder: whoever builds the inbox replaces this file and keeps the name of the component.
export function InboxPage() {
  return null;
}
