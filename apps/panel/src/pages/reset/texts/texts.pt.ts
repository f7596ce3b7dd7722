export const pt = {
  title: 'Escolha uma nova senha',
  lead: 'Você sai de todos os aparelhos e entra de novo com ela.',
  password: 'Nova senha',
  submit: 'Salvar senha',
  doneTitle: 'Senha trocada',
  doneLead: 'Agora entre com a senha nova.',
  toSignIn: 'Ir para a entrada',
} as const;
