/** A whole start tag; its attributes are read with their values, so that what looks like a tag inside a value is none. */
const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*\s*\/?>/gi;
const STAMPED = /^<(script|style|link)(?=[\s/>])/i;

/**
 * Gives the script, style and link tags of a piece of the page's head the nonce. People's words stand there too, in the values of meta tags: they
 * never get one, else `<script>` in the name of a product would come with the right to run.
 */
export function stampNonce(part: string, nonce: string): string {
  return part.replace(TAG, (tag) => tag.replace(STAMPED, `<$1 nonce="${nonce}"`));
}
