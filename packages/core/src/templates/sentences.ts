type Languages = { readonly 'pt-BR': string; readonly en: string; readonly es: string };

/** Why a template cannot be sent, for people. */
export const templateSentences = {
  pending: {
    'pt-BR': 'O WhatsApp ainda está analisando este modelo. Costuma levar de minutos a um dia.',
    en: 'WhatsApp is still reviewing this template. It usually takes from minutes to a day.',
    es: 'WhatsApp todavía está revisando esta plantilla. Suele tardar de minutos a un día.',
  },
  rejected: {
    'pt-BR': 'O WhatsApp recusou este modelo. Corrija o texto na página da Meta e envie de novo para análise.',
    en: 'WhatsApp rejected this template. Correct the text on Meta’s page and submit it again.',
    es: 'WhatsApp rechazó esta plantilla. Corrija el texto en la página de Meta y envíela de nuevo a revisión.',
  },
  paused: {
    'pt-BR':
      'O WhatsApp pausou este modelo porque clientes reclamaram. Escolha outro; ele volta sozinho depois de um tempo.',
    en: 'WhatsApp paused this template because customers complained. Choose another; it comes back by itself after a while.',
    es: 'WhatsApp pausó esta plantilla porque hubo quejas de clientes. Elija otra; vuelve sola después de un tiempo.',
  },
  disabled: {
    'pt-BR': 'O WhatsApp desativou este modelo. Escolha outro ou crie um novo.',
    en: 'WhatsApp disabled this template. Choose another or create a new one.',
    es: 'WhatsApp desactivó esta plantilla. Elija otra o cree una nueva.',
  },
  gone: {
    'pt-BR': 'Este modelo não existe mais no WhatsApp. Atualize a lista e escolha outro.',
    en: 'This template no longer exists on WhatsApp. Refresh the list and choose another.',
    es: 'Esta plantilla ya no existe en WhatsApp. Actualice la lista y elija otra.',
  },
  foreign: {
    'pt-BR': 'Este modelo tem partes que ainda não dá para preencher por aqui (carrossel, senha, formulário).',
    en: 'This template has parts that cannot be filled in here yet (carousel, password, form).',
    es: 'Esta plantilla tiene partes que todavía no se pueden completar aquí (carrusel, contraseña, formulario).',
  },
  mismatch: {
    'pt-BR': 'Os campos preenchidos não batem com o modelo. Confira o que falta preencher.',
    en: 'What was filled in does not fit the template. Check what is missing.',
    es: 'Los campos completados no coinciden con la plantilla. Revise lo que falta.',
  },
} as const satisfies Record<string, Languages>;

export type TemplateProblem = keyof typeof templateSentences;
