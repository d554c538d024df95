import { StatementNames } from './preparing-client.js';

const often = (names: StatementNames, text: string, times: number) => Array.from({ length: times }, () => names.of(text)).at(-1);

describe('names of prepared statements', () => {
  it('are given to texts that come often, one name per text', () => {
    const names = new StatementNames();
    expect(often(names, 'select $1', 7)).toBeUndefined();
    const name = names.of('select $1');
    expect(name).toMatch(/^choxa\./);
    expect(often(names, 'select $1', 3)).toBe(name);
    expect(often(names, 'select $2', 8)).not.toBe(name);
  });

  it('are never more than a connection can hold, whatever texts come', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 5000 }, (_, n) => often(names, `select ${n}, $1`, 10)).filter(Boolean);
    expect(given.length).toBe(300);
    expect(new Set(given).size).toBe(300);
  });

  it('do not go to texts too long to be anybody’s statement', () => {
    expect(often(new StatementNames(), `select ${'1,'.repeat(5000)} $1`, 20)).toBeUndefined();
  });

  it('change when what was prepared no longer fits', () => {
    const names = new StatementNames();
    const name = often(names, 'select $1', 8);
    names.renew('select $1');
    expect(names.of('select $1')).not.toBe(name);
    names.renew('never seen');
    expect(names.of('never seen')).toBeUndefined();
  });
});
