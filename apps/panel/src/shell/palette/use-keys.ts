import { useEffect } from 'react';
import { allActions } from './actions.ts';
import { matchKeys, nameOfPress } from './match-keys.ts';

const SEQUENCE_MS = 900;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.role === 'textbox');

/** Enter and space press what has the focus: a button, a link, a tab. */
const isPress = (press: string, target: EventTarget | null): boolean =>
  (press === 'enter' || press === 'space') &&
  target instanceof Element &&
  target.closest('button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"]') !== null;

/** What takes the keys for itself while it is open. */
const overlays = '[role="dialog"], [role="menu"]';

/** The keys of every action that is registered. Plain letters rest while somebody types or a dialog or menu is open. */
export function useKeys(): void {
  useEffect(() => {
    let before: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Looked at first of all: Esc closes a menu before it comes here, and must not close what is behind it too.
    let covered = false;
    const look = () => {
      covered = document.querySelector(overlays) !== null;
    };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const press = nameOfPress(event);
      const plain = !press.startsWith('mod+');
      // Out of the text first: then the letters are keys again.
      if (press === 'escape' && !covered && isTyping(event.target)) return void (event.target as HTMLElement).blur();
      if (plain && (isTyping(event.target) || covered || isPress(press, event.target))) return;
      const { run, wait } = matchKeys(allActions(), before, press);
      clearTimeout(timer);
      before = wait ? press : undefined;
      timer = setTimeout(() => {
        before = undefined;
      }, SEQUENCE_MS);
      if (!run) return;
      event.preventDefault();
      run.run();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', listen);
      clearTimeout(timer);
    };
  }, []);
}
