import type { SampleArticle } from './bakery.ts';
import type { Sample } from './bakery-questions.ts';

const document = (key: string, title: string, body: string): SampleArticle => ({
  key,
  kind: 'article',
  title,
  questions: [],
  body,
});

/** What a shop of household appliances would send as files: no questions in them, only text. */
export const shopDocuments: readonly SampleArticle[] = [
  document(
    'trocas',
    'Política de trocas e devoluções',
    `# Prazo para trocar
O cliente pode trocar qualquer produto sem uso em até 30 dias corridos a partir da data da compra, com a nota fiscal e a embalagem original.

# Arrependimento em compras pelo site
Nas compras feitas pelo site ou por telefone, o cliente pode desistir em até 7 dias depois de receber o produto e tem o valor devolvido por inteiro, inclusive o frete.

# Produtos que não são trocados
Não trocamos produtos de mostruário, colchões abertos, fones intra-auriculares usados e itens personalizados.

# Como pedir a troca
Leve o produto a qualquer loja ou peça a coleta pelo WhatsApp. A coleta em casa é gratuita e acontece em até 5 dias úteis.

# Devolução do dinheiro
O estorno no cartão aparece em até duas faturas. Compras pagas com Pix ou boleto são devolvidas na conta do comprador em até 3 dias úteis.`,
  ),
  document(
    'garantia',
    'Manual de garantia e assistência técnica',
    `# Garantia de fábrica
Geladeiras, fogões e lavadoras têm 12 meses de garantia do fabricante. Eletroportáteis, como liquidificadores e ferros de passar, têm 6 meses.

# Garantia estendida
A garantia estendida pode ser contratada até 90 dias depois da compra, cobre peças e mão de obra por mais 24 meses e custa a partir de R$ 79,90.

# O que a garantia não cobre
Não são cobertos danos por queda, oscilação de energia, oxidação, instalação feita por quem não é autorizado e desgaste natural.

# Como acionar a assistência
Abra um chamado pelo telefone 0800 700 1234 com o número de série e a nota fiscal. O técnico visita em até 72 horas nas capitais e em até 7 dias no interior.

# Peças de reposição
Filtros, borrachas de vedação e jarras são vendidos no balcão de peças da loja Centro. Peças sob encomenda chegam em 10 dias.`,
  ),
  document(
    'entrega',
    'Guia de entrega e instalação',
    `# Prazos de entrega
Na capital entregamos em até 2 dias úteis. No interior do estado, em até 6 dias úteis. Para outros estados o prazo é de 8 a 15 dias úteis.

# Agendamento
O cliente escolhe o dia e o período da entrega, manhã ou tarde, na página de acompanhamento. Mudanças podem ser feitas até as 18h do dia anterior.

# Quem pode receber
Qualquer pessoa maior de 18 anos com documento pode receber. Na ausência de alguém fazemos até três tentativas antes de o produto voltar ao depósito.

# Escadas e içamento
A equipe sobe até o quarto andar de escada sem custo. O içamento pela janela é orçado à parte e depende de vistoria.

# Instalação
A instalação de fogão, lavadora e ar-condicionado é feita por parceiros. O ar-condicionado split custa R$ 480 com até 3 metros de tubulação. A conversão de gás do fogão é gratuita.

# Retirada do produto antigo
Levamos o eletrodoméstico velho para reciclagem quando isso é pedido no momento da compra.`,
  ),
  document(
    'credito',
    'Crediário e formas de pagamento',
    `# Crediário próprio
No carnê da loja o cliente parcela em até 18 vezes. É preciso ter mais de 18 anos, CPF sem restrição e comprovante de renda e de residência.

# Atraso nas parcelas
Depois do vencimento há multa de 2 % e juros de 1 % ao mês. Com mais de 60 dias de atraso o nome pode ser incluído no cadastro de inadimplentes.

# Segunda via e adiantamento
A segunda via do carnê sai no caixa de qualquer loja ou pelo site, na área do cliente. Quem adianta parcelas tem desconto proporcional dos juros.

# Cartão da loja
O Cartão Faísca não tem anuidade no primeiro ano e dá 5 % de volta em compras na loja. A fatura vence nos dias 5, 15 ou 25.

# Consórcio
O consórcio de eletrodomésticos tem parcelas a partir de R$ 49 e sorteios mensais pela Loteria Federal.`,
  ),
  document(
    'empresas',
    'Atendimento a empresas e condomínios',
    `# Cadastro de pessoa jurídica
Empresas se cadastram com cartão do CNPJ, contrato social e inscrição estadual. A análise leva dois dias úteis.

# Faturamento
Compras acima de R$ 5.000 podem ser faturadas para 28 dias, depois da análise de crédito.

# Atendimento exclusivo
O gerente de contas atende de segunda a sexta, das 9h às 17h, pelo e-mail empresas@faisca.example.

# Locação de equipamentos
Alugamos bebedouros e purificadores de água para condomínios por contrato mínimo de 12 meses, com troca de filtro a cada semestre.`,
  ),
];

export const askedOfDocuments: readonly Sample[] = [
  ['qual o prazo pra trocar um produto', 'trocas'],
  ['comprei no site e me arrependi posso desistir?', 'trocas'],
  ['da pra trocar colchao aberto?', 'trocas'],
  ['vcs coletam em casa o produto pra troca', 'trocas'],
  ['paguei no pix qdo devolvem o dinheiro', 'trocas'],
  ['geladeira tem quanto tempo de garantia', 'garantia'],
  ['garantia do liquidificador', 'garantia'],
  ['quanto custa a garantia estendida', 'garantia'],
  ['garantia cobre queda?', 'garantia'],
  ['como abro um chamado na assistencia tecnica', 'garantia'],
  ['vende filtro e borracha de vedacao?', 'garantia'],
  ['em quantos dias entrega no interior', 'entrega'],
  ['posso escolher o dia da entrega', 'entrega'],
  ['quem pode receber a entrega', 'entrega'],
  ['sobe escada ate o quarto andar?', 'entrega'],
  ['quanto é pra instalar ar condicionado split', 'entrega'],
  ['converte o gas do fogao?', 'entrega'],
  ['levam a geladeira velha embora pra reciclagem?', 'entrega'],
  ['parcela em quantas vezes no carne', 'credito'],
  ['o que precisa pra fazer crediario', 'credito'],
  ['qual o juros se atrasar a parcela', 'credito'],
  ['segunda via do carnê', 'credito'],
  ['cartao da loja tem anuidade', 'credito'],
  ['quando vence a fatura do cartao faisca', 'credito'],
  ['como funciona o consorcio', 'credito'],
  ['quais documentos pra cadastrar empresa', 'empresas'],
  ['alugam purificador de agua', 'empresas'],
  ['compra faturada pra 28 dias', 'empresas'],
  // Nothing answers these.
  ['vocês vendem remédio', null],
  ['tem vaga de emprego?', null],
  ['quero comprar um cachorro', null],
  ['tem estacionamento na loja?', null],
  ['qual o endereço de vocês', null],
  ['fazem festa infantil', null],
  ['vcs abrem domingo', null],
  ['meu celular quebrou a tela, consertam?', null],
  ['qual a voltagem da tomada', null],
  ['preciso de um empréstimo pessoal', null],
  ['quanto custa uma passagem pra salvador', null],
  ['tem wi-fi aí', null],
  ['aceitam vale alimentação', null],
  ['vocês compram móveis usados', null],
  ['qual o telefone do procon', null],
  ['quem é o dono da loja', null],
];

export const alsoAskedOfDocuments: readonly Sample[] = [
  ['ate quando posso devolver sem nota?', 'trocas'],
  ['fone usado troca?', 'trocas'],
  ['estorno no cartao demora quantas faturas', 'trocas'],
  ['garantia da lavadora quantos meses', 'garantia'],
  ['ate quando da pra contratar garantia estendida', 'garantia'],
  ['o tecnico demora quanto pra visitar', 'garantia'],
  ['queimou com oscilacao de energia, a garantia cobre', 'garantia'],
  ['prazo de entrega na capital', 'entrega'],
  ['entrega em outro estado quantos dias', 'entrega'],
  ['mudar o periodo da entrega', 'entrega'],
  ['içamento pela janela é pago?', 'entrega'],
  ['instalacao da lavadora quem faz', 'entrega'],
  ['multa por atrazo na parcela', 'credito'],
  ['adiantar parcelas tem desconto?', 'credito'],
  ['precisa de comprovante de renda?', 'credito'],
  ['inscriçao estadual pra cadastro de pessoa juridica', 'empresas'],
  ['email do gerente de contas empresas', 'empresas'],
  ['vcs tem geladeira retro rosa?', null],
  ['tem banheiro na loja', null],
  ['qual time você torce', null],
  ['preciso de um encanador', null],
  ['fazem impressão colorida', null],
  ['vendem bicicleta', null],
  ['como tirar mancha de vinho', null],
  ['vocês dão aula de culinária', null],
  ['tem seguro de vida?', null],
  ['quero falar com o presidente', null],
];
