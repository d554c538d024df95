import { parentPort } from 'node:worker_threads';
import type { FromThread, Maker, ToThread } from './maker.js';
import { stepBack } from './rank.js';

// What runs in a thread of the Workshop: one work after the other, behind the thread that answers people.
stepBack(0);

let maker = '';
let head: unknown;
let parts: unknown[] = [];

parentPort!.on('message', (told: ToThread) => {
  if ('maker' in told) ({ maker, head } = told);
  else if ('part' in told) parts.push(told.part);
  else void work();
});

async function work(): Promise<void> {
  const handed = parts;
  parts = [];
  try {
    const { default: make } = (await import(maker)) as { default: Maker<unknown, unknown, { bytes: Uint8Array }> };
    const made = await make(head, handed);
    answer({ made });
  } catch (error) {
    answer({ error });
  }
}

function answer(message: FromThread): void {
  parentPort!.postMessage(message);
}
