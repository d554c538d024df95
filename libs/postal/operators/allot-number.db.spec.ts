import { parseOwnNumber, parseS10 } from '@choxa/standards';
import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost, HANOI } from '../given-post.factory.js';
import { PostalModule, postalLib, SetUpOperator, type NumberRange } from '../index.js';
import { PostalDatabase } from '../postal-database.js';
import { allotNumber, allotNumbers } from './allot-number.js';

// The mutant e2e/mutants/number-read-then-taken.patch must make the rivals' test fail.

const ALLOTMENTS = 10_000;
const RIVALS = 32;
/** In one transaction: few, since its rivals wait for it. */
const AT_ONCE = 5;

let world: World;
let given: GivenPost;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

let made = 0;
async function anOperator(...numberRanges: NumberRange[]): Promise<string> {
  made += 1;
  const setUp = { code: `thu-${made}`, name: 'Bưu chính thử', numberRanges, tariffs: [], norms: [], defaultForProvinces: [] };
  return (await world.get(SetUpOperator).run(setUp)).id;
}

const own = (prefix: string, from: number, to: number): NumberRange => ({ kind: 'own', prefix, from, to });
const s10 = (from: number, to: number): NumberRange => ({ kind: 's10', indicator: 'QA', country: 'XA', from, to });

function take(operatorId: string, count: number): Promise<string[]> {
  return world.get(PostalDatabase).transaction(async (tx) => {
    const numbers: string[] = [];
    for (let n = 0; n < count; n += 1) numbers.push(await allotNumber(tx, operatorId));
    return numbers;
  });
}

/** On a busy machine a rival may wait longer for the row than a statement may; its transaction took nothing, so it tries again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!/lock timeout/.test(String(error))) throw error;
    }
}

describe('parcel numbers', () => {
  it('are never the same for thirty-two rivals who take ten thousand, over many ranges, and each has its check digit', async () => {
    // Ranges that end in the midst of it: S10 ones and one of the operator's own.
    const ranges = Array.from({ length: 20 }, (_, n) => s10(n * 1_000, n * 1_000 + 299));
    const operatorId = await anOperator(...ranges, own('QX', 50_000, 99_999));
    const numbers: string[] = [];
    let left = ALLOTMENTS / AT_ONCE;
    const rival = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        numbers.push(...(await patiently(() => take(operatorId, AT_ONCE))));
      }
    };
    await Promise.all(Array.from({ length: RIVALS }, rival));
    expect(numbers).toHaveLength(ALLOTMENTS);
    expect(new Set(numbers).size).toBe(ALLOTMENTS);
    expect(numbers.filter((number) => !parseS10(number).ok && !parseOwnNumber(number, 'QX').ok)).toEqual([]);
    expect(numbers.filter((number) => parseS10(number).ok)).toHaveLength(6_000);
  }, 120_000);

  it('come several at once, also where the range ends among them', async () => {
    const operatorId = await anOperator(own('QV', 1, 5), own('QW', 6, 7));
    const several = (count: number) => world.get(PostalDatabase).transaction((tx) => allotNumbers(tx, operatorId, count));
    const numbers = [...(await several(4)), ...(await several(3))];
    expect(numbers.map((number) => number.slice(0, 2))).toEqual(['QV', 'QV', 'QV', 'QV', 'QV', 'QW', 'QW']);
    expect(new Set(numbers).size).toBe(7);
    await expect(several(1)).rejects.toMatchObject({ code: 'numbers.used-up' });
  });

  it('go on in the next range, and end with a clear error', async () => {
    const operatorId = await anOperator(own('QY', 1, 2), own('QZ', 3, 3));
    expect((await take(operatorId, 3)).map((number) => number.slice(0, 2))).toEqual(['QY', 'QY', 'QZ']);
    await expect(take(operatorId, 1)).rejects.toMatchObject({ code: 'numbers.used-up' });
  });
});

describe('a manager’s number ranges', () => {
  const manager = () => given.managerOf(given.origin);
  const add = (range: object) => world.http('POST', '/post/number-ranges', { as: manager(), body: range });

  it('are seen with what is left of them, and only one’s own', async () => {
    await given.announced();
    const { body } = await world.http('GET', '/post/number-ranges', { as: manager() });
    expect(body.data).toMatchObject([{ kind: 's10', indicator: 'EE', country: 'XA', prefix: null, first: 10_000_000, left: 39_999_999 }]);
  });

  it('get another one, which overlaps none of anybody', async () => {
    expect((await add({ kind: 'own', prefix: 'SHX', first: 1, last: 500 })).status).toBe(204);
    expect((await add({ kind: 'own', prefix: 'SHZ', first: 1, last: 500 })).status).toBe(204);
    for (const range of [
      { kind: 'own', prefix: 'SHX', first: 500, last: 900 },
      { kind: 's10', indicator: 'EE', country: 'XA', first: 1, last: 10_000_000 },
      { kind: 'own', prefix: given.office('cuu-long', HANOI).code.slice(0, 2) + 'X', first: 7, last: 8 },
    ])
      expect((await add(range)).body.code).toBe('numbers.overlap');
  });

  it('are refused where they make no numbers', async () => {
    for (const range of [
      { kind: 'own', prefix: 'SHY', first: 9, last: 8 },
      { kind: 's10', indicator: 'EE', country: 'XA', first: 1, last: 100_000_000 },
      { kind: 's10', prefix: 'EE', first: 1, last: 2 },
      { kind: 'own', indicator: 'EE', country: 'XA', first: 1, last: 2 },
    ])
      expect((await add(range)).body.code).toBe('numbers.range');
  });
});
