export const pt = {
  title: 'Convite de {{company}}',
  lead: '{{who}} convidou você para atender junto.',
  leadNobody: 'Você foi convidado para atender junto.',
  email: 'E-mail',
  name: 'Seu nome',
  password: 'Crie uma senha',
  submit: 'Aceitar e entrar',
  known: 'Você já tem conta com {{email}}. Entre com ela para aceitar.',
  signIn: 'Entrar para aceitar',
  accept: 'Aceitar o convite',
  overTitle: 'Este convite não vale mais',
  overLead: 'Ele já foi usado, passou da validade ou foi cancelado. Peça outro a quem convidou você.',
} as const;
