import { parentOf, stepBack } from '../background/rank.js';
import { runningServer } from '../embedded-postgres/running-server.js';
import { logger } from '../logging/logger.js';

/** A connection of pg, with the number of its process on the machine of the server. */
interface Connection {
  readonly host: string;
  readonly processID: number;
}

let told = false;

/**
 * Makes the process that serves a connection give way to all others, where the server is the embedded one; else says once in the log that it does not.
 *
 * A process number is one of this machine only when our own server, which has its socket in its data folder, has started that process: behind an
 * address of the network, or another server's socket, the number may be anybody's.
 */
export async function giveWay({ host, processID }: Connection): Promise<void> {
  const server = host.startsWith('/') ? await runningServer(host) : undefined;
  if (server && parentOf(processID) === server.pid && stepBack(processID)) return;
  if (!told) logger.info('long reads run at the rank of all others: the database server is not ours, or may not be ranked');
  told = true;
}
