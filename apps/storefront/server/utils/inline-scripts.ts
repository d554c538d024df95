/** A whole start tag; its attributes are read with their values, so that what looks like a tag inside a value is none. */
const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*\/?>/gi;
const END = /<\/script/gi;
/** Data in a page are no script: no policy stops them and none need allow them. */
const DATA = /\stype\s*=\s*["']?[a-z]+\/(?:ld\+)?json/i;

/**
 * The texts of the scripts that stand in a piece of the page's head or foot and would run. People's words stand there too, in the values of meta
 * tags: what looks like a script in them is none, else it would come with the right to run.
 */
export function inlineScripts(part: string): string[] {
  const scripts: string[] = [];
  const tags = new RegExp(TAG);
  for (let tag = tags.exec(part); tag; tag = tags.exec(part)) {
    if (tag[1]!.toLowerCase() !== 'script') continue;
    const end = new RegExp(END);
    end.lastIndex = tags.lastIndex;
    const text = part.slice(tags.lastIndex, end.exec(part)?.index);
    if (text && !/\ssrc\s*=/i.test(tag[2]!) && !DATA.test(tag[2]!)) scripts.push(text);
    tags.lastIndex += text.length;
  }
  return scripts;
}
