import type { Language } from '@balcao/contract';

/** The class of whatever is none of the intents. It cannot be made, archived or renamed. */
export const OUTSIDE = 'outside';

export interface IntentDefinition {
  readonly name: Readonly<Record<Language, string>>;
  /** What belongs to it, and what looks like it and does not. Read by models, and by whoever writes examples. */
  readonly border: string;
}

const named = (pt: string, en: string, es: string, border: string): IntentDefinition => ({
  name: { 'pt-BR': pt, en, es },
  border,
});

/** The starting set for Brazilian customer service. What the message asks for counts, not the words it is dressed in. */
export const intentDefinitions = {
  greeting: named(
    'Saudação',
    'Greeting',
    'Saludo',
    'Só cumprimenta ou chama ("oi", "bom dia", "tem alguém aí?"), sem dizer ainda o que quer. Com um pedido junto, vale o pedido.',
  ),
  thanks: named(
    'Agradecimento',
    'Thanks',
    'Agradecimiento',
    'Agradece ou elogia, sem pedir nada. Com despedida junto ("obrigado, tchau"), vale o que vem primeiro; "não, obrigado" é não.',
  ),
  goodbye: named(
    'Despedida',
    'Goodbye',
    'Despedida',
    'Despede-se ou diz que era só isso ("tchau", "até mais", "só isso mesmo, pode encerrar o atendimento").',
  ),
  human: named(
    'Falar com uma pessoa',
    'Talk to a person',
    'Hablar con una persona',
    'Quer falar com gente (atendente, vendedor, gerente, setor, "alguém de verdade") em vez do robô, com ou sem motivo.',
  ),
  complaint: named(
    'Reclamação',
    'Complaint',
    'Reclamo',
    'Queixa ou indignação com a empresa, o atendimento, a entrega ou a qualidade, ameaça de Procon, Reclame Aqui ou justiça. Se pergunta calmamente onde está o pedido, é order_status; se descreve um defeito pedindo conserto, technical_problem.',
  ),
  cancel: named(
    'Cancelamento',
    'Cancellation',
    'Cancelación',
    'Quer desfazer pedido, compra, assinatura, plano, contrato ou reserva. Desmarcar ou mudar horário é scheduling; pedir só o dinheiro de volta é refund.',
  ),
  opt_out: named(
    'Não receber mais mensagens',
    'Stop messages',
    'No recibir más mensajes',
    'Não quer mais receber mensagens, promoções ou contatos ("pare", "sair da lista", "me tira daí"). Cancelar um serviço é cancel.',
  ),
  order_status: named(
    'Situação do pedido',
    'Order status',
    'Estado del pedido',
    'Quer saber de um pedido já feito: onde está, rastreio, se saiu, se foi enviado ou aprovado, quando o MEU chega. Prazo e frete antes de comprar é delivery_time.',
  ),
  boleto_copy: named(
    'Segunda via de boleto',
    'Copy of the payment slip',
    'Copia del boleto',
    'Quer boleto, segunda via, fatura, código de barras, linha digitável ou a chave Pix de uma conta a pagar, também vencida. Perguntar que formas de pagar existem é payment_methods; nota fiscal é invoice.',
  ),
  exchange_return: named(
    'Troca ou devolução',
    'Exchange or return',
    'Cambio o devolución',
    'Quer trocar ou devolver um produto (tamanho, cor, veio errado, não gostou, com defeito), ou saber como e até quando pode.',
  ),
  refund: named(
    'Reembolso',
    'Refund',
    'Reembolso',
    'Quer o dinheiro de volta, estorno, ou saber quando o reembolso cai; cobrança em dobro ou indevida a devolver.',
  ),
  opening_hours: named(
    'Horário de funcionamento',
    'Opening hours',
    'Horario de atención',
    'Dias e horas em que abre, fecha ou atende; se abre no feriado, no domingo, no almoço.',
  ),
  address: named(
    'Endereço',
    'Address',
    'Dirección',
    'Onde fica a loja ou empresa, como chegar, mapa, estacionamento, se há unidade numa cidade ou bairro. Mudar o próprio endereço é register_update.',
  ),
  price: named(
    'Preço',
    'Price',
    'Precio',
    'Quanto custa, orçamento, tabela, desconto ou promoção de um produto ou serviço. Valor e prazo do frete é delivery_time.',
  ),
  payment_methods: named(
    'Formas de pagamento',
    'Payment methods',
    'Formas de pago',
    'Como se pode pagar: pix, cartão, parcelas, dinheiro, vale, boleto como opção.',
  ),
  delivery_time: named(
    'Entrega e frete',
    'Delivery and shipping',
    'Entrega y envío',
    'Antes de comprar: prazo, frete, se entregam numa região ou CEP, se dá para retirar. De um pedido já feito é order_status.',
  ),
  product_availability: named(
    'Disponibilidade de produto',
    'Product availability',
    'Disponibilidad de producto',
    'Se vendem ou têm em estoque um produto, modelo, tamanho ou cor; quando volta a ter. Quanto custa é price.',
  ),
  scheduling: named(
    'Agendamento',
    'Scheduling',
    'Agendamiento',
    'Marcar, remarcar, confirmar ou desmarcar horário, consulta, visita, reserva; que horários há livres.',
  ),
  document_renewal: named(
    'Renovação de certificado ou documento',
    'Renewal of a certificate or document',
    'Renovación de certificado o documento',
    'Emitir ou renovar certificado digital (e-CPF, e-CNPJ), licença, alvará, CNH, carteirinha, apólice; documento vencido ou a vencer, o que precisa levar.',
  ),
  invoice: named(
    'Nota fiscal',
    'Tax invoice',
    'Factura fiscal',
    'Nota fiscal ou cupom fiscal: receber, segunda via, corrigir, com CPF ou CNPJ, XML, DANFE. Fatura ou boleto a pagar é boleto_copy.',
  ),
  technical_problem: named(
    'Problema técnico',
    'Technical problem',
    'Problema técnico',
    'Algo não funciona: site, aplicativo, senha, acesso, internet, aparelho, sistema, erro na tela. Quer que funcione; trocar ou devolver é exchange_return.',
  ),
  register_update: named(
    'Atualização de cadastro',
    'Change of personal data',
    'Actualización de datos',
    'Mudar os próprios dados: endereço, telefone, e-mail, nome, titular, cartão cadastrado; fazer ou excluir cadastro.',
  ),
  yes: named(
    'Sim',
    'Yes',
    'Sí',
    'Só concorda ou confirma o que foi perguntado ("sim", "isso", "pode ser", "blz", "👍").',
  ),
  no: named(
    'Não',
    'No',
    'No',
    'Só nega ou recusa o que foi perguntado ("não", "nao obrigado", "agora não", "negativo").',
  ),
  [OUTSIDE]: named(
    'Fora do assunto',
    'Off topic',
    'Fuera de tema',
    'Nada disso: conversa fiada, corrente, engano, assunto alheio à empresa, receita, futebol, política, texto sem sentido, propaganda de terceiros, um dado solto (nome, número, CPF), conversa pessoal. Também o que se pergunta à empresa e nenhuma das outras cobre (como comprar, cardápio, garantia, wi-fi, medidas).',
  ),
} as const satisfies Readonly<Record<string, IntentDefinition>>;

export type StartingIntent = keyof typeof intentDefinitions;
export const startingIntents = Object.keys(intentDefinitions) as StartingIntent[]; // the keys of a const object are its type's
