import { functions } from './functions.ts';
import { readPath } from './paths.ts';
import { add, asNumber, asTruth, contains, order, type Scope, same, type Value } from './values.ts';

export type Expression = (scope: Scope) => Value;

/** What is wrong with an expression and at which character of it. */
export class BadExpression extends Error {
  readonly at: number;
  /** A word for the sentence: what stands there. */
  readonly what: string;
  readonly kind: 'unexpected' | 'unknown_name' | 'unknown_function' | 'arguments' | 'too_deep';
  constructor(kind: BadExpression['kind'], at: number, what: string) {
    super(`${kind} at ${at}: ${what}`);
    this.kind = kind;
    this.at = at;
    this.what = what;
  }
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const MAX_DEPTH = 24;
const token =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)|(==|!=|<=|>=|&&|\|\||[-+*/<>!(),[\]]))/uy;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    token.lastIndex = at;
    const found = token.exec(source);
    const start = at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
    if (found === null) throw new BadExpression('unexpected', start, source.slice(start, start + 12));
    const [, number, single, double, name, sign] = found;
    const text = single ?? double;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at: start });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1'), at: start });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at: start });
    else tokens.push({ kind: 'sign', text: sign ?? '', at: start });
    at = token.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

/** Reads an expression into a function. Names lead to what a flow may see and nowhere else; throws BadExpression. */
export function parseExpression(source: string): Expression {
  const reader = new Reader(tokensOf(source));
  const expression = reader.either();
  reader.end();
  return expression;
}

class Reader {
  private readonly tokens: readonly Token[];
  private n = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  either(): Expression {
    if (++this.depth > MAX_DEPTH) throw new BadExpression('too_deep', this.here().at, this.here().text);
    let left = this.both();
    while (this.takes('or', '||')) {
      const [a, b] = [left, this.both()];
      left = (scope) => asTruth(a(scope)) || asTruth(b(scope));
    }
    this.depth--;
    return left;
  }

  end(): void {
    const { kind, at, text } = this.here();
    if (kind !== 'end') throw new BadExpression('unexpected', at, text);
  }

  private both(): Expression {
    let left = this.not();
    while (this.takes('and', '&&')) {
      const [a, b] = [left, this.not()];
      left = (scope) => asTruth(a(scope)) && asTruth(b(scope));
    }
    return left;
  }

  private not(): Expression {
    let turned = false;
    while (this.takes('not', '!')) turned = !turned;
    const inner = this.comparison();
    return turned ? (scope) => !asTruth(inner(scope)) : inner;
  }

  private comparison(): Expression {
    const a = this.sum();
    const sign = ['==', '!=', '<=', '>=', '<', '>', 'contains', 'in'].find((one) => this.takes(one));
    if (sign === undefined) return a;
    if (sign === 'in') return this.among(a);
    const b = this.sum();
    if (sign === '==') return (scope) => same(a(scope), b(scope));
    if (sign === '!=') return (scope) => !same(a(scope), b(scope));
    if (sign === 'contains') return (scope) => contains(a(scope), b(scope));
    const fits = { '<': (n: number) => n < 0, '<=': (n: number) => n <= 0, '>': (n: number) => n > 0 }[sign];
    const holds = fits ?? ((n: number) => n >= 0);
    return (scope) => {
      const difference = order(a(scope), b(scope));
      return difference !== undefined && holds(difference);
    };
  }

  private among(a: Expression): Expression {
    if (!this.takes('[')) {
      const list = this.sum();
      return (scope) => contains(list(scope), a(scope));
    }
    const items = this.items(']');
    return (scope) => {
      const value = a(scope);
      return items.some((item) => same(value, item(scope)));
    };
  }

  private sum(): Expression {
    let left = this.product();
    for (let sign = this.sign('+', '-'); sign !== undefined; sign = this.sign('+', '-')) {
      const [a, b, plus] = [left, this.product(), sign === '+'];
      left = plus ? (scope) => add(a(scope), b(scope)) : (scope) => reckon(a(scope), b(scope), (x, y) => x - y);
    }
    return left;
  }

  private product(): Expression {
    let left = this.single();
    for (let sign = this.sign('*', '/'); sign !== undefined; sign = this.sign('*', '/')) {
      const [a, b, times] = [left, this.single(), sign === '*'];
      left = (scope) => reckon(a(scope), b(scope), times ? (x, y) => x * y : (x, y) => x / y);
    }
    return left;
  }

  private single(): Expression {
    const { kind, text, at } = this.here();
    this.n++;
    if (kind === 'number') return constant(Number(text));
    if (kind === 'text') return constant(text);
    if (kind === 'sign' && text === '(') {
      const inner = this.either();
      if (!this.takes(')')) throw new BadExpression('unexpected', this.here().at, this.here().text);
      return inner;
    }
    if (kind === 'sign' && text === '-') {
      const inner = this.single();
      return (scope) => reckon(0, inner(scope), (x, y) => x - y);
    }
    if (kind === 'name') return this.named(text, at);
    throw new BadExpression('unexpected', at, text);
  }

  private named(name: string, at: number): Expression {
    if (name === 'true' || name === 'false') return constant(name === 'true');
    if (name === 'null') return constant(null);
    if (this.takes('(')) return this.called(name, at);
    const path = readPath(name);
    if (path === undefined) throw new BadExpression('unknown_name', at, name);
    return path;
  }

  private called(name: string, at: number): Expression {
    const called = functions.get(name);
    if (called === undefined) throw new BadExpression('unknown_function', at, name);
    const args = this.items(')');
    if (args.length < called.least || args.length > called.most) throw new BadExpression('arguments', at, name);
    return (scope) =>
      called.run(
        args.map((arg) => arg(scope)),
        scope,
      );
  }

  /** Up to the closing sign. */
  private items(closing: string): Expression[] {
    const items: Expression[] = [];
    if (this.takes(closing)) return items;
    do items.push(this.either());
    while (this.takes(','));
    if (!this.takes(closing)) throw new BadExpression('unexpected', this.here().at, this.here().text);
    return items;
  }

  private here(): Token {
    return this.tokens[Math.min(this.n, this.tokens.length - 1)] as Token; // there is always the end
  }

  private takes(...texts: string[]): boolean {
    const { kind, text } = this.here();
    const is = (kind === 'sign' || kind === 'name') && texts.includes(text);
    if (is) this.n++;
    return is;
  }

  private sign(...texts: string[]): string | undefined {
    const { text } = this.here();
    return this.takes(...texts) ? text : undefined;
  }
}

const constant =
  (value: Value): Expression =>
  () =>
    value;

function reckon(a: Value, b: Value, how: (x: number, y: number) => number): Value {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x === undefined || y === undefined) return null;
  const result = how(x, y);
  return Number.isFinite(result) ? result : null;
}
