import type { ErrorCode } from './errors.ts';

export const languages = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What a person reads when it happens: what is the matter, then what to do. A code without a sentence in any language does not compile. */
export const errorSentences: { readonly [L in Language]: { readonly [C in ErrorCode]: string } } = {
  'pt-BR': {
    invalid_input: 'Alguma informação está faltando ou não é válida. Confira os campos e tente de novo.',
    unauthenticated: 'Entre na sua conta para continuar.',
    bad_signature: 'A assinatura desta mensagem não confere. Confira a chave secreta do aplicativo neste canal.',
    wrong_credentials: 'O e-mail ou a senha não confere.',
    wrong_code: 'O código não confere. Veja o código de agora no aplicativo e tente de novo.',
    challenge_over: 'Demorou demais. Comece de novo a entrar.',
    already_member: 'Esta pessoa já faz parte da empresa.',
    last_owner: 'A empresa precisa de pelo menos um dono. Passe a empresa para outra pessoa antes.',
    link_over: 'Este link já foi usado ou passou da validade. Peça outro.',
    weak_password:
      'Esta senha é fácil de adivinhar. Use pelo menos 10 caracteres, sem seu nome, seu e-mail nem senhas conhecidas.',
    forbidden: 'Você não tem permissão para fazer isso. Peça acesso a quem administra a empresa.',
    not_found: 'Não encontramos o que você procura. Pode ter sido removido.',
    unreadable_file:
      'Não conseguimos ler este arquivo. Envie uma planilha .xlsx ou .csv com os nomes das colunas na primeira linha.',
    contact_blocked: 'Este contato está bloqueado. Desbloqueie antes de escrever para ele.',
    conflict: 'Alguém mudou isto antes de você. Atualize e tente de novo.',
    already_claimed: 'Outra pessoa acabou de assumir este atendimento.',
    wrong_status: 'Na situação em que este atendimento está, não dá para fazer isso. Atualize e veja como ele ficou.',
    target_unavailable:
      'Esse destino não recebe atendimentos: foi arquivado, desativado ou não existe mais. Escolha outro.',
    too_large: 'O conteúdo é grande demais. Envie um menor.',
    over_limit: 'Isto passa de um limite. Reduza o conteúdo ou a quantidade e tente de novo.',
    window_closed:
      'Já passaram 24 horas desde a última mensagem do cliente. Envie um modelo aprovado para retomar a conversa.',
    template_unusable: 'Este modelo não pode ser enviado agora no WhatsApp. Escolha outro ou atualize os modelos.',
    wrong_file: 'O WhatsApp não aceita este tipo de arquivo aqui. Envie em outro formato.',
    too_many_requests: 'Foram pedidos demais em pouco tempo. Espere um instante e tente de novo.',
    internal: 'Algo deu errado do nosso lado. Já ficou registrado; tente de novo em instantes.',
    provider_failed: 'O serviço do outro lado não respondeu como devia. Tente de novo em instantes.',
    unavailable: 'O sistema está indisponível por um momento. Nada se perdeu; tente de novo em instantes.',
  },
  en: {
    invalid_input: 'Some information is missing or not valid. Check the fields and try again.',
    unauthenticated: 'Sign in to continue.',
    bad_signature: 'The signature of this message does not match. Check the app secret of this channel.',
    wrong_credentials: 'The e-mail or the password is not right.',
    wrong_code: 'The code is not right. Look at the current one in the app and try again.',
    challenge_over: 'It took too long. Start signing in again.',
    already_member: 'This person is already part of the company.',
    last_owner: 'The company needs at least one owner. Hand it over to somebody else first.',
    link_over: 'This link was used already or is too old. Ask for another.',
    weak_password:
      'This password is easy to guess. Use at least 10 characters, without your name, your e-mail or well-known passwords.',
    forbidden: 'You are not allowed to do this. Ask whoever runs the company for access.',
    not_found: 'We could not find what you are looking for. It may have been removed.',
    unreadable_file:
      'We could not read this file. Send an .xlsx or .csv sheet with the column names in the first line.',
    contact_blocked: 'This contact is blocked. Unblock it before writing to it.',
    conflict: 'Somebody changed this before you. Refresh and try again.',
    already_claimed: 'Somebody else has just taken this ticket.',
    wrong_status: 'This cannot be done to the ticket as it is now. Refresh and see how it stands.',
    target_unavailable: 'That place takes no tickets: it was archived, disabled or is no longer there. Choose another.',
    too_large: 'The content is too large. Send a smaller one.',
    over_limit: 'This is over a limit. Reduce the content or the quantity and try again.',
    window_closed:
      'More than 24 hours have passed since the customer last wrote. Send an approved template to resume the conversation.',
    template_unusable: 'This template cannot be sent on WhatsApp now. Choose another one or refresh the templates.',
    wrong_file: 'WhatsApp does not take this type of file here. Send it in another format.',
    too_many_requests: 'Too many requests in a short time. Wait a moment and try again.',
    internal: 'Something went wrong on our side. It has been recorded; try again in a moment.',
    provider_failed: 'The service on the other side did not answer as it should. Try again in a moment.',
    unavailable: 'The system is unavailable for a moment. Nothing was lost; try again shortly.',
  },
  es: {
    invalid_input: 'Falta alguna información o no es válida. Revise los campos e inténtelo de nuevo.',
    unauthenticated: 'Inicie sesión para continuar.',
    bad_signature: 'La firma de este mensaje no coincide. Revise la clave secreta de la aplicación en este canal.',
    wrong_credentials: 'El correo o la contraseña no es correcto.',
    wrong_code: 'El código no es correcto. Mire el código actual en la aplicación e inténtelo de nuevo.',
    challenge_over: 'Pasó demasiado tiempo. Empiece de nuevo a iniciar sesión.',
    already_member: 'Esta persona ya forma parte de la empresa.',
    last_owner: 'La empresa necesita al menos un propietario. Pásela antes a otra persona.',
    link_over: 'Este enlace ya se usó o venció. Pida otro.',
    weak_password:
      'Esta contraseña es fácil de adivinar. Use al menos 10 caracteres, sin su nombre, su correo ni contraseñas conocidas.',
    forbidden: 'No tiene permiso para hacer esto. Pida acceso a quien administra la empresa.',
    not_found: 'No encontramos lo que busca. Puede que se haya eliminado.',
    unreadable_file:
      'No pudimos leer este archivo. Envíe una hoja .xlsx o .csv con los nombres de las columnas en la primera línea.',
    contact_blocked: 'Este contacto está bloqueado. Desbloquéelo antes de escribirle.',
    conflict: 'Alguien cambió esto antes que usted. Actualice e inténtelo de nuevo.',
    already_claimed: 'Otra persona acaba de tomar esta atención.',
    wrong_status: 'En el estado en que está esta atención no se puede hacer esto. Actualice y vea cómo quedó.',
    target_unavailable: 'Ese destino no recibe atenciones: fue archivado, desactivado o ya no existe. Elija otro.',
    too_large: 'El contenido es demasiado grande. Envíe uno más pequeño.',
    over_limit: 'Esto supera un límite. Reduzca el contenido o la cantidad e inténtelo de nuevo.',
    window_closed:
      'Pasaron más de 24 horas desde el último mensaje del cliente. Envíe una plantilla aprobada para retomar la conversación.',
    template_unusable: 'Esta plantilla no se puede enviar ahora en WhatsApp. Elija otra o actualice las plantillas.',
    wrong_file: 'WhatsApp no acepta este tipo de archivo aquí. Envíelo en otro formato.',
    too_many_requests: 'Demasiadas solicitudes en poco tiempo. Espere un momento e inténtelo de nuevo.',
    internal: 'Algo salió mal de nuestro lado. Ya quedó registrado; inténtelo de nuevo en un momento.',
    provider_failed: 'El servicio del otro lado no respondió como debía. Inténtelo de nuevo en un momento.',
    unavailable: 'El sistema no está disponible por un momento. No se perdió nada; inténtelo de nuevo en breve.',
  },
};

export const errorSentence = (code: ErrorCode, language: Language): string => errorSentences[language][code];

/** The language of an Accept-Language header that we speak best; Portuguese when none is. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q\s*=\s*/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter((w) => w.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const spoken = languages.find((language) => language.slice(0, 2) === tag.slice(0, 2) && /^[a-z]{2}(-|$)/.test(tag));
    if (spoken !== undefined) return spoken;
  }
  return 'pt-BR';
}
