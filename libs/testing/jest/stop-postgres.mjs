import { rmSync } from 'node:fs';

export default async function stopPostgres() {
  await globalThis.testPostgres.server.stop();
  rmSync(globalThis.testPostgres.dataDir, { recursive: true, force: true });
}
