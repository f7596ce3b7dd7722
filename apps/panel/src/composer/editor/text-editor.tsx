import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import classes from './editor.module.css';
import { markOfKey, wrapSelection } from './wrap-selection.ts';

export interface EditorHandle {
  focus(): void;
  /** At the cursor, or over what is selected. */
  insert(text: string): void;
  /** The whole text with the cursor at a place. */
  put(text: string, cursor: number): void;
  cursor(): number;
}

interface TextEditorProps {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly disabled?: boolean;
  /** Of the list of proposals that is open: its id and the id of the one that Enter would take. */
  readonly list?: { readonly id: string; readonly active: string | undefined } | undefined;
  readonly handle: Ref<EditorHandle>;
  onText(text: string, cursor: number): void;
  onCursor(cursor: number): void;
  /** True: the key was for somebody else (a list of proposals). */
  onKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  onSubmit(): void;
  onFiles(files: readonly File[]): void;
  onLeave(): void;
}

/** On a telephone's keyboard Enter makes a new line: there is a button to send. */
const hasKeyboard = (): boolean => !window.matchMedia('(pointer: coarse)').matches;

/** Grows with its lines. Enter sends, Shift+Enter goes on below. */
export function TextEditor(props: TextEditorProps): ReactNode {
  const { text, handle, list } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<readonly [number, number] | undefined>(undefined);

  // The selection is set once React has put the new text in.
  useLayoutEffect(() => {
    const range = wanted.current;
    if (!range || !area.current) return;
    wanted.current = undefined;
    area.current.focus();
    area.current.setSelectionRange(range[0], range[1]);
  }, [text]);

  const put = (next: string, from: number, to = from) => {
    wanted.current = [from, to];
    props.onText(next, to);
    if (next === text) area.current?.setSelectionRange(from, to);
  };
  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    cursor: () => area.current?.selectionStart ?? text.length,
    put,
    insert(words) {
      const from = area.current?.selectionStart ?? text.length;
      const to = area.current?.selectionEnd ?? from;
      put(text.slice(0, from) + words + text.slice(to), from + words.length);
    },
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || props.onKey(event)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const mark =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? markOfKey(event.key) : undefined;
    if (mark !== undefined) {
      event.preventDefault();
      const made = wrapSelection({ text, from: selectionStart, to: selectionEnd }, mark);
      put(made.text, made.from, made.to);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey && hasKeyboard()) {
      event.preventDefault();
      props.onSubmit();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Office programs put a picture of the text beside the text: the text is meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    props.onFiles(files);
  };
  return (
    <div className={classes.grow} data-text={`${text}\u200B`}>
      <textarea
        ref={area}
        rows={1}
        value={text}
        dir="auto"
        disabled={props.disabled}
        className={classes.area}
        aria-label={props.label}
        placeholder={props.placeholder}
        autoCapitalize="sentences"
        enterKeyHint="enter"
        role={list ? 'combobox' : undefined}
        aria-autocomplete={list ? 'list' : undefined}
        aria-expanded={list ? true : undefined}
        aria-controls={list?.id}
        aria-activedescendant={list?.active}
        onChange={(event) => props.onText(event.currentTarget.value, event.currentTarget.selectionStart)}
        onSelect={(event) => props.onCursor(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={props.onLeave}
      />
    </div>
  );
}
