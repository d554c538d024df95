import { createServer } from 'node:net';
import { Failure } from '../failure.js';

/**
 * Fails when a port cannot be listened on.
 *
 * @param variable name of the environment variable that moves it
 * @throws Failure
 */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  // Both, because a program on 127.0.0.1 alone does not stop us from listening on all addresses on every system.
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE') {
      throw new Failure(
        `Cổng ${port} đang bị chương trình khác dùng: hãy tắt nó hoặc đặt ${variable} sang cổng khác.`,
        `Port ${port} is taken by another program: stop it or set ${variable} to another port.`,
      );
    }
    if (code === 'EACCES') {
      throw new Failure(
        `Không được phép mở cổng ${port}: hãy đặt ${variable} sang cổng từ 1024 trở lên.`,
        `Not allowed to open port ${port}: set ${variable} to 1024 or above.`,
      );
    }
  }
}

function tryListening(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => done(error.code));
    probe.listen({ port, ...(host === undefined ? {} : { host }) }, () => probe.close(() => done(undefined)));
  });
}
