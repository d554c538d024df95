import { createServer, request as ask, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import type { Browser, Page } from '@playwright/test';
import { phone } from './phone.js';

/** What stands between a phone and the shop. */
export interface Line {
  /** From now on nothing gets through, neither of a page nor of its worker, and pages are told so. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/**
 * A page of a phone whose line can really be cut: all it asks goes through a proxy of its own. The browser's emulation of being offline does not reach
 * a worker that sleeps just then, and now and then keeps it from being woken.
 */
export async function phoneOnLine(browser: Browser): Promise<{ page: Page; line: Line }> {
  let whole = true;
  const server = createServer((request, answer) => (whole ? passOn(request, answer) : request.socket.destroy()));
  // What the journey's script asks with the phone's cookies comes this way, and always gets through.
  server.on('connect', ({ url }, socket: Duplex) => {
    const { hostname, port } = new URL(`http://${url}`);
    const tunnel = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    pipeline(socket, tunnel, socket, () => {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await phone(browser, { proxy: { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } });
  const context = page.context();
  context.on('close', () => server.close());
  await context.addInitScript(TELLS_LINE);
  const set = async (state: 'whole' | 'cut'): Promise<void> => {
    whole = state === 'whole';
    if (!whole) server.closeAllConnections();
    for (const open of context.pages())
      await open.evaluate(`{
      localStorage.setItem('line', '${state}');
      window.dispatchEvent(new Event('${whole ? 'online' : 'offline'}'));
    }`);
  };
  return { page, line: { cut: () => set('cut'), mend: () => set('whole') } };
}

const passOn: RequestListener = (request, answer) => {
  const onward = ask(request.url!, { method: request.method, headers: request.headers }, (said) => {
    answer.writeHead(said.statusCode!, said.headers);
    said.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  request.pipe(onward);
};

// Runs in every page, so it is a text: pages learn of a cut line as from a browser that has noticed.
const TELLS_LINE = `Object.defineProperty(Navigator.prototype, 'onLine', { get: () => localStorage.getItem('line') !== 'cut' });`;
