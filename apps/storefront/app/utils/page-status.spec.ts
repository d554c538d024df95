import { isMissing, pageStatus } from './page-status';

describe('a page whose answer was a problem', () => {
  it.each([
    [404, 'not-found', 404],
    [410, 'gone', 410],
    [400, 'request.malformed', 404],
    [400, 'period.unknown', 400],
    [409, 'period.open', 409],
    [401, 'auth.required', 401],
    [429, 'too-many', 429],
    [500, 'internal', 502],
    [503, 'service.busy', 502],
    [0, 'network', 502],
  ])('of status %i (%s) has the status %i', (status, code, page) => {
    expect(pageStatus({ status, code })).toBe(page);
  });

  it('is not there when its address holds no id, and there when its period is none', () => {
    expect([isMissing({ status: 400, code: 'request.malformed' }), isMissing({ status: 400, code: 'period.unknown' })]).toEqual([
      true,
      false,
    ]);
  });
});
