import type { Language } from '@balcao/contract';
import type { ModelTested } from '@balcao/core/governance';

type Said = { readonly [L in Language]: string };
interface Outcome {
  readonly sentence: Said;
  readonly todo?: Said;
}

const wait: Said = {
  'pt-BR': 'Tente de novo daqui a pouco.',
  en: 'Try again in a little while.',
  es: 'Intente de nuevo en un momento.',
};
const checkName: Said = {
  'pt-BR': 'Confira o nome do modelo e o endereço.',
  en: 'Check the name of the model and the address.',
  es: 'Revise el nombre del modelo y la dirección.',
};

const checkAddress: Said = {
  'pt-BR':
    'Confira o endereço. Um modelo na rede interna precisa ser liberado por quem instalou o sistema (OUTBOUND_PRIVATE).',
  en: 'Check the address. A model in the internal network has to be allowed by who installed the system (OUTBOUND_PRIVATE).',
  es: 'Revise la dirección. Un modelo en la red interna debe ser permitido por quien instaló el sistema (OUTBOUND_PRIVATE).',
};

/** What came of trying a model, and what to do about it. */
export const modelOutcomes: { readonly [O in ModelTested['outcome']]: Outcome } = {
  works: {
    sentence: {
      'pt-BR': 'Funciona: o modelo respondeu.',
      en: 'It works: the model answered.',
      es: 'Funciona: el modelo respondió.',
    },
  },
  budget: {
    sentence: {
      'pt-BR': 'O orçamento de hoje acabou, então não perguntamos.',
      en: "Today's budget is used up, so we did not ask.",
      es: 'El presupuesto de hoy se acabó, así que no preguntamos.',
    },
    todo: {
      'pt-BR': 'Aumente o orçamento do dia nas configurações do robô.',
      en: "Raise the day's budget in the settings of the bot.",
      es: 'Aumente el presupuesto del día en la configuración del robot.',
    },
  },
  key_lost: {
    sentence: {
      'pt-BR': 'A chave guardada não abre mais.',
      en: 'The kept key does not open any more.',
      es: 'La clave guardada ya no se abre.',
    },
    todo: {
      'pt-BR': 'Cole a chave de novo e salve.',
      en: 'Paste the key again and save.',
      es: 'Pegue la clave de nuevo y guarde.',
    },
  },
  timeout: {
    sentence: {
      'pt-BR': 'O modelo não respondeu a tempo.',
      en: 'The model did not answer in time.',
      es: 'El modelo no respondió a tiempo.',
    },
    todo: {
      'pt-BR': 'Tente de novo. Se continuar, escolha um modelo mais rápido.',
      en: 'Try again. If it stays so, choose a faster model.',
      es: 'Intente de nuevo. Si sigue así, elija un modelo más rápido.',
    },
  },
  unreachable: {
    sentence: {
      'pt-BR': 'Não conseguimos chegar ao endereço.',
      en: 'The address cannot be reached.',
      es: 'No logramos llegar a la dirección.',
    },
    todo: checkAddress,
  },
  server: {
    sentence: {
      'pt-BR': 'O fornecedor teve um erro.',
      en: 'The vendor had an error.',
      es: 'El proveedor tuvo un error.',
    },
    todo: wait,
  },
  rate_limited: {
    sentence: {
      'pt-BR': 'O fornecedor pediu para ir mais devagar.',
      en: 'The vendor asks to go slower.',
      es: 'El proveedor pide ir más despacio.',
    },
    todo: {
      'pt-BR': 'Diga aqui quantas perguntas por minuto o seu plano permite.',
      en: 'Say here how many requests per minute your plan allows.',
      es: 'Indique aquí cuántas preguntas por minuto permite su plan.',
    },
  },
  quota: {
    sentence: {
      'pt-BR': 'A cota ou os créditos no fornecedor acabaram.',
      en: 'The quota or the credit at the vendor is used up.',
      es: 'La cuota o los créditos del proveedor se acabaron.',
    },
    todo: {
      'pt-BR': 'Veja o plano e o pagamento na conta do fornecedor.',
      en: 'Look at plan and payment in the account at the vendor.',
      es: 'Revise el plan y el pago en la cuenta del proveedor.',
    },
  },
  auth: {
    sentence: {
      'pt-BR': 'O fornecedor não aceitou a chave.',
      en: 'The vendor did not accept the key.',
      es: 'El proveedor no aceptó la clave.',
    },
    todo: {
      'pt-BR': 'Gere outra chave na conta do fornecedor e cole aqui.',
      en: 'Make another key in the account at the vendor and paste it here.',
      es: 'Genere otra clave en la cuenta del proveedor y péguela aquí.',
    },
  },
  refused: {
    sentence: {
      'pt-BR': 'O modelo respondeu, mas recusou a pergunta de teste.',
      en: 'The model answered, but refused the question of the test.',
      es: 'El modelo respondió, pero rechazó la pregunta de prueba.',
    },
    todo: checkName,
  },
  garbage: {
    sentence: {
      'pt-BR': 'A resposta não é de um modelo que conhecemos.',
      en: 'The answer is none of a model as we know it.',
      es: 'La respuesta no es de un modelo que conocemos.',
    },
    todo: checkName,
  },
  empty: {
    sentence: {
      'pt-BR': 'O modelo respondeu sem nenhum texto.',
      en: 'The model answered without any text.',
      es: 'El modelo respondió sin ningún texto.',
    },
    todo: checkName,
  },
  bad_request: {
    sentence: {
      'pt-BR': 'O fornecedor não entendeu o pedido: o nome do modelo ou o endereço está errado.',
      en: 'The vendor did not understand: the name of the model or the address is wrong.',
      es: 'El proveedor no entendió: el nombre del modelo o la dirección está mal.',
    },
    todo: checkAddress,
  },
  breaker_open: {
    sentence: {
      'pt-BR': 'Este modelo falhou muitas vezes seguidas e está descansando.',
      en: 'This model failed many times in a row and is left alone for a while.',
      es: 'Este modelo falló muchas veces seguidas y está descansando.',
    },
    todo: wait,
  },
  paced: {
    sentence: {
      'pt-BR': 'O limite por minuto deste modelo já foi usado.',
      en: 'The limit per minute of this model is used up.',
      es: 'El límite por minuto de este modelo ya se usó.',
    },
    todo: wait,
  },
  crowded: {
    sentence: {
      'pt-BR': 'Há perguntas demais em andamento.',
      en: 'Too many requests are under way.',
      es: 'Hay demasiadas preguntas en curso.',
    },
    todo: wait,
  },
  aborted: {
    sentence: {
      'pt-BR': 'O teste foi interrompido.',
      en: 'The test was interrupted.',
      es: 'La prueba fue interrumpida.',
    },
    todo: wait,
  },
};
