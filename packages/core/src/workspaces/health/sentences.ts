type Languages = { readonly 'pt-BR': string; readonly en: string; readonly es: string };

/** What the health page of a number says: how things are, and what to do. `{…}` is filled in. */
export const healthSentences = {
  sending_well: {
    'pt-BR': 'O número está enviando normalmente.',
    en: 'The number is sending normally.',
    es: 'El número está enviando con normalidad.',
  },
  sending_paused: {
    'pt-BR': 'O envio está pausado. O que os clientes escrevem continua chegando.',
    en: 'Sending is paused. What customers write still comes in.',
    es: 'El envío está en pausa. Lo que escriben los clientes sigue llegando.',
  },
  sending_stopped: {
    'pt-BR':
      'O envio está parado. As mensagens ficam guardadas na fila e o que os clientes escrevem continua chegando.',
    en: 'Sending is stopped. Messages are kept in the queue, and what customers write still comes in.',
    es: 'El envío está detenido. Los mensajes quedan en la cola y lo que escriben los clientes sigue llegando.',
  },
  resume_channel: {
    'pt-BR': 'Quando estiver tudo certo, clique em Retomar envio.',
    en: 'When all is well, click Resume sending.',
    es: 'Cuando todo esté bien, haga clic en Reanudar envío.',
  },
  renew_token: {
    'pt-BR':
      'Gere um novo token de acesso na Meta (Configurações do negócio › Usuários do sistema), com as duas permissões do WhatsApp, cole aqui e retome o envio.',
    en: 'Make a new access token at Meta (Business settings › System users) with both WhatsApp permissions, paste it here and resume sending.',
    es: 'Genere un nuevo token de acceso en Meta (Configuración del negocio › Usuarios del sistema) con los dos permisos de WhatsApp, péguelo aquí y reanude el envío.',
  },
  make_lasting_token: {
    'pt-BR': 'Troque por um token de usuário do sistema, que não vence.',
    en: 'Replace it with the token of a system user, which does not end.',
    es: 'Cámbielo por un token de usuario del sistema, que no vence.',
  },
  mend_account: {
    'pt-BR':
      'Abra o Gerenciador do WhatsApp na Meta: há uma pendência na conta (pagamento, nome de exibição ou restrição).',
    en: 'Open the WhatsApp Manager at Meta: something is pending in the account (payment, display name or a restriction).',
    es: 'Abra el Administrador de WhatsApp en Meta: hay algo pendiente en la cuenta (pago, nombre para mostrar o restricción).',
  },
  register_again: {
    'pt-BR': 'Registre o número de novo no Gerenciador do WhatsApp, com o PIN de confirmação em duas etapas.',
    en: 'Register the number again in the WhatsApp Manager, with the PIN of the two-step verification.',
    es: 'Registre el número de nuevo en el Administrador de WhatsApp, con el PIN de verificación en dos pasos.',
  },
  not_checked_yet: {
    'pt-BR': 'Ainda não perguntamos ao WhatsApp como está este número.',
    en: 'We have not asked WhatsApp about this number yet.',
    es: 'Todavía no preguntamos a WhatsApp cómo está este número.',
  },
  provider_silent: {
    'pt-BR': 'O WhatsApp não respondeu sobre este número, ou recusou a pergunta.',
    en: 'WhatsApp did not answer about this number, or refused the question.',
    es: 'WhatsApp no respondió sobre este número, o rechazó la pregunta.',
  },
  check_credentials: {
    'pt-BR': 'Teste as credenciais deste canal.',
    en: 'Test the credentials of this channel.',
    es: 'Pruebe las credenciales de este canal.',
  },
  number_connected: {
    'pt-BR': 'O número está conectado ao WhatsApp.',
    en: 'The number is connected to WhatsApp.',
    es: 'El número está conectado a WhatsApp.',
  },
  number_not_connected: {
    'pt-BR': 'O WhatsApp diz que o número não está conectado ({status}).',
    en: 'WhatsApp says that the number is not connected ({status}).',
    es: 'WhatsApp dice que el número no está conectado ({status}).',
  },
  quality_green: {
    'pt-BR': 'A qualidade do número é alta.',
    en: 'The quality of the number is high.',
    es: 'La calidad del número es alta.',
  },
  quality_yellow: {
    'pt-BR': 'A qualidade do número caiu para média: clientes bloquearam ou denunciaram mensagens.',
    en: 'The quality of the number has fallen to medium: customers blocked it or reported messages.',
    es: 'La calidad del número bajó a media: hubo clientes que bloquearon o denunciaron mensajes.',
  },
  quality_red: {
    'pt-BR': 'A qualidade do número está baixa. O WhatsApp pode reduzir o limite ou bloquear o número.',
    en: 'The quality of the number is low. WhatsApp may lower its limit or block it.',
    es: 'La calidad del número es baja. WhatsApp puede reducir el límite o bloquear el número.',
  },
  quality_unknown: {
    'pt-BR': 'O WhatsApp ainda não avaliou a qualidade deste número.',
    en: 'WhatsApp has not rated the quality of this number yet.',
    es: 'WhatsApp todavía no evaluó la calidad de este número.',
  },
  send_less: {
    'pt-BR': 'Envie menos mensagens por conta própria e só para quem pediu. A nota melhora em alguns dias.',
    en: 'Send fewer messages on your own account, and only to those who asked. The rating gets better in some days.',
    es: 'Envíe menos mensajes por iniciativa propia y solo a quien los pidió. La nota mejora en unos días.',
  },
  stop_campaigns: {
    'pt-BR': 'Pare campanhas e avisos por alguns dias e revise os modelos que geraram reclamação.',
    en: 'Stop campaigns and notices for some days and revise the templates that drew complaints.',
    es: 'Detenga campañas y avisos por unos días y revise las plantillas que generaron quejas.',
  },
  limit_is: {
    'pt-BR':
      'O número pode iniciar conversa com até {people} pessoas a cada 24 horas. Responder a quem escreveu não conta.',
    en: 'The number may start conversations with up to {people} people every 24 hours. Answering those who wrote does not count.',
    es: 'El número puede iniciar conversación con hasta {people} personas cada 24 horas. Responder a quien escribió no cuenta.',
  },
  limit_none: {
    'pt-BR': 'O número pode iniciar conversa com quantas pessoas quiser.',
    en: 'The number may start conversations with as many people as it likes.',
    es: 'El número puede iniciar conversación con cuantas personas quiera.',
  },
  limit_unknown: {
    'pt-BR': 'O limite de conversas iniciadas ainda não é conhecido.',
    en: 'The limit of conversations it may start is not known yet.',
    es: 'El límite de conversaciones iniciadas todavía no se conoce.',
  },
  verify_company: {
    'pt-BR': 'Verifique a empresa na Meta para aumentar o limite.',
    en: 'Have the business verified at Meta to raise the limit.',
    es: 'Verifique la empresa en Meta para aumentar el límite.',
  },
  token_forever: {
    'pt-BR': 'O token de acesso é válido e não vence.',
    en: 'The access token is valid and does not end.',
    es: 'El token de acceso es válido y no vence.',
  },
  token_ends: {
    'pt-BR': 'O token de acesso é válido e vence em {days} dias.',
    en: 'The access token is valid and ends in {days} days.',
    es: 'El token de acceso es válido y vence en {days} días.',
  },
  token_invalid: {
    'pt-BR': 'O token de acesso não vale mais.',
    en: 'The access token is not valid any more.',
    es: 'El token de acceso ya no es válido.',
  },
  token_lacks_scopes: {
    'pt-BR': 'O token de acesso não tem todas as permissões. Falta: {scopes}.',
    en: 'The access token lacks permissions: {scopes}.',
    es: 'Al token de acceso le faltan permisos: {scopes}.',
  },
  token_unknown: {
    'pt-BR': 'Não deu para conferir o token de acesso.',
    en: 'The access token could not be checked.',
    es: 'No se pudo comprobar el token de acceso.',
  },
  webhook_well: {
    'pt-BR': 'Os avisos do WhatsApp estão chegando.',
    en: 'The notices of WhatsApp are coming in.',
    es: 'Los avisos de WhatsApp están llegando.',
  },
  webhook_quiet: {
    'pt-BR': 'Faz mais de dois dias que não chega nenhum aviso do WhatsApp.',
    en: 'No notice of WhatsApp has come for more than two days.',
    es: 'Hace más de dos días que no llega ningún aviso de WhatsApp.',
  },
  webhook_never: {
    'pt-BR': 'Ainda não chegou nenhum aviso do WhatsApp para este número.',
    en: 'No notice of WhatsApp has come for this number yet.',
    es: 'Todavía no llegó ningún aviso de WhatsApp para este número.',
  },
  webhook_not_subscribed: {
    'pt-BR': 'A conta do WhatsApp não está enviando avisos para o aplicativo.',
    en: 'The WhatsApp account is not sending notices to the app.',
    es: 'La cuenta de WhatsApp no está enviando avisos a la aplicación.',
  },
  paste_webhook: {
    'pt-BR':
      'No painel do aplicativo na Meta, em WhatsApp › Configuração, cole a URL e o token de verificação e assine o campo messages.',
    en: 'On the app’s page at Meta, under WhatsApp › Configuration, paste the URL and the verify token and subscribe to the field messages.',
    es: 'En la página de la aplicación en Meta, en WhatsApp › Configuración, pegue la URL y el token de verificación y suscriba el campo messages.',
  },
  test_webhook: {
    'pt-BR': 'Mande uma mensagem para este número de um celular e veja se ela aparece aqui.',
    en: 'Write to this number from a phone and see whether it shows up here.',
    es: 'Escriba a este número desde un celular y vea si aparece aquí.',
  },
  subscribe_app: {
    'pt-BR': 'Clique em Verificar agora: assinamos o aplicativo de novo.',
    en: 'Click Check now: we subscribe the app again.',
    es: 'Haga clic en Verificar ahora: volvemos a suscribir la aplicación.',
  },
  queue_empty: {
    'pt-BR': 'Não há mensagens esperando para sair.',
    en: 'No messages are waiting to go out.',
    es: 'No hay mensajes esperando para salir.',
  },
  queue_moving: {
    'pt-BR': 'Há {waiting} mensagens saindo.',
    en: '{waiting} messages are going out.',
    es: 'Hay {waiting} mensajes saliendo.',
  },
  queue_slow: {
    'pt-BR': 'Há {waiting} mensagens esperando, a mais antiga há mais de dez minutos.',
    en: '{waiting} messages are waiting, the oldest for more than ten minutes.',
    es: 'Hay {waiting} mensajes esperando, el más antiguo hace más de diez minutos.',
  },
  look_at_sending: {
    'pt-BR': 'Veja os outros cartões: o envio pode estar parado ou o ritmo do número pode estar baixo.',
    en: 'Look at the other cards: sending may be stopped, or the pace of the number too low.',
    es: 'Vea las otras tarjetas: el envío puede estar detenido o el ritmo del número puede ser bajo.',
  },
  no_failures: {
    'pt-BR': 'Nenhuma mensagem foi recusada nas últimas 24 horas.',
    en: 'No message was refused in the last 24 hours.',
    es: 'Ningún mensaje fue rechazado en las últimas 24 horas.',
  },
  failed_lately: {
    'pt-BR': 'O WhatsApp recusou mensagens nas últimas 24 horas. Veja o motivo da última abaixo.',
    en: 'WhatsApp refused messages in the last 24 hours. See below why the last one was.',
    es: 'WhatsApp rechazó mensajes en las últimas 24 horas. Vea abajo el motivo del último.',
  },
} as const satisfies Record<string, Languages>;

export type HealthSentence = keyof typeof healthSentences;

/** The sentence with its places filled in. */
export function healthSentence(
  key: string,
  language: keyof Languages,
  values: Readonly<Record<string, string>> = {},
): { key: string; text: string } {
  const sentence: Languages | undefined = Object.hasOwn(healthSentences, key)
    ? healthSentences[key as HealthSentence] // checked on the line before
    : undefined;
  const text = (sentence?.[language] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { key, text };
}
