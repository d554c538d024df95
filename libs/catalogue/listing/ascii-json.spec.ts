import fc from 'fast-check';
import { asciiJson } from './ascii-json.js';

it('means the same in ASCII alone', () => {
  expect(asciiJson('{"name":"Cà phê Cầu Đất 🥥"}')).toBe(String.raw`{"name":"C\u00e0 ph\u00ea C\u1ea7u \u0110\u1ea5t \ud83e\udd65"}`);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value);
      const ascii = asciiJson(json);
      expect([...ascii].every((letter) => letter < '\u0080')).toBe(true);
      expect(JSON.parse(ascii)).toEqual(JSON.parse(json));
    }),
  );
});
