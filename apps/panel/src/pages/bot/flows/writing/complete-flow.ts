import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';

const kinds = 'reply menu ask goto handoff if when set http wait call return answer'.split(' ');
const fields: Readonly<Record<string, readonly string[]>> = {
  top: ['version', 'start', 'vars', 'always', 'assistant', 'sections', 'steps'],
  any: 'next text options label words goto invalid tries otherwise save check department reason then else failed url address path headers body timeout method minutes until message question unsure description as button'.split(
    ' ',
  ),
};
const checks = 'text number money date email cpf cnpj cpf_or_cnpj phone'.split(' ');
const inHoles =
  'contact.name contact.phone contact.email contact.tags message.text hours.open now.today now.hour now.weekday'.split(
    ' ',
  );
const calls = 'first default money date digits lower upper length empty number days_until choose'.split(' ');

const leads =
  /(?:^|[\s{,-])(next|goto|then|else|otherwise|failed|message|unsure|call|start|menu):\s*["']?([^\s"',}]*)$/;

/** After `goto:` the steps, after `check:` the checks, in `{{ }}` the names, at the beginning of a line the words of the format. */
export function completeFlow(context: CompletionContext, steps: readonly string[]): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const lead = leads.exec(before);
  if (lead && !(lead[1] === 'menu' && lead[2] === '')) return offer(context, lead[2] ?? '', steps, 'variable');
  const check = /check:\s*([a-z_]*)$/.exec(before);
  if (check) return offer(context, check[1] ?? '', checks, 'enum');
  const hole = /\{\{[^}]*?([\w.]*)$/.exec(before) ?? /(?:if:|=)\s[^#]*?([\w.]*)$/.exec(before);
  if (hole) {
    const saved = [...context.state.doc.toString().matchAll(/save:\s*([A-Za-z]\w*)/g)].map(
      ([, name]) => `vars.${name}`,
    );
    const names = [...new Set(saved), ...inHoles];
    return offer(context, hole[1] ?? '', names, 'property', calls);
  }
  const word = /^(\s*(?:-\s*)?)([a-z]*)$/.exec(before) ?? /([{,]\s*)([a-z]*)$/.exec(before);
  if (!word || (word[2] === '' && !context.explicit)) return null;
  const names = /^\s/.test(line.text) || word[1] !== '' ? [...kinds, ...(fields.any ?? [])] : (fields.top ?? []);
  return offer(context, word[2] ?? '', [...new Set(names)], 'keyword', [], ': ');
}

function offer(
  context: CompletionContext,
  typed: string,
  names: readonly string[],
  type: string,
  functions: readonly string[] = [],
  after = '',
): CompletionResult {
  const options: Completion[] = [
    ...names.map((label) => ({ label, type, apply: `${label}${after}` })),
    ...functions.map((label) => ({ label: `${label}()`, type: 'function', apply: `${label}(` })),
  ];
  return { from: context.pos - typed.length, options, validFor: /^[\w./-]*$/ };
}
