import { Command, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from './terminal/terminal.ts';

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
};
const onOff = (text: string): boolean => {
  if (text !== 'on' && text !== 'off') throw new InvalidArgumentError('It must be on or off.');
  return text === 'on';
};

/** The commands and their options. What each does is imported only when it is asked for: a command starts in a blink. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command('balcao')
    .description('Balcão from the command line. Works while the server runs, and when it does not.')
    .addHelpText('after', '\nEvery command takes --json: one JSON document on stdout, and nothing else.')
    .showHelpAfterError('(balcao --help says what there is)')
    .configureOutput({ writeOut: terminal.help, writeErr: (text) => terminal.complain(text.trimEnd()) })
    .exitOverride();
  // Subcommands take over how their parent speaks and ends.
  for (const add of [addWorkspace, addPeople, addChannel, addMessages, addJobs, addOperations]) add(program, terminal);
  return program;
}

function addWorkspace(program: Command, terminal: Terminal): void {
  program
    .command('workspace')
    .description('companies that use this installation')
    .command('create')
    .argument('[name]')
    .option('--name <name>', 'the name of the company')
    .option('--slug <slug>', 'a-z, 0-9 and hyphens; made from the name when not given')
    .action(async (name, options) =>
      (await import('./workspace-create.ts')).workspaceCreate(terminal, { name, ...options }),
    );

  program
    .command('apikey')
    .description('keys for the API')
    .command('create')
    .requiredOption('--workspace <id or slug>')
    .requiredOption('--scopes <list>', 'separated by commas; * for all')
    .option('--name <name>', 'what it is for', 'CLI')
    .option('--expires <date>', 'when it stops working, as 2027-01-31')
    .action(async (options) => (await import('./apikey-create.ts')).apikeyCreate(terminal, options));
}

function addPeople(program: Command, terminal: Terminal): void {
  const person = program.command('person').description('who works here');
  person
    .command('invite')
    .description('a link with which somebody joins a company')
    .requiredOption('--workspace <id or slug>')
    .requiredOption('--email <address>')
    .option('--role <role>', 'owner, admin, supervisor, attendant or auditor', 'attendant')
    .option('--name <name>')
    .action(async (options) => (await import('./person/index.ts')).personInvite(terminal, options));
  person
    .command('reset-password')
    .description('a link with which somebody chooses a new password')
    .requiredOption('--email <address>')
    .action(async (options) => (await import('./person/index.ts')).personResetPassword(terminal, options));
}

function addChannel(program: Command, terminal: Terminal): void {
  const channel = program.command('channel').description('connected numbers');
  channel
    .command('create')
    .description('connect a number')
    .command('whatsapp-cloud')
    .description('through the WhatsApp Cloud API. A secret may be @file, or - for stdin')
    .requiredOption('--workspace <id or slug>')
    .requiredOption('--phone-number-id <id>')
    .requiredOption('--waba-id <id>')
    .requiredOption('--app-secret <secret>')
    .requiredOption('--access-token <secret>')
    .requiredOption('--verify-token <secret>')
    .option('--name <name>')
    .option('--display-phone-number <number>')
    .option('--per-second <n>', 'messages a second of this number (default 80; 20 with coexistence)', whole)
    .option('--per-pair <on|off>', "keep to Meta's pace per person", onOff)
    .option('--join-ms <n>', 'wait this long for the customer to finish', whole)
    .action(async (options) => (await import('./channel-create.ts')).channelCreate(terminal, options));
  channel
    .command('resume')
    .description('let a stopped channel send again, with a new token if need be')
    .requiredOption('--channel <id or phone number id>')
    .option('--access-token <secret>', 'instead of the one that it has; @file, or - for stdin')
    .action(async (options) => (await import('./channel-resume.ts')).channelResume(terminal, options));

  program
    .command('bot')
    .description('what answers')
    .command('set')
    .requiredOption('--channel <id or phone number id>')
    .requiredOption('--flow <file>', 'YAML or JSON; - for stdin')
    .option('--join-ms <n>', 'wait this long for the customer to finish', whole)
    .action(async (options) => (await import('./bot-set.ts')).botSet(terminal, options));
}

function addMessages(program: Command, terminal: Terminal): void {
  program
    .command('messages')
    .description('what was said')
    .command('list')
    .description('the whole stored truth, oldest first')
    .requiredOption('--workspace <id or slug>')
    .option('--contact <phone>', 'of one person only; any spelling')
    .action(async (options) => (await import('./messages-list.ts')).messagesList(terminal, options));
}

function addJobs(program: Command, terminal: Terminal): void {
  const jobs = program.command('jobs').description('work that failed for good');
  jobs
    .command('dead')
    .description('list it, with the reason')
    .option('--workspace <id or slug>')
    .option('--name <job>')
    .action(async (options) => (await import('./jobs-dead.ts')).jobsDead(terminal, options));
  jobs
    .command('replay')
    .description('run it again')
    .argument('[ids...]')
    .option('--all')
    .option('--name <job>')
    .option('--workspace <id or slug>')
    .action(async (ids, options) => (await import('./jobs-replay.ts')).jobsReplay(terminal, { ids, ...options }));
}

function addOperations(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description("bring the database to this version's schema")
    .action(async () => (await import('./migrate.ts')).migrateCommand(terminal));
  program
    .command('keys')
    .description('the keys that seal secrets')
    .command('rotate')
    .description('seal everything with the newest key; without SECRET_KEYS a new one is made first')
    .action(async () => (await import('./keys-rotate.ts')).keysRotate(terminal));
  program
    .command('doctor')
    .description('look at everything, and say what is wrong')
    .action(async () => (await import('./doctor/index.ts')).doctor(terminal));
  program
    .command('backup')
    .description('copy the embedded database, the media and the keys, while everything runs')
    .addOption(new Option('--to <folder>', 'default: a new folder under DATA_DIR/backups'))
    .action(async (options) => (await import('./backup/index.ts')).backup(terminal, options));
  program
    .command('restore')
    .description('put a backup back; the server must be stopped')
    .argument('<folder>')
    .action(async (folder) => (await import('./backup/index.ts')).restore(terminal, folder));
}
