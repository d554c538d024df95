import { inlineScripts } from './inline-scripts.js';

describe('inlineScripts', () => {
  it.each([
    ['<script>x</script>', ['x']],
    ['<script type="importmap">{"a":1}</script><script async>y<z</SCRIPT>', ['{"a":1}', 'y<z']],
    ['<script type="module" src="/a.js"></script>', []],
    ['<script type="application/json" data-a=b>{"b":"<script>c"}</script>', []],
    [`<script id='a' type=application/ld+json>{}</script>`, []],
    ['<script>a="<script>b"</script><link rel="x">', ['a="<script>b"']],
    ['<scripted>x</scripted>', []],
  ])('of %s', (part, scripts) => {
    expect(inlineScripts(part)).toEqual(scripts);
  });

  it.each([
    '<script>evil()</script>',
    '</script><script>evil()</script>',
    "' <script>evil()</script> '",
    '<script type="module">evil()</script>',
  ])('does not count what somebody wrote: %s', (text) => {
    const quoted = text.replaceAll('"', '&quot;');
    const head = `<meta charset="utf-8"><meta name="description" content="${quoted}"><meta property="og:title" content="${quoted}">`;
    expect(inlineScripts(head)).toEqual([]);
    expect(inlineScripts(`${head}<script>ours()</script>`)).toEqual(['ours()']);
  });
});
