import { fileURLToPath } from 'node:url';

/** Where the clone lies: told by the launcher, else counted from `apps/cli/dist/root.js`. */
export const ROOT = process.env['CHOXA_ROOT'] ?? fileURLToPath(new URL('../../../', import.meta.url));
