import type { ArgumentMetadata } from '@nestjs/common';
import { Int, ListOf, Nested as NestedField, Text } from './fields.js';
import { validationPipe } from './validation.js';

class Query {
  @Int({ optional: true, max: 10 }) limit?: number;
  @Text({ optional: true, max: 5 }) q?: string;
}

class Inner {
  @Text() name: string;
}

class Nested {
  @ListOf(() => Inner) list: Inner[];
}

const of = (metatype: ArgumentMetadata['metatype'], type: ArgumentMetadata['type'] = 'query'): ArgumentMetadata => ({ type, metatype });

describe('queries asked again', () => {
  const pipe = validationPipe();

  it('are read the same every time, each into an object of its own', async () => {
    const answers: Query[] = [];
    for (let n = 0; n < 3; n += 1) answers.push((await pipe.transform({ limit: '3', q: ' a ' }, of(Query))) as Query);
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(Query);
      expect(answer).toEqual({ limit: 3, q: 'a' });
      answer.limit = 9;
    }
    expect(await pipe.transform({ limit: '3', q: ' a ' }, of(Query))).toEqual({ limit: 3, q: 'a' });
  });

  it('are refused every time', async () => {
    for (const bad of [{ limit: '11' }, { other: '1' }, { limit: ['1', '2'] }, { q: { a: '1' } }])
      for (let n = 0; n < 3; n += 1) await expect(pipe.transform(bad, of(Query))).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('are not taken for those of another route', async () => {
    class Other {
      @Int() limit: number;
    }
    await pipe.transform({ limit: '4' }, of(Query));
    expect(await pipe.transform({ limit: '4' }, of(Other))).toBeInstanceOf(Other);
  });

  it('share nothing with a body or with what holds lists', async () => {
    const first = (await pipe.transform({ list: [{ name: 'a' }] }, of(Nested))) as Nested;
    first.list.push({ name: 'b' });
    expect(await pipe.transform({ list: [{ name: 'a' }] }, of(Nested))).toEqual({ list: [{ name: 'a' }] });
    expect(await pipe.transform({ q: 'x' }, of(Query, 'body'))).toEqual({ q: 'x' });
  });

  it('lack nothing that is asked for, an object as little as a number', async () => {
    class Outer {
      @NestedField(() => Inner) inner: Inner;
      @NestedField(() => Inner, { optional: true }) other?: Inner;
    }
    for (const bad of [{}, { inner: null }, { inner: 'a' }, { inner: [] }, { inner: { name: 1 } }])
      await expect(pipe.transform(bad, of(Outer, 'body'))).rejects.toMatchObject({ code: 'request.invalid' });
    expect(await pipe.transform({ inner: { name: 'a' } }, of(Outer, 'body'))).toEqual({ inner: { name: 'a' } });
  });

  it('stay right when thousands of others come between', async () => {
    for (let n = 0; n < 2500; n += 1) await pipe.transform({ q: String(n) }, of(Query));
    expect(await pipe.transform({ q: '7' }, of(Query))).toEqual({ q: '7' });
  });
});
