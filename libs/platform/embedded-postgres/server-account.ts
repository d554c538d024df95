import { spawn } from 'node:child_process';
import { chown, lchown, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';

/**
 * How the server's processes are run. PostgreSQL refuses root, so under root they run as somebody else; `owner` is who must
 * own the data folder then (as seen from here), undefined when that is simply ourselves.
 */
export interface ServerAccount {
  readonly name: string;
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Programs put before the command, e.g. `unshare …`. */
  readonly prefix: readonly string[];
  /** Identity to switch to when spawning. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

interface Person {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** People of an `/etc/passwd` text. */
export function peopleOf(passwd: string): Person[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && /^\d+$/.test(fields[2]!) && /^\d+$/.test(fields[3]!))
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}

/**
 * In what order root looks for somebody to run the server: whoever owns the data already, whoever called sudo, whoever owns
 * the folder around it, then the system's accounts made for this. Only people in passwd, because initdb asks for its own name.
 */
export function unprivilegedPeople(people: readonly Person[], sudoUid: string | undefined, owners: readonly number[]): Person[] {
  const [dataOwner, ...around] = owners;
  const wanted = [
    people.find((person) => person.uid === dataOwner),
    people.find((person) => sudoUid !== undefined && person.uid === Number(sudoUid)),
    ...around.map((uid) => people.find((person) => person.uid === uid)),
    people.find((person) => person.name === 'postgres'),
    people.find((person) => person.name === 'nobody'),
  ].filter((person): person is Person => person !== undefined && person.uid !== 0);
  return [...new Map(wanted.map((person) => [person.uid, person])).values()];
}

/** All ways worth trying on this machine, best first. Each still has to be tried with `canServe`. */
export async function possibleAccounts(dataDir: string): Promise<ServerAccount[]> {
  const ourselves: ServerAccount = { name: 'ourselves', prefix: [], identity: {} };
  if (process.platform === 'win32') return [ourselves];
  const people = peopleOf(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const nobody = people.find((person) => person.name === 'nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 };
  // In a new user namespace we are "nobody" inside and ourselves outside, so every folder of ours stays reachable.
  const namespace: ServerAccount = {
    name: 'user namespace',
    prefix: ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`],
    identity: {},
    owner: { uid: process.getuid!(), gid: process.getgid!() },
  };
  if (process.getuid!() !== 0) {
    // A container may run us under a number that has no name; initdb does not accept that.
    return hasName() ? [ourselves] : [namespace, ourselves];
  }
  const ownerOf = async (path: string): Promise<number> => (await stat(path).catch(() => ({ uid: 0 }))).uid;
  const owners = [await ownerOf(dataDir), await ownerOf(dirname(dataDir)), await ownerOf(dirname(dirname(dataDir)))];
  const persons = unprivilegedPeople(people, process.env['SUDO_UID'], owners);
  const direct = persons.map(({ name, uid, gid }): ServerAccount => ({ name, prefix: [], identity: { uid, gid }, owner: { uid, gid } }));
  // Where user namespaces are forbidden (many containers): an ordinary uid that keeps root's right to pass closed folders.
  const last = persons.at(-1);
  const passing = ['dac_read_search', 'dac_override'].map((right): ServerAccount | undefined =>
    last && process.platform === 'linux'
      ? {
          name: `${last.name} with ${right}`,
          prefix: [
            'setpriv',
            `--reuid=${last.uid}`,
            `--regid=${last.gid}`,
            '--clear-groups',
            `--inh-caps=-all,+${right}`,
            `--ambient-caps=-all,+${right}`,
          ],
          identity: {},
          owner: { uid: last.uid, gid: last.gid },
        }
      : undefined,
  );
  return [...direct, namespace, ...passing.filter((account) => account !== undefined)];
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Runs one program of PostgreSQL under an account and collects what it says. Never throws. */
export function runAs(account: ServerAccount, command: string, args: readonly string[]): Promise<Finished> {
  const [program, ...rest] = [...account.prefix, command, ...args];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program!, rest, {
      ...account.identity,
      cwd: dirname(command),
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32', // Ctrl-C on our terminal is for us to handle
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', (error) => resolve({ code: null, output: output + error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Our environment without PostgreSQL's own variables, which would otherwise steer initdb and the server; messages in English. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PG|^LC_|^LANG|^NODE_/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/**
 * Tries an account for real: the server program must start up, and a folder beside the data must be writable.
 *
 * @returns undefined when it works, else what went wrong
 */
export async function whyNot(account: ServerAccount, binaries: Binaries, dataDir: string): Promise<string | undefined> {
  // With a folder that does not exist the program gets as far as looking for it: past its libraries, its refusal of root and
  // its search for its own path (which a right lent by setpriv does not pass).
  const asked = await runAs(account, binaries.postgres, ['-D', join(binaries.folder, 'no-data'), '-C', 'data_directory']);
  if (!/could not access/.test(asked.output)) return `${account.name}: ${asked.output.trim() || `exit code ${asked.code}`}`;
  if (process.platform === 'win32') return undefined;
  const trial = await mkdtemp(join(dirname(dataDir), '.postgres-trial-'));
  try {
    if (account.owner) await chown(trial, account.owner.uid, account.owner.gid);
    const written = await runAs(account, '/bin/sh', ['-c', 'cd "$0" && : > written', trial]);
    return written.code === 0 ? undefined : `${account.name}: ${written.output.trim()}`;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Hands a folder and all below it to the account; nothing to do when it owns the folder already. */
export async function handOver(account: ServerAccount, folder: string): Promise<void> {
  const { owner } = account;
  if (!owner || process.getuid?.() !== 0 || (await stat(folder)).uid === owner.uid) return;
  const entries = await readdir(folder, { recursive: true });
  for (const entry of entries) await lchown(join(folder, entry), owner.uid, owner.gid);
  await lchown(folder, owner.uid, owner.gid); // last: a half-done hand-over is then seen and done again
}
