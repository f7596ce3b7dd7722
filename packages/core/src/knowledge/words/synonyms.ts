import { stem } from './stem.ts';

/** What customers of shops and services say for one another. A line each; a word may stand in several. */
const lines = `
horario hora funcionamento abre fecha expediente aberto funciona
preco valor custa quanto tabela caro barato cobra
endereco onde aonde cade localizacao local rua mapa
entrega frete envio enviar entregador motoboy delivery mandar leva domicilio
prazo quando demora tempo dias
pagamento pagar paga pix cartao dinheiro formas aceita
cartao credito debito maquininha
parcelar parcelamento parcela vezes prestacao dividir
troca trocar devolver devolucao devolvo arrependimento
defeito estragado quebrado problema ruim danificado queimado
reembolso estorno devolver dinheiro ressarcimento
boleto via fatura cobranca
nota fiscal nfe cupom
pedido compra encomenda
rastreio rastrear rastreamento codigo acompanhar andamento status
cancelar cancelamento desistir desisti
telefone whatsapp zap numero contato ligar celular
encomenda encomendar reservar reserva antecedencia
aniversario festa casamento evento
niver aniversario
refri refrigerante bebida
kg quilo kilo
site internet pagina
coca refrigerante
nf nota
desconto promocao oferta cupom
emprego trabalhar curriculo contratando
estacionamento estacionar vaga carro
alergia alergico gluten lactose
vegano vegetariano
retirar retirada buscar pegar
agendar agendamento marcar horario
garantia conserto reparo assistencia
tamanho medida numeracao
estoque disponivel acabou
atacado revenda revender lojista
cadastro conta login senha
salgado salgadinho coxinha
bolo torta
crianca infantil
cachorro pet animal
`;

function read(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of lines.trim().split('\n')) {
    const stems = [...new Set(line.split(' ').map(stem))];
    for (const one of stems) {
      const others = found.get(one) ?? new Set<string>();
      for (const other of stems) if (other !== one) others.add(other);
      found.set(one, others);
    }
  }
  return found;
}

/** Stem → stems that may stand for it. */
export const synonyms: ReadonlyMap<string, ReadonlySet<string>> = read();
