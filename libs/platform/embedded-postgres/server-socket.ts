import { join } from 'node:path';

/** What the address of a socket may measure at most, in bytes: 104 with its end on macOS, 108 on Linux. */
const LONGEST = 103;

/** The socket the server of this folder listens on, in the folder itself: nobody else can reach it there. */
export function socketFile(dataDir: string, port: number): string {
  return join(dataDir, `.s.PGSQL.${port}`);
}

/** Where the server puts its socket; undefined where it can have none: on Windows, or in a folder with too long a path. */
export function socketFolder(dataDir: string): string | undefined {
  return process.platform !== 'win32' && Buffer.byteLength(socketFile(dataDir, 65_535)) <= LONGEST ? dataDir : undefined;
}
