import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours by the panel's tokens: light and dark follow by themselves. */
export const look = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--b-surface)',
    color: 'var(--b-text)',
    fontSize: 'var(--mantine-font-size-xs)',
  },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--b-text)', padding: '8px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--b-text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-gutters': { backgroundColor: 'var(--b-surface)', color: 'var(--b-text-soft)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--b-hover) 70%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--b-hover)', color: 'var(--b-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--b-accent) 24%, transparent) !important',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--b-accent-soft)', outline: 'none' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--b-sunken)',
    border: '1px solid var(--b-line)',
    color: 'var(--b-text-soft)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--b-raised)',
    color: 'var(--b-text)',
    border: '1px solid var(--b-line-strong)',
    borderRadius: 'var(--mantine-radius-sm)',
    overflow: 'hidden',
  },
  '.cm-tooltip .cm-tooltip-arrow:before': {
    borderTopColor: 'var(--b-line-strong)',
    borderBottomColor: 'var(--b-line-strong)',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--b-chosen)', color: 'var(--b-text)' },
  '.cm-diagnostic': { padding: '8px 12px', fontFamily: 'var(--mantine-font-family)', maxWidth: '360px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--b-danger)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--b-warn)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--b-danger) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--b-warn) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker': { width: '10px', height: '10px', padding: '0' },
  '.cm-lint-marker-error': {
    content: 'none',
    borderRadius: '50%',
    backgroundColor: 'var(--b-danger)',
    marginTop: '6px',
  },
  '.cm-lint-marker-warning': {
    content: 'none',
    borderRadius: '50%',
    backgroundColor: 'var(--b-warn)',
    marginTop: '6px',
  },
});

export const highlighting = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--b-accent)', fontWeight: '600' },
  { tag: tags.propertyName, color: 'var(--b-accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--b-good)' },
  { tag: tags.content, color: 'var(--b-text)' },
  { tag: [tags.number, tags.bool, tags.keyword], color: 'var(--b-warn)' },
  { tag: tags.comment, color: 'var(--b-text-soft)', fontStyle: 'italic' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--b-text-soft)' },
]);
