// Fails when a text is missing in one of the languages, or a page asks for a key that no file has. Part of `npm run check`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const problems = [];
const texts = Object.fromEntries(['vi', 'en'].map((language) => [language, keysOf(language)]));

for (const [one, other] of [
  ['vi', 'en'],
  ['en', 'vi'],
])
  for (const key of texts[one].keys()) if (!texts[other].has(key)) problems.push(`${key} is missing in ${other}`);

for (const [key, text] of texts.vi) {
  const names = (value) =>
    [...value.matchAll(/\{(\w+)\}/g)]
      .map((match) => match[1])
      .sort()
      .join();
  const english = texts.en.get(key);
  // Plural forms may leave a value out of one form, so only texts without forms are compared.
  if (english && !text.includes('|') && !english.includes('|') && names(text) !== names(english))
    problems.push(`${key}: vi and en name other values`);
}

for (const file of sources(join(here, '../app')))
  for (const [, key] of readFileSync(file, 'utf8').matchAll(/(?<![\w.])\$?t\(\s*'([\w.-]+)'/g))
    if (!texts.vi.has(key)) problems.push(`${file.slice(file.indexOf('/app/') + 1)} asks for ${key}, which does not exist`);

if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${texts.vi.size} texts in Vietnamese and English`);

/** Every text of a language by its whole key. */
function keysOf(language) {
  const folder = join(here, 'locales', language);
  const found = new Map();
  const walk = (value, path) => {
    if (typeof value === 'string') found.set(path, value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
  };
  for (const file of readdirSync(folder)) walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), '');
  return found;
}

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(vue|ts)$/.test(name) ? [path] : [];
  });
}
