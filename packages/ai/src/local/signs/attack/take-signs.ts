import { any, gap, type Sign, sign } from './sign.ts';
import { machine, others, show, theirs } from './vocabulary.ts';

/** Other people's data, secrets, tools, words put into the bot's mouth, orders hidden in what it reads. */
export const takeSigns: readonly Sign[] = [
  sign('others', 0.75, show, gap(4), theirs, gap(5), others),
  sign('others', 0.7, show, gap(4), others, gap(3), theirs),
  sign(
    'others',
    0.65,
    any('o que|what|que|quem'),
    gap(3),
    any(
      'outr[oa]s? (?:clientes?|pessoas?|usuarios?)|other (?:customers?|users?)|cliente anterior|ultim[oa] (?:cliente|pessoa)',
    ),
    gap(2),
    any(
      'perguntou|perguntaram|falou|falaram|disse|disseram|comprou|compraram|escreveu|escreveram|ask(?:ed)?|said|say|buy',
      'bought|conversou|conversaram',
    ),
  ),
  sign(
    'others',
    0.65,
    any('list(?:e|a|ar)|list|export(?:e|a|ar)?|mostr(?:e|a|ar)|show(?: me)?|dump|da(?:me)?|dime'),
    gap(2),
    any(
      'todos os (?:clientes|contatos|usuarios|cadastros)|all (?:the )?(?:customers|users|clients|contacts)|customers',
      'lista de (?:contatos|clientes)|clientes|the last customer(?: s)?|last customer',
    ),
  ),
  sign(
    'others',
    0.65,
    any('cpf|telefone|endereco|dados|numero|whatsapp|email'),
    gap(0),
    any(
      'd[aeo]s? (?:outr[oa]s? )?(?:client[ea]s?|usuari[oa]s?|fulan[oa]|contat[oa]s?)',
      'de (?:todo mundo|todos|outra pessoa|outras pessoas)',
    ),
    any(' \\S+'),
  ),
  sign(
    'secrets',
    0.75,
    any(
      'api ?key|chave (?:de|da) api|api secret|token (?:de acesso|da api|do sistema|interno)|access token',
      'variaveis de ambiente|environment variables?|process env',
      'senha (?:do (?:banco de dados|administrador|admin|servidor)|de admin|mestra|master)',
      'contrasena (?:del|de) (?:administrador|admin|servidor)|admin password|credenciais (?:do|de|da) \\S+',
      'database (?:schema|password|dump)|dump (?:do|da|the|de) (?:\\S+ )?(?:banco|base|database|dados)|connection string',
      'chave secreta (?:do|da) (?:sistema|api|bot)',
    ),
  ),
  sign(
    'secrets',
    0.65,
    show,
    gap(4),
    any(
      'banco de dados|base de dados|base de conhecimento (?:inteira|completa|toda)|tabelas? do banco|codigo fonte|source code',
      'documentos? internos?|arquivos? internos?|logs? (?:do sistema|internos?)|ferramentas (?:disponiveis|internas|que voce)',
      'available (?:tools|functions)|funcoes internas|schema',
    ),
  ),
  sign(
    'tools',
    0.7,
    any('execute|executar|executa|rode|chame|chama|acione|invoque|call|run|invoke|use|utilize|ejecuta|llama'),
    gap(3),
    any(
      '(?:a |as |o )?(?:funcao|funcoes|ferramentas?|tool|tools|function|functions|herramienta|comando|script|endpoint|rotina)(?: \\S+)?',
    ),
    gap(4),
    any('\\S+|reembolso|refund'),
  ),
  sign(
    'tools',
    0.65,
    any(
      'libere|aprove|autorize|faca|emita|processe|aplique|de|conceda|approve|issue|process|grant|apply|apruebe?|cancele',
      'altere|transfira',
    ),
    gap(5),
    any('reembolso|estorno|desconto|refund|discount|cupom|pedidos?|credito|pix|reembolsos|saldo'),
    gap(4),
    any(
      'sem (?:\\S+ )?(?:confirmar|confirmacao|verificar|verificacao|pedir|perguntar|autorizacao|validar|consultar|avisar)',
      'without (?:\\S+ )?(?:asking|confirm\\S*|verif\\S*|check\\S*|approval)|sin (?:\\S+ )?(?:confirmar|verificar|preguntar)',
    ),
  ),
  sign(
    'tools',
    0.65,
    any('alter(?:e|a)|mud(?:e|a)|troque|coloque|defina|change|set|de baixa|confirm(?:e|a)|marque'),
    gap(6),
    any(
      'para dinheiro|para numero real|para um real|sem pagamento|para zero|para r numero|to (?:zero|0|1)|de graca',
      'como pag[oa]|preco para (?:r )?\\d+(?: \\d+)?|boleto para \\d+ (?:real|reais)|me deve',
    ),
  ),
  sign(
    'dictated',
    0.6,
    any(
      'responda|responde|diga|fale|escreva|comece|inicie|termine|answer|reply|respond|say|start|begin|end|responda me|imprima',
    ),
    gap(3),
    any(
      '(?:apenas|somente|so) (?:com )?(?:a palavra|o texto|a frase|hackeado|pwned)',
      'exatamente (?:isto|a frase|o texto|estas palavras|assim|eu|o seguinte)|only with|exactly|sua resposta com',
      'your (?:response|answer|reply) with|every (?:sentence|answer|reply) with|toda (?:frase|resposta) com',
      'todas as (?:suas )?(?:frases|respostas) com|hackeado|pwned|hacked',
    ),
  ),
  sign(
    'dictated',
    0.7,
    any(
      'legally binding|no takesies|concorde com tudo|concorda com tudo|agree with (?:anything|everything)',
      'aceite qualquer (?:proposta|preco|valor)|juridicamente vinculante|isto e uma oferta (?:legalmente )?vinculante',
    ),
  ),
  sign(
    'hidden-order',
    0.7,
    any(
      'instruc(?:ao|oes)|nota|mensagem|aviso|atencao|ordem|comando|lembrete|note|instructions?|message|attention|order|nota|importante|important|hey|ei|cara|dear|querid[ao]',
    ),
    gap(1),
    any('(?:para|to|for|ao|a|for the|para el|para la|para o|para a|dear)'),
    gap(2),
    machine,
    any(
      ' (?:que|ler|lendo|reading|ignore|nao|deve|faca|envie|responda|le|processar|resumir|responsavel|atendente|model|assistant|language|de atendimento|que le)(?: \\S+)?',
    ),
  ),
  sign(
    'hidden-order',
    0.65,
    any(
      'se voce e|if you are|if you re|si eres|caso voce seja|quando voce (?:ler|processar|resumir)',
      'when (?:you )?(?:summari[sz]\\S*|read\\S*|process\\S*)|ao (?:ler|resumir|processar) (?:isto|isso|este|esse)',
    ),
    gap(6),
    any(
      'ia|ai|llm|modelo de linguagem|language model|bot|robo|assistente|assistant|ignore|envie|inclua|responda|send|include',
      'diga|say',
    ),
  ),
  sign(
    'hidden-order',
    0.7,
    any(
      '(?:instrucao|nota|aviso|recado|ordem|comando|note|instruction|message|mensaje|importante|important note) (?:para|to|for|ao|a|do|da) (?:o |a |the |la |el )?(?:assistente|ia|ai|robo|bot|modelo|assistant|model|llm|asistente|chatbot|inteligencia artificial)',
      'atencao (?:robo|ia|bot|assistente|modelo|ai|agente)|attention (?:ai|bot|assistant|model)',
      '(?:mensagem|aviso|alerta|ordem) (?:do|de|da) (?:sistema|administrador|admin|desenvolvedor)',
    ),
  ),
  sign(
    'smuggle',
    0.65,
    any('decodifi(?:que|car|ca)|decode|descriptografe|base64|rot13|hexadecimal|decifre|de tras para frente'),
    gap(8),
    any(
      'execut(?:e|a|ar)|siga|obedeca|faca|follow|execute|obey|run|cumpra|responda|do (?:it|what)|instruc(?:ao|oes)',
      'instructions?|ejecuta',
    ),
  ),
  sign(
    'fiction',
    0.6,
    any(
      'hipotetic(?:o|a|amente)|hypothetical(?:ly)?|para fins (?:educacionais|educativos|de teste|de pesquisa)',
      'educational purposes|numa historia|em um filme|ficcao|in a story|novel|teste de seguranca|security test|pentest',
      'red team|auditoria de seguranca',
    ),
    gap(12),
    any(
      'prompt|instrucoes|regras|rules|instructions|sem (?:regras|restricoes|filtros?)|no (?:rules|restrictions)',
      'dados (?:de|dos) (?:outros )?clientes|senhas?|passwords?|hackear|golpe|invadir|malware|bomba',
    ),
  ),
  sign(
    'harm',
    0.65,
    any('como|me ensina|ensina|escreve|escreva|cria|crie|faz|me ajuda|ajuda|how'),
    gap(4),
    any(
      'clonar|hackear|invadir|um virus|golpe|bomba caseira|rastrear o celular d[aeo]|espionar|falsificar',
      'senha d[aeo] (?:outra|meu|minha) \\S+|hack',
    ),
  ),
  sign(
    'harm',
    0.65,
    any('como|how to|me ensin(?:e|a)|ensine|passo a passo|explique|crie|escreva|write|faca|gere|generate'),
    gap(5),
    any(
      'hackear|invadir (?:um|uma|o|a|contas?|sites?|sistemas?|celular)|clonar (?:cartao|cartoes|whatsapp)',
      'fazer (?:uma )?bomba|explosivos?|malware|ransomware|virus de computador|phishing|keylogger|make a bomb|hack into',
    ),
  ),
];
