/** Words for the person who typed the command go to stderr: stdout belongs to the program (`--json`). */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

export function stop(sentence, code = 1) {
  say(sentence);
  process.exit(code);
}
