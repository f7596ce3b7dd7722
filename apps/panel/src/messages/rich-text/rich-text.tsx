import { Fragment, memo, type ReactNode } from 'react';
import type { Inline } from './parse-inline.ts';
import { type Block, parseMarkup } from './parse-markup.ts';
import classes from './rich-text.module.css';

/** A text as a messenger shows it. Everything becomes React nodes: what a customer writes is never HTML. */
export const RichText = memo(function RichText({ text }: { text: string }): ReactNode {
  return <div className={classes.text}>{parseMarkup(text).map((block, n) => drawBlock(block, n))}</div>;
});

function drawBlock(block: Block, key: number): ReactNode {
  switch (block.block) {
    case 'code':
      return (
        <pre key={key} className={classes.block}>
          {block.text}
        </pre>
      );
    case 'quote':
      return (
        <blockquote key={key} className={classes.quote}>
          {block.lines.map((line, n) => drawLine(line, n))}
        </blockquote>
      );
    case 'bullets':
      return (
        <ul key={key} className={classes.list}>
          {block.items.map((item, n) => drawItem(item, n))}
        </ul>
      );
    case 'numbers':
      return (
        <ol key={key} start={block.from} className={classes.list}>
          {block.items.map((item, n) => drawItem(item, n))}
        </ol>
      );
    default:
      return <Fragment key={key}>{block.lines.map((line, n) => drawLine(line, n))}</Fragment>;
  }
}

function drawLine(line: readonly Inline[], key: number): ReactNode {
  return (
    <p key={key} dir="auto" className={classes.line}>
      {line.length === 0 ? '\u200B' : line.map((inline, n) => drawInline(inline, n))}
    </p>
  );
}

function drawItem(item: readonly Inline[], key: number): ReactNode {
  return (
    <li key={key} dir="auto">
      {item.map((inline, n) => drawInline(inline, n))}
    </li>
  );
}

function drawInline(inline: Inline, key: number): ReactNode {
  switch (inline.mark) {
    case 'text':
      return inline.text;
    case 'code':
      return (
        <code key={key} className={classes.code}>
          {inline.text}
        </code>
      );
    case 'link':
      return (
        <a key={key} href={inline.href} target="_blank" rel="noreferrer noopener" className={classes.link}>
          {inline.text}
        </a>
      );
    default: {
      const Tag = ({ bold: 'strong', italic: 'em', strike: 's' } as const)[inline.mark];
      return <Tag key={key}>{inline.of.map((one, n) => drawInline(one, n))}</Tag>;
    }
  }
}
