import { any } from './sign.ts';

export const drop = any(
  'ignor(?:e|a|ar|em|ando|es|en)|desconsider(?:e|a|ar|em)|desrespeit(?:e|a|ar)|desobedec(?:a|er|e)|esquec(?:a|e|er|am)',
  'esqueza|descart(?:e|ar)|apag(?:ue|ar)|anul(?:e|ar)|pul(?:e|ar)|contorn(?:e|ar)|burl(?:e|ar)|quebr(?:e|ar)|viol(?:e|ar)',
  'sobrescrev(?:a|er)|substitu(?:a|ir)|suspend(?:a|er)|desativ(?:e|ar|a)|desabilit(?:e|ar|a)|deslig(?:ue|ar)',
  'remov(?:a|er)|nao (?:siga|obedeca|respeite|cumpra|considere)|pare de (?:seguir|obedecer)|deixe de (?:lado|seguir)',
  'ignore|ignoring|disregard|forget|override|overwrite|bypass|skip|drop|discard|disable|do not follow|don t follow',
  'stop following|olvid(?:a|e|ar|en)|haz caso omiso(?: de)?|no sigas|omit(?:e|ir)|salt(?:a|ar)te',
);
export const rules = any(
  'instruc(?:ao|oes)|instrucion(?:es)?|instruccion(?:es)?|instructions?|diretri(?:z|zes)|directri(?:z|ces)|guidelines?',
  'regras (?:internas|do sistema|anteriores|acima|de seguranca|iniciais|impostas)',
  '(?:suas|tuas|todas as|quaisquer|your|tus|all|any) (?:\\S+ )?(?:regras|reglas|rules|restricoes|restrictions|restricciones|limitacoes|limites|politicas|policies|ordens|orders|comandos|filtros|filters|programacao|programming|protocolos|treinamento|training|orientacoes|determinacoes|normas)',
  'restric(?:ao|oes) (?:de|do|da|impostas|anteriores)',
  'orientac(?:ao|oes) (?:anteriores|acima|iniciais|internas|do sistema|que)|prompts?',
  'comandos? (?:anterior|anteriores|acima|iniciais|inicial)|system messages?|mensagem do sistema|programacao original',
  'tudo (?:isso |o que esta |que esta )?(?:acima|anterior|antes)',
  '(?:as |das |de )?(?:regras|reglas|rules|normas|politicas) (?:da|de|of|anteriores|desta|dessa|deste|del|the)(?: \\S+)?',
  'tudo (?:o )?que (?:te|lhe|foi|voce foi|mandaram|disseram|falaram|esta acima|veio antes|esta escrito|aprendeu)(?: \\S+)?',
  'o que (?:te|lhe) (?:disseram|mandaram|falaram|ensinaram|programaram|ordenaram)|todo lo (?:anterior|que)',
  '(?:everything|anything|all) (?:above|before|you|that|previous|prior|said)(?: \\S+)?',
  '(?:all|any|the) (?:previous|prior|above|earlier|preceding)(?: \\S+)?',
  '(?:previous|prior|earlier|above|safety|security) (?:instructions?|rules|orders|directions|messages?|prompts?|context|filters?|guardrails|guidelines)',
  'filtros? (?:de )?(?:seguranca|conteudo|moderacao)|guardrails?|seguranca do sistema|texto acima|contexto anterior',
);

export const show = any(
  'mostr(?:e|a|ar|em)|exib(?:a|ir|e)|revel(?:e|a|ar)|imprim(?:a|ir|e)|repit(?:a|e)|repetir|escrev(?:a|er|e)',
  'cop(?:ie|iar|ia)|cole|traduz(?:a|ir)?|resum(?:a|ir|e)|list(?:e|ar)|cont(?:e|a|ar)|diga|dizer|fal(?:e|a)',
  'divulg(?:ue|ar)|vaz(?:e|ar)|mand(?:e|a|ar)|envi(?:e|a|ar)|pass(?:e|a|ar)|qual(?: e| era| foi)?|quais(?: sao| eram)?',
  'quero (?:ver|saber|ler)|show|print|reveal|repeat|output|display|tell|give|leak|dump|copy|write|translate|summari[sz]e',
  'recite|what(?: is| s| are| were| was)?|muestra(?:me)?|muestre|dime|revela(?:me)?|imprime|repite',
  'cual(?:es)?(?: es| son| eran)?|escribe',
);
export const secret = any(
  '(?:o |seu |teu |the |your |tu )?(?:system|sistema) prompt|prompt (?:\\S+ )?(?:do|de|del) sistema',
  'prompt (?:inicial|original|completo|interno|oculto|secreto|base|de sistema)',
  '(?:seu|teu|your|tu|seus|tus) (?:\\S+ )?prompts?',
  '(?:suas|tuas|tus|your|as suas|the|initial|original) (?:\\S+ )?(?:instrucoes|instructions|instrucciones|diretrizes|directrices|guidelines)',
  '(?:suas|tuas|tus|your) (?:\\S+ )?(?:regras|rules|reglas|configurac(?:ao|oes)|settings|config|politicas internas)',
  '(?:instrucoes|instructions|instrucciones|regras|diretrizes|rules) (?:internas?|ocultas?|secretas?|iniciais|originais|hidden|confidenciais|do sistema|del sistema|que (?:voce|te|lhe|foram)|you (?:were|have|received|got))',
  '(?:mensagem|message|mensaje) (?:de|do|del|of the) (?:sistema|system)|system message',
  '(?:tudo|texto|palavras|frases|conteudo|everything|text|words|todo) (?:o que (?:esta|tem|veio) |que (?:esta|vem|veio|tem) |lo )?(?:acima|antes (?:desta|dessa|da minha)|above|de arriba)',
  'configurac(?:ao|oes) (?:interna|internas|secreta|ocultas?|do modelo|do bot)',
  '(?:palavra|codigo|texto|palabra) (?:secreta|secreto|canario|oculta)|canary',
);

export const unbound = any(
  'sem (?:\\S+ )?(?:restricoes|restricao|filtros?|limites?|limitacoes|regras|censura|etica|moral|travas|amarras|bloqueios?)',
  'sin (?:\\S+ )?(?:restricciones|filtros?|limites|reglas|censura)',
  '(?:without|no|free of|any) (?:\\S+ )?(?:restrictions?|filters?|limits?|limitations|rules|censorship|ethics|guidelines)',
  'irrestrit[oa]|unrestricted|unfiltered|uncensored|sem nenhuma (?:restricao|regra|limitacao)',
  'nao (?:tem|possui|ha|segue|existem?|precisa seguir) (?:\\S+ )?(?:restricoes|regras|limites|filtros|limitacoes|diretrizes)',
  '(?:pode|podes) (?:fazer|falar|dizer|responder) (?:qualquer coisa|tudo|o que quiser|sobre tudo)',
  'livre (?:de|das) (?:\\S+ )?(?:regras|restricoes|limites|amarras)|ignora (?:\\S+ )?regras|evil|dan|hacker',
  'administrador(?:a)? do sistema|root|admin|jailbroken|do anything now',
);
export const become = any(
  'finj(?:a|e|am)|fingir|faca de conta|faz de conta|aj(?:a|e) como|agir como|atu(?:e|a|ar) como|comporte se como',
  'simul(?:e|a|ar)|interpret(?:e|a|ar)|imagin(?:e|a) que|assum(?:a|ir|e)',
  'voce (?:agora )?(?:e|sera|virou|passa a ser|vai ser|deve ser|esta)(?: agora)?|a partir de agora|de agora em diante',
  'daqui para frente|act (?:as|like)|pretend|role ?play|you are(?: now)?|you re now|from now on|imagine|simulate',
  'actua como|eres(?: ahora)?|ahora eres|a partir de ahora|finge|responda como|entre no|ative|ativar|enable|activate',
  'enter|switch to|activa',
);

export const machine = any(
  'bot|robo|ia|ai|llm|assistente|assistant|asistente|modelo|model|chatbot|chatgpt|gpt|agente|agent|sistema',
  'inteligencia artificial|atendente virtual',
);
export const others = any(
  'outros? clientes?|outras? pessoas?|outros? usuarios?|outra empresa|outras empresas',
  'todos os (?:clientes|contatos|usuarios|pedidos|telefones|cadastros)|dos (?:demais )?(?:clientes|usuarios|contatos)',
  'other (?:customers?|users?|clients?|people|conversations?)|all (?:customers?|users?|clients?|contacts?)',
  'otros (?:clientes|usuarios)|ultimo cliente|cliente anterior',
  'conversas? (?:anterior(?:es)? )?(?:de|com) outr[oa]s?(?: \\S+)?',
);
export const theirs = any(
  'dados|telefones?|numeros?|cpfs?|enderecos?|emails?|contatos?|nomes?|conversas?|mensagens|pedidos?|lista|cadastros?',
  'data|phones?|numbers?|addresses|names?|messages?|orders?|datos|telefonos?|informac(?:ao|oes)|information|historico',
  'cartoes|senhas?',
);

/** Looked for in every reading of the text, in words without accents. */
