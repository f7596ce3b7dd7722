type Languages = { readonly 'pt-BR': string; readonly en: string; readonly es: string };

/** What the attendant reads about a message that did not go, or not yet. Everything for people about sending is in this file. */
export const sendSentences = {
  channel_stopped: {
    'pt-BR':
      'O WhatsApp recusou o acesso deste número. As mensagens estão guardadas e saem assim que o responsável renovar o acesso.',
    en: 'WhatsApp refused access for this number. Messages are kept and will go out as soon as the owner renews the access.',
    es: 'WhatsApp rechazó el acceso de este número. Los mensajes están guardados y saldrán cuando el responsable renueve el acceso.',
  },
  account_on_hold: {
    'pt-BR':
      'A conta do WhatsApp tem uma pendência (pagamento, nome ou bloqueio). Veja o cartão vermelho na saúde do número.',
    en: 'The WhatsApp account has something pending (payment, name or lock). See the red card in the number health page.',
    es: 'La cuenta de WhatsApp tiene algo pendiente (pago, nombre o bloqueo). Vea la tarjeta roja en la salud del número.',
  },
  number_not_registered: {
    'pt-BR': 'Este número precisa ser registrado de novo no WhatsApp. As mensagens ficam guardadas até lá.',
    en: 'This number must be registered on WhatsApp again. Messages are kept until then.',
    es: 'Este número debe registrarse de nuevo en WhatsApp. Los mensajes se guardan hasta entonces.',
  },
  sending_slowly: {
    'pt-BR': 'Muitas mensagens em pouco tempo: o envio continua, mais devagar.',
    en: 'Many messages in a short time: sending goes on, more slowly.',
    es: 'Muchos mensajes en poco tiempo: el envío continúa, más despacio.',
  },
  spam_limit: {
    'pt-BR': 'O WhatsApp limitou este número. As campanhas pararam; as respostas continuam.',
    en: 'WhatsApp limited this number. Campaigns have stopped; replies go on.',
    es: 'WhatsApp limitó este número. Las campañas se detuvieron; las respuestas continúan.',
  },
  trying_again: {
    'pt-BR': 'O WhatsApp não respondeu bem agora. Vamos tentar de novo.',
    en: 'WhatsApp did not answer well just now. We will try again.',
    es: 'WhatsApp no respondió bien ahora. Lo intentaremos de nuevo.',
  },
  no_answer_yet: {
    'pt-BR': 'O WhatsApp ainda não confirmou o envio. Aguarde antes de repetir.',
    en: 'WhatsApp has not confirmed this message yet. Wait before repeating it.',
    es: 'WhatsApp aún no confirmó el envío. Espere antes de repetirlo.',
  },
  media_refused: {
    'pt-BR': 'O WhatsApp não aceitou o arquivo. Confira o formato e o tamanho.',
    en: 'WhatsApp did not accept the file. Check its format and size.',
    es: 'WhatsApp no aceptó el archivo. Verifique el formato y el tamaño.',
  },
  marketing_cap: {
    'pt-BR': 'Esta pessoa já recebeu muitas mensagens de marketing. Tentaremos de novo depois de um dia.',
    en: 'This person has had many marketing messages lately. We will try again after a day.',
    es: 'Esta persona ya recibió muchos mensajes de marketing. Lo intentaremos de nuevo después de un día.',
  },
  window_closed: {
    'pt-BR': 'Passaram mais de 24 horas desde a última mensagem do cliente. Envie um modelo aprovado.',
    en: 'More than 24 hours have passed since the customer last wrote. Send an approved template.',
    es: 'Pasaron más de 24 horas desde el último mensaje del cliente. Envíe una plantilla aprobada.',
  },
  undeliverable: {
    'pt-BR': 'O WhatsApp não consegue entregar a este número. Confira se o número está certo e tem WhatsApp.',
    en: 'WhatsApp cannot deliver to this number. Check that it is right and has WhatsApp.',
    es: 'WhatsApp no puede entregar a este número. Verifique que sea correcto y tenga WhatsApp.',
  },
  opted_out: {
    'pt-BR': 'Esta pessoa não quer mais mensagens de marketing.',
    en: 'This person no longer wants marketing messages.',
    es: 'Esta persona no quiere más mensajes de marketing.',
  },
  not_delivered: {
    'pt-BR': 'O WhatsApp decidiu não entregar esta mensagem. Não é defeito do número.',
    en: 'WhatsApp decided not to deliver this message. Nothing is wrong with the number.',
    es: 'WhatsApp decidió no entregar este mensaje. El número no tiene ningún problema.',
  },
  our_mistake: {
    'pt-BR': 'A mensagem saiu daqui com um erro nosso e foi recusada. O suporte já foi avisado.',
    en: 'The message left here with a mistake of ours and was refused. Support has been told.',
    es: 'El mensaje salió de aquí con un error nuestro y fue rechazado. El soporte ya fue avisado.',
  },
  template_mismatch: {
    'pt-BR': 'O modelo mudou ou os campos não batem. Atualize os modelos e confira o que falta preencher.',
    en: 'The template changed or its fields do not match. Refresh the templates and check what is missing.',
    es: 'La plantilla cambió o los campos no coinciden. Actualice las plantillas y revise lo que falta.',
  },
  template_paused: {
    'pt-BR': 'O WhatsApp pausou este modelo. Escolha outro.',
    en: 'WhatsApp paused this template. Choose another one.',
    es: 'WhatsApp pausó esta plantilla. Elija otra.',
  },
  flow_unavailable: {
    'pt-BR': 'O formulário está indisponível no WhatsApp. Use botões ou perguntas simples.',
    en: 'The form is not available on WhatsApp. Use buttons or plain questions instead.',
    es: 'El formulario no está disponible en WhatsApp. Use botones o preguntas simples.',
  },
  feature_off: {
    'pt-BR': 'Este recurso não está disponível para este número ou esta pessoa.',
    en: 'This feature is not available for this number or this person.',
    es: 'Esta función no está disponible para este número o esta persona.',
  },
  channel_paused: {
    'pt-BR': 'O envio deste número está parado. A mensagem está guardada e sai quando ele for retomado.',
    en: 'Sending is stopped for this number. The message is kept and goes out when it is resumed.',
    es: 'El envío de este número está detenido. El mensaje está guardado y saldrá cuando se reanude.',
  },
  floor_taken: {
    'pt-BR': 'Uma pessoa assumiu a conversa antes que esta resposta automática saísse. Ela não foi enviada.',
    en: 'A person took over the conversation before this automatic reply went out. It was not sent.',
    es: 'Una persona tomó la conversación antes de que saliera esta respuesta automática. No se envió.',
  },
  contact_blocked: {
    'pt-BR': 'O contato foi bloqueado antes que esta resposta automática saísse. Ela não foi enviada.',
    en: 'The contact was blocked before this automatic reply went out. It was not sent.',
    es: 'El contacto fue bloqueado antes de que saliera esta respuesta automática. No se envió.',
  },
  file_gone: {
    'pt-BR': 'O arquivo não está mais guardado aqui. Anexe de novo e envie.',
    en: 'The file is no longer kept here. Attach it again and send.',
    es: 'El archivo ya no está guardado aquí. Adjúntelo de nuevo y envíe.',
  },
} as const satisfies Record<string, Languages>;

export type SendSentence = keyof typeof sendSentences;
