/** What may stand in {{…}}, by the server's names. */
export const variableNames = [
  'contato.nome',
  'contato.primeiro_nome',
  'contato.telefone',
  'atendente.nome',
  'atendente.primeiro_nome',
  'empresa.nome',
  'atendimento.protocolo',
  'saudacao',
] as const;
export type VariableName = (typeof variableNames)[number];
export type VariableValues = Readonly<Record<VariableName, string>>;

const hole = /\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}/g;

/** The same text with what is known in its place; the server has the last word when it is sent. */
export function fillVariables(text: string, values: VariableValues): string {
  return text.replace(hole, (whole, name: string) => (name in values ? values[name as VariableName] : whole)); // just looked
}

interface Known {
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly attendant: string;
  readonly company: string;
  readonly protocol: string;
  readonly hour: number;
  readonly greetings: { readonly morning: string; readonly afternoon: string; readonly night: string };
}

const firstOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

export function variableValues(known: Known): VariableValues {
  const { morning, afternoon, night } = known.greetings;
  const name = known.contactName ?? '';
  return {
    'contato.nome': name,
    'contato.primeiro_nome': firstOf(name),
    'contato.telefone': known.phone ?? '',
    'atendente.nome': known.attendant,
    'atendente.primeiro_nome': firstOf(known.attendant),
    'empresa.nome': known.company,
    'atendimento.protocolo': known.protocol,
    saudacao: known.hour >= 5 && known.hour < 12 ? morning : known.hour >= 12 && known.hour < 18 ? afternoon : night,
  };
}
