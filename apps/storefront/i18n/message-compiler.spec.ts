import { compileMessage } from './message-compiler.js';

const context = (values: Record<string, unknown>, form = 0) => ({
  named: (name: string) => values[name],
  plural: (forms: string[]) => forms[form]!,
  normalize: (parts: string[]) => parts.join(''),
});

describe('compileMessage', () => {
  it('puts values in their places and keeps the rest letter by letter', () => {
    expect(compileMessage('{household}, {place}: “{name}” 100 %')(context({ household: 'Hộ A', place: 'Xã B', name: '{x}' }))).toBe(
      'Hộ A, Xã B: “{x}” 100 %',
    );
  });

  it('chooses among forms for numbers', () => {
    expect(compileMessage('trống | {n} món')(context({ n: 3 }, 1))).toBe('3 món');
  });

  it('shows a bar that is meant as a bar, and nothing for a value that was not given', () => {
    expect(compileMessage("a {'|'} b{gone}")(context({}))).toBe('a | b');
  });
});
