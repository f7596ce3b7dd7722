import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chat, ChatMessage, Customer, Media } from '../model.ts';
import { contactOf } from '../webhooks/compose-webhook.ts';
import type { World } from '../world.ts';

interface Saved {
  version: 1;
  customers: Customer[];
  chats: Chat[];
  messages: ChatMessage[];
  media: { id: string; phoneNumberId: string; mimeType: string; filename?: string; at: number }[];
}

const writeAfterMs = 300;
const mostMessages = 2_000;

function load(world: World, dir: string): void {
  const file = join(dir, 'simulator.json');
  if (!existsSync(file)) return;
  const saved = JSON.parse(readFileSync(file, 'utf8')) as Saved; // written by `save` below
  if (saved.version !== 1) return;
  for (const customer of saved.customers) world.customers.set(customer.id, customer);
  for (const chat of saved.chats)
    world.chats.set(`${chat.phoneNumberId} ${chat.customerId}`, { ...chat, typingUntil: 0 });
  for (const message of saved.messages) world.messages.set(message.id, message);
  for (const item of saved.media) {
    const path = join(dir, item.id);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    world.media.set(item.id, { ...item, bytes, sha256: createHash('sha256').update(bytes).digest() });
    world.mediaBytes += bytes.length;
  }
}

async function save(world: World, dir: string): Promise<void> {
  const media = world.media.values();
  for (const file of media) {
    const path = join(dir, file.id);
    if (!existsSync(path)) await writeFile(path, file.bytes);
  }
  const kept = new Set(['simulator.json', ...media.map((file: Media) => file.id)]);
  for (const name of readdirSync(dir)) if (!kept.has(name)) rmSync(join(dir, name), { force: true });
  const saved: Saved = {
    version: 1,
    customers: [...world.customers.values()],
    chats: [...world.chats.values()],
    messages: world.messages.values().slice(-mostMessages),
    media: media.map(({ id, phoneNumberId, mimeType, filename, at }) => ({
      id,
      phoneNumberId,
      mimeType,
      at,
      ...(filename ? { filename } : {}),
    })),
  };
  await writeFile(join(dir, 'simulator.json.new'), JSON.stringify(saved));
  await rename(join(dir, 'simulator.json.new'), join(dir, 'simulator.json'));
}

/** What no webhook took before the restart is told again; Meta would do so for days. */
function tellAgain(world: World): void {
  for (const message of world.messages.values()) {
    const number = world.numbers.get(message.phoneNumberId);
    const customer = world.customers.get(message.customerId);
    if (message.author !== 'customer' || message.status !== 'sent' || !number || !customer) continue;
    world.webhooks.add({
      id: world.newId(),
      kind: 'message',
      wabaId: number.wabaId,
      phoneNumberId: number.phoneNumberId,
      field: 'messages',
      contact: contactOf(customer),
      item: {
        ...(customer.waId ? { from: customer.waId } : {}),
        ...(customer.userId ? { from_user_id: customer.userId } : {}),
        id: message.id,
        timestamp: String(Math.floor(message.at / 1000)),
        type: message.type,
        ...message.content,
      },
      messageId: message.id,
    });
  }
}

/** Keeps the talks in a folder, a moment after each change, so that a telephone finds them after a restart. */
export function rememberState(world: World, dir: string): { resume(): void; close(): Promise<void> } {
  mkdirSync(dir, { recursive: true });
  load(world, dir);
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    timer = undefined;
    writing = writing
      .then(() => save(world, dir))
      .catch((cause: unknown) => world.log(`The talks could not be kept: ${String(cause)}`));
  };
  world.changed = () => {
    timer ??= setTimeout(write, writeAfterMs);
  };
  return {
    resume: () => tellAgain(world),
    async close() {
      world.changed = () => {};
      if (timer !== undefined) {
        clearTimeout(timer);
        write();
      }
      await writing;
    },
  };
}
