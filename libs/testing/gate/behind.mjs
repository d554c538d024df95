import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Puts a process and what it will start behind all others: it takes the processor time that these leave. One that was started `detached` is
 * alone in its session, and so stands behind where the kernel shares processors between sessions first.
 *
 * @param {number | undefined} pid
 */
export function standBehind(pid) {
  if (!pid) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // No such shares here, or it has ended already: it then runs as any other.
  }
}
