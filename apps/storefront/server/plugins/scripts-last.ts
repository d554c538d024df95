/**
 * Lets the page's words, style and first picture come before its scripts: all that a page shows is there without them, and on a weak network a
 * hundred kilobytes of script would keep it waiting.
 */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:html', (html) => {
    html.head = html.head.map((part) =>
      part
        .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
        .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"'),
    );
  });
});
