import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.rules.js';

describe('a document to be hashed', () => {
  it('is written in one way: keys sorted, no spaces, letters as they are', () => {
    expect(canonicalJson({ b: [1, null, { z: true, a: 'Đà Lạt' }], a: '"' })).toBe('{"a":"\\"","b":[1,null,{"a":"Đà Lạt","z":true}]}');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, undefined])('takes no %p', (number) => {
    expect(() => canonicalJson({ number })).toThrow(RangeError);
  });

  it('says the same whatever the order in which its keys were set, and is read back as it was', () => {
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger().map((number) => number + 0),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    const turned = (part: unknown): unknown =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part)
              .toReversed()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : part;
    fc.assert(
      fc.property(value, (document) => {
        const text = canonicalJson(document);
        expect(canonicalJson(turned(document))).toBe(text);
        expect(JSON.parse(text)).toEqual(document);
      }),
    );
  });
});
