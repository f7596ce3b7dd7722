import type { TemplateOut } from '../../port/index.ts';
import { allOf, atMost, oneOfEach, refuse, required } from './check-limits.ts';
import { limits } from './limits.ts';

export function checkTemplate(content: TemplateOut): void {
  required('name', content.name, limits.templateName);
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(content.language)) refuse('language', "must be like 'pt_BR'");
  allOf('body', content.body ?? [], (path, parameter) => {
    required(path, parameter.kind === 'text' ? parameter.text : parameter.fallback, limits.templateParameter);
    if (parameter.kind === 'currency' && !Number.isSafeInteger(parameter.cents))
      refuse(path, 'cents must be an integer');
  });
  const buttons = content.buttons ?? [];
  if (buttons.length === 0) return;
  atMost('buttons', buttons, limits.templateButtons);
  oneOfEach(
    'buttons',
    'index',
    buttons.map((button) => String(button.index)),
  );
  allOf('buttons', buttons, (path, button) => {
    if (!Number.isInteger(button.index) || button.index < 0 || button.index >= limits.templateButtons) {
      refuse(`${path}.index`, `must be 0 to ${limits.templateButtons - 1}`);
    }
    if (button.kind === 'quick_reply') required(`${path}.payload`, button.payload, limits.quickReplyPayload);
    if (button.kind === 'url') required(`${path}.text`, button.text, limits.link);
    if (button.kind === 'copy_code') required(`${path}.code`, button.code, limits.couponCode);
  });
}
