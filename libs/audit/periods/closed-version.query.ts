import { platformProblem, type Tx } from '@choxa/platform';

/**
 * The version of a period that answers: the one asked for, else the latest closed one; 0 are the facts as they stand.
 *
 * @throws Problem `not-found` for a version that was never closed
 */
export async function versionFor(_tx: Tx, _period: string, asked: number | undefined): Promise<number> {
  if (asked) throw platformProblem('not-found');
  return 0;
}
