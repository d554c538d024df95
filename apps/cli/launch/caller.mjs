import { readFileSync } from 'node:fs';

/**
 * Watches whether the npm that started us still lives. Killed, it takes its shell with it (or not even that) but never us,
 * so without this a stopped `npm start` would go on in the background.
 *
 * @returns {(gone: () => void) => void} to be called once what must be stopped is running
 */
export function callerWatch() {
  if (!process.env.npm_lifecycle_event) return () => {};
  const callers = upToNpm(process.ppid);
  return (gone) => {
    const timer = setInterval(() => {
      const now = upToNpm(process.ppid);
      if (callers.every((pid, index) => pid === now[index])) return;
      clearInterval(timer);
      gone();
    }, 500);
    timer.unref();
  };
}

/** Process numbers from our parent up to npm; the parent alone where the system does not tell more. */
function upToNpm(parent) {
  const pids = [];
  for (let pid = parent; pid > 1 && pids.length < 4; pid = parentOf(pid)) {
    pids.push(pid);
    if (/\bnpm\b/.test(commandOf(pid))) return pids;
  }
  return [parent];
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' ');
  } catch {
    return '';
  }
}

function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) . /s, '')
        .split(' ')[0],
    );
  } catch {
    return 0;
  }
}
