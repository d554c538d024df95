import { lowestFirst } from './lowest-first.js';

it('the lowest comes first, equals by their code; where none arose there is nothing to do', () => {
  const cells = [
    { code: '79', value: '100.00' },
    { code: '48', value: '9.09' },
    { code: '01', value: null },
    { code: '22', value: '9.09' },
    { code: '68', value: '-12.00' },
  ];
  expect(lowestFirst(cells).map(({ code }) => code)).toEqual(['68', '22', '48', '79']);
  expect(cells).toHaveLength(5);
});
