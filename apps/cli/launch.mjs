// The first program of every npm script. It must be read without error by old releases of Node, so that they can be refused in
// words: no top-level await, and everything newer is imported only after the check.
var parts = process.versions.node.split('.');
var major = Number(parts[0]);

if (major < 20 || (major === 20 && Number(parts[1]) < 19)) {
  console.error(
    'Chợ Xã cần Node.js 20.19 trở lên (đang có ' +
      process.versions.node +
      '): hãy cài bản mới từ https://nodejs.org. / ' +
      'Chợ Xã needs Node.js 20.19 or newer (this is ' +
      process.versions.node +
      '): install a newer one from https://nodejs.org.',
  );
  process.exit(1);
} else {
  import('./launch/run.mjs').then(function (run) {
    return run.run(process.argv.slice(2));
  });
}
