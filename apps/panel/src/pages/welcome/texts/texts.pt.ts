export const pt = {
  title: 'Bem-vindo ao Balcão',
  lead: 'Crie a primeira conta. Ela é a dona da empresa e convida as outras pessoas.',
  name: 'Seu nome',
  email: 'E-mail',
  password: 'Senha',
  company: 'Nome da empresa',
  language: 'Idioma',
  submit: 'Criar e entrar',
  overTitle: 'Este link não vale mais',
  overLead:
    'Ele já foi usado ou passou da validade. Se a conta já existe, é só entrar; senão, reinicie o Balcão para receber outro link.',
  toSignIn: 'Ir para a entrada',
} as const;
