/**
 * Words that mean much the same in customer service, so that what was learned of one holds for the others. Beginnings of words,
 * as `normalise` leaves them; one that ends in $ is the whole word.
 */
const groups: Readonly<Record<string, string>> = {
  order: 'pedido encomenda compra$ compras$ comprei$ pacote mercadoria entrega$ remessa objeto',
  goods:
    'produto peca item modelo roupa blusa camisa camiseta calca vestido saia bermuda jaqueta casaco tenis sapato sandalia bota chinelo bolsa relogio oculos perfume sofa mesa cadeira cama colchao armario geladeira fogao tv televisao celular notebook computador fone livro brinquedo bicicleta',
  food: 'pizza lanche hamburguer marmita bolo salgado acai sorvete comida prato refeicao cerveja refrigerante coca pao esfiha sushi',
  where: 'onde$ aonde$ cade$ paradeiro localiz rastre endereco mapa maps$ waze$ rua$ avenida bairro fica$ ficam$',
  place: 'loja filial unidade sede$ escritorio clinica consultorio matriz agencia ponto$ shopping mercado',
  time: 'hora$ horas$ horario umahora expediente',
  day: 'domingo sabado segunda$ terca$ quarta$ quinta$ sexta$ feriado amanha hoje ontem semana natal carnaval',
  open: 'abre abrem aberto aberta abertos abriu abrir funciona$ funcionam$ funcionamento atende$ atendem$ plantao',
  close: 'fecha$ fecham$ fechad fechou fecharam',
  howmuch: 'quanto$ preco valor$ valores$ custa custo$ orcamento cotacao tabela caro$ barato',
  cheaper: 'desconto promoc cupom oferta liquidac',
  paper: 'boleto fatura carne$ carnes$ parcela prestacao mensalidade duplicata',
  tax: 'nota$ notas$ danfe cupom xml recibo',
  again: 'segunda$ copia novamente outra$ reenvi',
  due: 'vence$ venceu vencid vencendo vencimento atrasad atraso expir caduc',
  pay: 'pagar pago$ paga$ pague pagamento paguei quitar acertar',
  ways: 'pix$ cartao credito debito dinheiro$ cheque vezes parcelar parcelam dividir crediario maquininha troco vale$ bandeira',
  freight:
    'frete taxa$ entregam$ entrega$ entregar entregue motoboy correio sedex transportadora delivery envio$ enviam$ envia$ umcep cep$',
  late: 'demora demorou demorando atrasou atrasad chegou chega$ chegar previsao prazo',
  change: 'trocar troquei trocam substitu trocada',
  back: 'devol$ devolv devoluc retorn reembol rembols estorn ressarc',
  money: 'dinheiro reembol rembols estorn ressarc cobranc cobrad cobraram debitad descontad',
  twice: 'duas$ dobro duplic duplicidade indevid',
  stop: 'cancel desist rescind anul encerr desfaz interromp suspend desativ',
  never: 'pare$ parem$ parar$ chega$ remov retir exclu apag descadastr stop$ spam$ tira$ tirar$ tirem$',
  ads: 'mensagem mensagens propaganda promoc oferta notific lista$ divulgac newsletter',
  plan: 'plano assinatura contrato mensalidade matricula servico',
  wrong: 'errad erro$ trocad diferente faltando faltou defeito quebrad rasgad amassad danific estragad manchad',
  fit: 'tamanho numero$ cor$ cores$ apertad largo$ larga$ pequen grande$ serviu menor$ maior$',
  broken:
    'funciona$ funcionando funcionou erro$ trava travou travando travad bug$ caiu caindo lento lenta conecta liga$ carrega$ bloquead instavel',
  system:
    'site$ aplicativo sistema$ login senha internet wifi modem roteador sinal$ aparelho computador impressora link$ conta$ pagina acesso acessar entrar logar',
  have: 'tem$ tenho$ temos$ ha$ existe$ possui$ vende$ vendem$ trabalham$ disponivel estoque esgot',
  book: 'agend marcar marca$ marque remarc desmarc reserv horario consulta$ encaix vaga$ visita$ reuniao',
  health:
    'consulta$ exame doutor doutora medico medica dentista psicolog vacina avaliacao limpeza corte$ unha cabelo sobrancelha manutencao revisao',
  renew:
    'renov certificado cnpj$ cpf$ ecpf ecnpj token$ alvara licenca habilitacao cnh$ carteir apolice certidao emitir emissao validade documento documentacao',
  profile: 'cadastr dados$ atualiz alter mudei mudar corrig titular email umemail telefone celular sobrenome',
  person:
    'atendente humano humana pessoa gente$ alguem$ gerente supervisor vendedor consultor responsavel dono$ operador funcionario equipe setor',
  machine: 'robo$ bot$ maquina chatbot automatic',
  talk: 'falar falo$ conversar ligar$ ligue$ transfer passa$ chama$ contato$',
  angry:
    'absurdo vergonha desrespeito descaso pessim horrivel palhacad ridicul revolt indign insatisf decepc reclam procon processar justica advogad denunc lixo$ merda porra ladr mentir enrola incompetent emojiraiva',
  thank: 'obrigad valeu$ agradec grato$ grata$ gratidao abencoe parabens emojimaos emojiamor',
  bye: 'tchau$ ate$ falou$ fui$ abraco beijo adeus$ emojiaceno',
  hello: 'oi$ ola$ opa$ alo$ bom$ boa$ eai salve$ emojiaceno',
  agree:
    'sim$ isso$ exat claro$ certeza confirm pode$ ok$ beleza concord aceit combinado fechado emojisim correto certo$',
  deny: 'nao$ nunca$ nenhum nada$ negativo jamais emojinao nem$',
};

const whole = new Map<string, string[]>();
const beginnings = new Map<string, string[]>();
for (const [concept, words] of Object.entries(groups)) {
  for (const word of words.split(' ')) {
    const [where, key] = word.endsWith('$') ? [whole, word.slice(0, -1)] : [beginnings, word];
    where.set(key, [...(where.get(key) ?? []), concept]);
  }
}

/** Nothing shorter begins a word here. */
const SHORTEST = 3;

export function conceptsOf(word: string): string[] {
  const found = [...(whole.get(word) ?? [])];
  for (let size = SHORTEST; size <= word.length; size++) found.push(...(beginnings.get(word.slice(0, size)) ?? []));
  return found;
}
