import fc from 'fast-check';
import { localPath } from './local-path.js';

describe('localPath', () => {
  it('keeps a path of our own with its query and fragment', () => {
    expect(localPath('/en/gio-hang?tinh=08#a')).toBe('/en/gio-hang?tinh=08#a');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\t/evil.example', '', 'gio-hang'])(
    'refuses %j',
    (text) => {
      expect(localPath(text)).toBeUndefined();
    },
  );

  it('never names another host, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => `/${text}`),
        (text) => {
          const path = localPath(text);
          return path === undefined || new URL(path, 'http://local').origin === 'http://local';
        },
      ),
    );
  });
});
