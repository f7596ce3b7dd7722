import { once } from 'node:events';

/** Where a command speaks: one JSON document on stdout, or words for people. */
export interface Terminal {
  readonly json: boolean;
  /** What the command ends with when nothing is thrown. */
  exitCode: number;
  /** The one answer of the command. */
  answer(value: unknown, human: string): Promise<void>;
  /** A long list, written as it comes; `none` is for people when it is empty. */
  answerList<T>(items: AsyncIterable<T>, human: (item: T) => string, none: string): Promise<void>;
  /** Words for people only: nothing under --json. */
  say(line: string): void;
  complain(sentence: string): void;
  help(text: string): void;
  readStdin(): Promise<string>;
}

export function openTerminal({ json }: { json: boolean }): Terminal {
  const { stdin, stdout, stderr } = process;
  // The reader went away (`| head`): nobody is left to tell.
  stdout.on('error', () => undefined);
  const write = async (text: string) => {
    if (!stdout.write(text) && stdout.writable) await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
  };
  return {
    json,
    exitCode: 0,
    answer: (value, human) => write(json ? `${JSON.stringify(value)}\n` : `${human}\n`),
    async answerList(items, human, none) {
      let count = 0;
      if (json) await write('[');
      for await (const item of items) {
        await write(json ? `${count === 0 ? '' : ','}${JSON.stringify(item)}` : `${human(item)}\n`);
        count++;
      }
      if (json) await write(']\n');
      else if (count === 0) await write(`${none}\n`);
    },
    say: (line) => void (json || stdout.write(`${line}\n`)),
    complain: (sentence) => void stderr.write(`${sentence}\n`),
    help: (text) => void stdout.write(text),
    async readStdin() {
      let text = '';
      for await (const chunk of stdin.setEncoding('utf8')) text += chunk;
      return text;
    },
  };
}
