type Languages = { readonly 'pt-BR': string; readonly en: string; readonly es: string };

/** What a person reads after trying a credential. */
export const credentialSentences = {
  token_works: {
    'pt-BR': 'O token de acesso funciona e tem as permissões que precisamos.',
    en: 'The access token works and has the permissions we need.',
    es: 'El token de acceso funciona y tiene los permisos que necesitamos.',
  },
  token_ends_soon: {
    'pt-BR': 'O token funciona, mas é temporário e vai vencer. Use o token de um usuário do sistema, que não vence.',
    en: 'The token works, but it is temporary and will end. Use the token of a system user, which does not.',
    es: 'El token funciona, pero es temporal y va a vencer. Use el token de un usuario del sistema, que no vence.',
  },
  token_lacks_scopes: {
    'pt-BR':
      'Faltam permissões no token. Gere outro marcando whatsapp_business_messaging e whatsapp_business_management.',
    en: 'The token lacks permissions. Make another with whatsapp_business_messaging and whatsapp_business_management.',
    es: 'Al token le faltan permisos. Genere otro marcando whatsapp_business_messaging y whatsapp_business_management.',
  },
  token_refused: {
    'pt-BR': 'A Meta não aceitou este token. Copie de novo, inteiro, ou gere outro.',
    en: 'Meta did not accept this token. Copy it again, whole, or make another.',
    es: 'Meta no aceptó este token. Cópielo de nuevo, completo, o genere otro.',
  },
  number_works: {
    'pt-BR': 'O número existe e este token pode usá-lo.',
    en: 'The number exists and this token may use it.',
    es: 'El número existe y este token puede usarlo.',
  },
  number_not_registered: {
    'pt-BR': 'O número existe, mas não está conectado ao WhatsApp. Registre-o no Gerenciador do WhatsApp.',
    en: 'The number exists, but is not connected to WhatsApp. Register it in the WhatsApp Manager.',
    es: 'El número existe, pero no está conectado a WhatsApp. Regístrelo en el Administrador de WhatsApp.',
  },
  number_unknown: {
    'pt-BR':
      'Não há número com esta identificação para este token. Copie a “Identificação do número de telefone”, que não é o próprio telefone.',
    en: 'There is no number with this id for this token. Copy the “Phone number ID”, which is not the phone itself.',
    es: 'No hay ningún número con este identificador para este token. Copie el “Identificador del número de teléfono”, que no es el teléfono.',
  },
  waba_works: {
    'pt-BR': 'A conta do WhatsApp Business existe e este token pode usá-la.',
    en: 'The WhatsApp Business account exists and this token may use it.',
    es: 'La cuenta de WhatsApp Business existe y este token puede usarla.',
  },
  waba_unknown: {
    'pt-BR': 'Não há conta do WhatsApp Business com esta identificação para este token.',
    en: 'There is no WhatsApp Business account with this id for this token.',
    es: 'No hay ninguna cuenta de WhatsApp Business con este identificador para este token.',
  },
  secret_works: {
    'pt-BR': 'A chave secreta é mesmo do aplicativo deste token.',
    en: 'The app secret does belong to the app of this token.',
    es: 'La clave secreta es la de la aplicación de este token.',
  },
  secret_wrong: {
    'pt-BR': 'A chave secreta não é do aplicativo deste token. Copie em Configurações do app › Básico.',
    en: 'The app secret is not of the app of this token. Copy it from App settings › Basic.',
    es: 'La clave secreta no es la de la aplicación de este token. Cópiela en Configuración de la app › Básica.',
  },
  webhook_subscribed: {
    'pt-BR': 'A conta já envia os avisos para o aplicativo.',
    en: 'The account sends its notices to the app.',
    es: 'La cuenta ya envía los avisos a la aplicación.',
  },
  webhook_not_subscribed: {
    'pt-BR': 'A conta ainda não envia os avisos para o aplicativo. Ao conectar o canal, cuidamos disso.',
    en: 'The account does not send its notices to the app yet. We see to it when the channel is connected.',
    es: 'La cuenta todavía no envía los avisos a la aplicación. Al conectar el canal, nos ocupamos de eso.',
  },
  provider_away: {
    'pt-BR': 'A Meta não respondeu agora. Tente de novo em instantes.',
    en: 'Meta did not answer just now. Try again in a moment.',
    es: 'Meta no respondió ahora. Inténtelo de nuevo en un momento.',
  },
  refused: {
    'pt-BR': 'A Meta recusou a pergunta. Confira se o token tem acesso a esta conta.',
    en: 'Meta refused the question. Check that the token has access to this account.',
    es: 'Meta rechazó la consulta. Verifique que el token tenga acceso a esta cuenta.',
  },
  needs_token: {
    'pt-BR': 'Só dá para testar com um token que funcione.',
    en: 'It can only be tried with a token that works.',
    es: 'Solo se puede probar con un token que funcione.',
  },
  not_given: {
    'pt-BR': 'Não foi informado.',
    en: 'It was not given.',
    es: 'No se informó.',
  },
} as const satisfies Record<string, Languages>;

export type CredentialSentence = keyof typeof credentialSentences;
