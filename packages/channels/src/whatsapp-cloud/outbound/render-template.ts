import type { TemplateButton, TemplateHeader, TemplateOut, TemplateParameter } from '../../port/index.ts';
import { renderSource } from './render-media.ts';
import type { Rendered } from './rendered.ts';

export function renderTemplate(content: TemplateOut): Rendered {
  const components: Rendered[] = [];
  if (content.header !== undefined) components.push({ type: 'header', parameters: [renderHeader(content.header)] });
  if (content.body !== undefined && content.body.length > 0) {
    components.push({ type: 'body', parameters: content.body.map(renderParameter) });
  }
  for (const button of content.buttons ?? []) components.push(renderButton(button));
  return {
    type: 'template',
    template: {
      name: content.name,
      language: { code: content.language },
      components: components.length === 0 ? undefined : components,
    },
  };
}

function renderHeader(header: TemplateHeader): Rendered {
  if (header.kind === 'text') return renderParameter(header.parameter);
  if (header.kind === 'location') {
    const { latitude, longitude, name, address } = header;
    return { type: 'location', location: { latitude: String(latitude), longitude: String(longitude), name, address } };
  }
  const filename = header.kind === 'document' ? header.fileName : undefined;
  return { type: header.kind, [header.kind]: { ...renderSource(header.source), filename } };
}

function renderParameter(parameter: TemplateParameter): Rendered {
  const named = parameter.name === undefined ? {} : { parameter_name: parameter.name };
  switch (parameter.kind) {
    case 'text':
      return { type: 'text', ...named, text: parameter.text };
    case 'currency':
      return {
        type: 'currency',
        ...named,
        currency: { fallback_value: parameter.fallback, code: parameter.currency, amount_1000: parameter.cents * 10 },
      };
    case 'date_time':
      return { type: 'date_time', ...named, date_time: { fallback_value: parameter.fallback } };
  }
}

/** Meta counts buttons from 0 and wants the number as text. */
function renderButton(button: TemplateButton): Rendered {
  return { type: 'button', sub_type: button.kind, index: String(button.index), parameters: [buttonParameter(button)] };
}

function buttonParameter(button: TemplateButton): Rendered {
  switch (button.kind) {
    case 'quick_reply':
      return { type: 'payload', payload: button.payload };
    case 'url':
      return { type: 'text', text: button.text };
    case 'copy_code':
      return { type: 'coupon_code', coupon_code: button.code };
    case 'flow':
      return { type: 'action', action: { flow_token: button.flowToken, flow_action_data: button.data } };
  }
}
