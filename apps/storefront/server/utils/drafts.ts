import type { H3Event } from 'h3';

/** What a visitor has typed into a form of several screens. It lies in a cookie on the visitor's own device, never in an address. */
export type DraftName = 'thanh-toan' | 'dang-nhap' | 'hoi-dap' | 'dia-chi' | 'tra-don' | 'sau-don' | 'nua-dang-nhap' | 'buu-gui';

export type Draft = Record<string, string>;

const LIFE_SECONDS = 2 * 60 * 60;
/** Browsers keep at most 4 KB per cookie. */
const LONGEST = 3500;

export function writeDraft(event: H3Event, name: DraftName, draft: Draft): void {
  const value = Buffer.from(JSON.stringify(draft)).toString('base64url');
  if (value.length <= LONGEST) setCookie(event, cookieName(name), value, { ...cookieRules(event), maxAge: LIFE_SECONDS });
}

export function readDraft(event: H3Event, name: DraftName): Draft {
  try {
    const draft: unknown = JSON.parse(Buffer.from(getCookie(event, cookieName(name)) ?? '', 'base64url').toString('utf8'));
    if (typeof draft !== 'object' || draft === null) return {};
    return Object.fromEntries(Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

export function dropDraft(event: H3Event, name: DraftName): void {
  deleteCookie(event, cookieName(name), cookieRules(event));
}

const cookieName = (name: DraftName): string => `nhap-${name}`;

function cookieRules(event: H3Event) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: publicOrigin(event).proto === 'https' } as const;
}
