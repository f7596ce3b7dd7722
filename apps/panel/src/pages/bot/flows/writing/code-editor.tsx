import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { completeFlow } from './complete-flow.ts';
import type { EditorHandle, Problem } from './editor-handle.ts';
import { highlighting, look } from './look.ts';
import { toDiagnostics } from './to-diagnostics.ts';

interface Props {
  readonly value: string;
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly steps: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
  readonly onLine: (line: number) => void;
  readonly onReady: (handle: EditorHandle) => void;
}

/** The text of a flow: YAML in colours, its mistakes at their lines, names of steps offered while one writes. */
export function CodeEditor(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });
  const editable = useRef(new Compartment());
  useEffect(() => {
    if (place.current === null) return undefined;
    const { value, label, readOnly } = now.current;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          EditorView.lineWrapping,
          indentUnit.of('  '),
          yaml(),
          syntaxHighlighting(highlighting),
          look,
          autocompletion({ override: [(context) => completeFlow(context, now.current.steps)] }),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
          editable.current.of(EditorState.readOnly.of(readOnly)),
          EditorView.contentAttributes.of({
            'aria-label': label,
            spellcheck: 'false',
            autocapitalize: 'off',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.onChange(update.state.doc.toString());
            if (update.docChanged || update.selectionSet)
              now.current.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
          }),
        ],
      }),
    });
    view.current = made;
    now.current.onReady(handleOf(made));
    return () => made.destroy();
  }, []);
  const { value, problems, readOnly } = props;
  useEffect(() => {
    const shown = view.current;
    if (shown === undefined || shown.state.doc.toString() === value) return;
    shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch(setDiagnostics(view.current.state, toDiagnostics(view.current.state.doc, problems)));
  }, [problems]);
  useEffect(() => {
    view.current?.dispatch({ effects: editable.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);
  return <div ref={place} style={{ height: '100%' }} />;
}

const handleOf = (view: EditorView): EditorHandle => ({
  goTo(line, column = 1) {
    const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    view.focus();
  },
});
