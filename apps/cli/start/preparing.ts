import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.js';
import { ROOT } from '../root.js';
import type { Preparation, Prepared } from './prepare-database.js';

/** Options of Node for every process we keep running: it ends with us. */
export const LEAVE_WITH_PARENT = ['--import', fileURLToPath(new URL('./leave-with-parent.js', import.meta.url))];

/**
 * Runs `prepareDatabase` in a process of its own and returns its answer.
 *
 * @param begun told the process, to be stopped when nobody waits for it any more
 * @throws Failure
 */
export function preparing(wanted: Preparation, env: NodeJS.ProcessEnv, begun: (pid: number) => void): Promise<Prepared> {
  const child = fork(join(ROOT, 'apps', 'cli', 'dist', 'main.js'), ['prepare', JSON.stringify(wanted)], {
    env,
    detached: true, // Ctrl-C reaches us alone
    execArgv: LEAVE_WITH_PARENT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  if (child.pid !== undefined) begun(child.pid);
  return new Promise((resolve, reject) => {
    child.on('message', (answer: Prepared) => {
      if (answer.failure === undefined) resolve(answer);
      else reject(Object.assign(new Failure('', ''), { message: answer.failure }));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Failure(`Chuẩn bị cơ sở dữ liệu bị dừng (${code ?? signal}).`, `Preparing the database was stopped (${code ?? signal}).`)),
    );
  });
}
