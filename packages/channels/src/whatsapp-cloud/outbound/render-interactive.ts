import type { ButtonsOut, CtaUrlOut, InteractiveHeader, ListOut } from '../../port/index.ts';
import { renderSource } from './render-media.ts';
import type { Rendered } from './rendered.ts';

export function renderButtons(content: ButtonsOut): Rendered {
  const buttons = content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
  return interactive('button', content, { buttons });
}

export function renderList(content: ListOut): Rendered {
  const sections = content.sections.map((section) => ({
    title: section.title,
    rows: section.rows.map(({ id, title, description }) => ({ id, title, description })),
  }));
  return interactive('list', content, { button: content.button, sections });
}

export function renderCtaUrl(content: CtaUrlOut): Rendered {
  return interactive('cta_url', content, {
    name: 'cta_url',
    parameters: { display_text: content.button, url: content.url },
  });
}

function interactive(type: string, content: ButtonsOut | ListOut | CtaUrlOut, action: Rendered): Rendered {
  return {
    type: 'interactive',
    interactive: {
      type,
      header: content.header === undefined ? undefined : renderHeader(content.header),
      body: { text: content.text },
      footer: content.footer === undefined ? undefined : { text: content.footer },
      action,
    },
  };
}

function renderHeader(header: InteractiveHeader): Rendered {
  if (header.kind === 'text') return { type: 'text', text: header.text };
  const filename = header.kind === 'document' ? header.fileName : undefined;
  return { type: header.kind, [header.kind]: { ...renderSource(header.source), filename } };
}
