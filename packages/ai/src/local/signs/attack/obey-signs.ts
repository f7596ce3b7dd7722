import { any, gap, type Sign, sign } from './sign.ts';
import { become, drop, machine, rules, secret, show, unbound } from './vocabulary.ts';

/** Be somebody else, follow nothing, say what you were told. */
export const obeySigns: readonly Sign[] = [
  sign('override', 0.85, drop, gap(5), rules),
  sign(
    'override',
    0.7,
    '(?:nova|novas|new|nueva|nuevas) (?:instruc(?:ao|oes)|instructions?|instruccion(?:es)?|diretriz(?:es)?|regras? do sistema|ordens?) (?:do (?:sistema|administrador|desenvolvedor)|from|para (?:voce|o|a)|for|de sistema|prioritarias?|voce (?:deve|vai|agora)|you (?:must|will|are)|debes|siga|that|override)',
  ),
  sign(
    'override',
    0.7,
    '(?:suas|tuas|your|tus) (?:\\S+ )?(?:regras|instrucoes|instructions|rules|reglas|instrucciones|diretrizes|restricoes)',
    gap(4),
    any(
      'nao (?:valem|se aplicam|existem|importam)',
      'foram (?:\\S+ )?(?:removidas|desativadas|suspensas|alteradas|atualizadas|revogadas|canceladas|apagadas|substituidas)',
      'mudaram|no longer|do not apply|are (?:\\S+ )?(?:disabled|suspended|void|lifted|removed)|ya no|changed',
    ),
  ),
  sign(
    'override',
    0.7,
    any(
      'voce (?:nao precisa|esta liberad[oa]|foi liberad[oa])|liberou voce|autorizou voce|mandou voce',
      'you (?:no longer have|do not have|don t have|are free)|eres libre|voce e livre',
    ),
    gap(5),
    any(
      'obedecer|regras|restricoes|quebrar|seguir|instrucoes|rules|follow|obey|restrictions|reglas|limites|contar tudo',
    ),
  ),
  sign(
    'override',
    0.7,
    any('obedec(?:a|e|er|es|es)|obey|obedece|me obedeca'),
    gap(4),
    any(
      'a mim|so a mim|apenas a mim|somente a mim|minhas (?:ordens|instrucoes)|only me|me only|my (?:orders|commands)',
      'mis ordenes|me|ao usuario',
    ),
  ),
  sign(
    'override',
    0.65,
    any(
      'sem (?:seguir|respeitar|obedecer)|quebrar|burlar|violar|contrario|nao existem|nao (?:tem|tenha|tenho|ha)',
      'sin (?:seguir|reglas)|no tuvieras|break|without following|have no|had no',
    ),
    gap(3),
    any(
      '(?:suas |as |das |tuas )?(?:regras|diretrizes)(?: da empresa| do sistema)?|your rules|rules|reglas|restrictions',
    ),
  ),
  sign('leak', 0.8, show, gap(5), secret),
  sign('leak', 0.7, any('system prompt|prompt do sistema|prompt del sistema|initial prompt|prompt inicial')),
  sign(
    'leak',
    0.7,
    any('com quais|que|quais|what|which|how'),
    gap(2),
    any('instrucoes|instructions|regras|orientacoes|prompt'),
    gap(2),
    any(
      'voce (?:recebeu|segue|tem|foi)|te (?:deram|passaram|programaram)|foi (?:programad[oa]|configurad[oa]|treinad[oa])',
      'you (?:were given|received|follow|have)',
    ),
  ),
  sign(
    'leak',
    0.65,
    any('como|how|com o que'),
    gap(1),
    any(
      'voce foi (?:programad[oa]|configurad[oa]|instruid[oa]|treinad[oa])',
      'were you (?:programmed|instructed|configured|prompted)',
    ),
  ),
  sign(
    'leak',
    0.65,
    any('o que|qual|what|que'),
    gap(8),
    any(
      'antes (?:de mim|desta conversa|dessa conversa|da nossa conversa)|before (?:this|our) conversation',
      'inicio da sua conversa',
    ),
  ),
  sign(
    'leak',
    0.65,
    show,
    gap(5),
    any(
      '(?:da |a |de )?(?:sua|tua|your|tu) (?:configurac(?:ao|oes)|configuration|configuracion|programacao)',
      'te mandaram (?:nao|esconder|guardar)|te proibiram|suas (?:regras|instrucoes|ferramentas|funcoes)',
      'your (?:rules|tools|functions|configuration)|ferramentas (?:\\S+ )?(?:disponiveis|internas)',
      'tus (?:reglas|herramientas|instrucciones)',
    ),
  ),
  sign(
    'leak',
    0.65,
    any('quais|que|what|which|cuales'),
    gap(1),
    any('ferramentas|funcoes|tools|functions|herramientas'),
    gap(2),
    any('voce|you|tienes|disponiveis|tem acesso'),
  ),
  sign('role', 0.75, become, gap(8), unbound),
  sign(
    'role',
    0.7,
    any(
      'finj(?:a|e)|aja|atue|act|pretend|simule|voce agora e|you are now|a partir de agora voce(?: e| sera)?|responda',
      'comporte se',
    ),
    gap(4),
    any(
      'um[a]? (?:\\S+ )?(?:ia|ai|llm|modelo de linguagem|inteligencia artificial|hacker|terminal|linux|console|interpretador|banco de dados|shell)',
      '(?:a|an|my) (?:\\S+ )?(?:ai|llm|hacker|terminal|shell|linux|console|database|language model|interpreter)|chatgpt',
      'gpt ?4?|minha (?:falecida )?avo|my (?:late |deceased )?grandm\\S+',
    ),
  ),
  sign(
    'role',
    0.7,
    any('voce (?:agora )?(?:nao e mais|deixou de ser|nao trabalha mais)|you are no longer|ya no eres'),
    gap(3),
    any('um[a]?|o|a|assistente|atendente|robo|bot|para|an?|assistant|un[a]?'),
  ),
  sign(
    'role',
    0.65,
    any('finja|finge|faca de conta|faz de conta|assuma o papel|aja como|atue como|pretend|simule'),
    gap(6),
    any(
      'chefe|dono|gerente|administrador|desenvolvedor|acesso total|nao fosse|boss|owner|manager|hacker|regras|diretor',
    ),
  ),
  sign(
    'role',
    0.7,
    any('ahora eres|eres|actua como|finge|act as|you are now|responda como'),
    gap(4),
    any(
      'sin (?:reglas|restricciones|filtros|limites)|no tuvieras (?:reglas|restricciones)|nao fosse (?:um )?robo',
      'if you (?:have|had) no \\S+',
    ),
  ),
  sign(
    'role',
    0.6,
    any('vamos (?:jogar|brincar)|let s play|juguemos|um jogo'),
    gap(7),
    any('regras|responde tudo|rules|voce e|you are|reglas|finge'),
  ),
  sign(
    'mode',
    0.85,
    any(
      'modo (?:de )?(?:deus|irrestrito|sem filtros?|god|hacker|sudo|sem restricoes)|modo sin (?:restricciones|filtros)',
      '(?:god|unrestricted|sudo|dan|jailbreak|override) mode|modo dan',
      'do anything now|prompt injection|injecao de prompt',
    ),
  ),
  // Telephones have such a mode, too: it takes the sound of an attack besides.
  sign(
    'mode',
    0.45,
    any(
      'modo (?:de )?(?:desenvolvedor|desenvolvimento|dev|debug|depuracao|admin|administrador|root|manutencao do sistema|diagnostico|desarrollador)',
      '(?:developer|dev|debug|admin|maintenance|root|diagnostic) mode|jailbreak(?:ed|ing)?|sem censura',
    ),
  ),
  sign(
    'mode',
    0.5,
    any('ative|ativar|ativa|enable|activate|entre em|entrar em|activa'),
    gap(3),
    'modo (?:\\S+ )?(?:secreto|oculto|especial|livre|interno|tecnico|mestre|total)',
  ),
  sign(
    'authority',
    0.7,
    any('sou|aqui e|i am|i m|this is|soy|fala aqui'),
    gap(4),
    any(
      `(?:desenvolvedor|programador|criador|engenheiro|administrador|admin|dono|developer|creator|engineer|administrator|owner|desarrollador|tecnico|responsavel)[a]? (?:\\S+ )?(?:do|da|deste|desse|seu|of|of this|your|del|de este|pelo|por este) (?:\\S+ )?${machine}`,
      'seu (?:criador|programador|desenvolvedor)|your (?:developer|creator|programmer)',
      '(?:openai|anthropic|equipe da meta|suporte da meta|google deepmind|time de seguranca da ia|equipe de ia)',
    ),
  ),
];
