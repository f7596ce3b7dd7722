import type { Sign } from './sign.ts';

export const markSigns: readonly Sign[] = [
  {
    name: 'marks',
    weight: 0.9,
    pattern:
      /<\|?\/?(?:im_start|im_end|system|endoftext|assistant|user|eot_id|start_header_id|end_header_id)\|?>|\[\/?(?:inst|sys|system)\]|<<\/?sys>>|<\/?(?:system|assistant|instructions?|prompt|user_input|tool_call|function_call|customer|dados|contexto)[^>]*>/,
  },
  {
    name: 'marks',
    weight: 0.75,
    pattern:
      /(?:^|[\n\r"'`}\])#*.>-]\s*)(?:#{1,4} ?)?(?:system|assistant|developer|instruction|instrucao|sys|(?:mensagem|aviso|alerta|ordem|instrucao|nota) (?:do|de|da) (?:sistema|administrador|admin|desenvolvedor|gerencia))(?: ?(?:prompt|message|override|update|instruction|note|admin))?\s*[:=>\]](?!\/)\s*\S/m,
  },
  {
    name: 'marks',
    weight: 0.75,
    pattern:
      /(?<!-)-{3,40}\s{0,9}(?:end|fim|begin|inicio|new|novo|start)\b.{0,40}(?:prompt|instruc|input|system|sistema|user|context|mensagem|dados)/,
  },
  { name: 'marks', weight: 0.7, pattern: /"(?:role|function|tool|name|arguments|tool_calls?)"\s*:\s*["{[]/ },
  { name: 'marks', weight: 0.7, pattern: /!\[[^\]]*\]\(https?:|<img[^>]+src=|<iframe|<script|javascript:|onerror\s*=/ },
  {
    name: 'code',
    weight: 0.85,
    pattern:
      /\b(?:drop|truncate|alter)\s+(?:table|database)\b|\bunion\s+(?:all\s+)?select\b|\bselect\b.{1,60}\bfrom\b\s+\w+|\bdelete\s+from\s+\w+|'\s*or\s+'?1'?\s*=\s*'?1|;\s*--|\binsert\s+into\s+\w+|\/etc\/passwd|\$\{jndi:|\brm\s+-rf\b|\bsudo\s+\w+|\{\{.{0,60}(?:constructor|__|config|\d\s*\*\s*\d).{0,60}\}\}|\bprocess\.env\b|\bos\.system\b|\beval\(/,
  },
  { name: 'others', weight: 0.65, pattern: /\b(?:ticket|conversation|contact|workspace|tenant|company)_?id\s*[:=]/ },
];

/** Looked for in the letters alone: for words drawn apart or stuck together. */
export const letterSigns: readonly Sign[] = [
  {
    name: 'override',
    weight: 0.8,
    pattern:
      /(?:ignore|ignora|ignorar|desconsidere|esqueca|disregard|forget|olvida|override|bypass)(?:todas?|tudo|all|any|the|as|suas|your|tus|las|my|de|of|os?)*(?:instruc|regras|previous|prior|above|rules|restric|diretriz|prompt|filtros|reglas|guidelines|ordens)/,
  },
  {
    name: 'leak',
    weight: 0.75,
    pattern:
      /systemprompt|promptd[oe]l?sistema|(?:reveal|revele|mostre|show|repita|print)(?:me|o|the|seu|your|as|suas)*(?:prompt|instruc)/,
  },
  {
    name: 'mode',
    weight: 0.75,
    pattern: /doanythingnow|unrestrictedmode|godmode|modosemrestric|modoirrestrito/,
  },
];
