import { stampNonce } from './stamp-nonce.js';

describe('stampNonce', () => {
  it.each([
    ['<script src="/a.js"></script>', '<script nonce="n" src="/a.js"></script>'],
    ['<script>x</script>', '<script nonce="n">x</script>'],
    ['<link rel="stylesheet" href="/a.css" crossorigin>', '<link nonce="n" rel="stylesheet" href="/a.css" crossorigin>'],
    ['<style data-a=b>a{}</style>', '<style nonce="n" data-a=b>a{}</style>'],
    ['<linked-thing a="b">', '<linked-thing a="b">'],
  ])('%s', (part, stamped) => {
    expect(stampNonce(part, 'n')).toBe(stamped);
  });

  it.each(['<script><script>evil()</script>', '</script><script>evil()</script>', "' <link rel=x> '", '<style>'])(
    'leaves what somebody wrote alone: %s',
    (text) => {
      const head = `<meta charset="utf-8"><meta name="description" content="${text}"><meta property='og:title' content="${text}">`;
      expect(stampNonce(head, 'n')).toBe(head);
      expect(stampNonce(`${head}<script src="/a.js"></script>`, 'n')).toBe(`${head}<script nonce="n" src="/a.js"></script>`);
    },
  );
});
