import type { EventHandler, H3Event } from 'h3';

export interface ApiAnswer<T> {
  ok: boolean;
  status: number;
  data: T;
  /** Set when the call failed: the API's code, or `network`. */
  code: string;
  errors: { pointer: string; code: string; detail?: string }[];
}

export interface FormAction {
  event: H3Event;
  /** One field's text, trimmed; empty when it was not sent. */
  field: (name: string) => string;
  /** The picture of a multipart form, field `file`; null where none was sent. */
  file: File | null;
  /** All pictures of the field `file`. */
  files: File[];
  /** Calls the API below /api/v1 in the visitor's name, with JSON or a form of one file; cookies it sets reach the visitor. Never throws. */
  api: <T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<ApiAnswer<T>>;
  /** Goes to a page of ours in the language the form was sent from. A flash code becomes a sentence there. */
  goTo: (path: string, flash?: { ok?: string; loi?: string } & Record<string, string | undefined>) => Promise<void>;
  /** The page the form stood on (field `ve`), or the fallback. */
  back: (fallback: string) => string;
}

const LARGEST_FORM = 64 * 1024;
/** A picture from a phone and a little around it; the API has a limit of its own. */
const LARGEST_UPLOAD = 16 * 1024 * 1024;

/**
 * A plain HTML form's way to the API, so that pages work without JavaScript: POST here, one or more API calls with the
 * visitor's cookies and Origin, then 303 to a page. Forms sent from other sites are refused here already.
 */
export function defineFormAction(run: (action: FormAction) => Promise<void>): EventHandler {
  return defineEventHandler(async (event) => {
    setResponseHeader(event, 'Cache-Control', 'no-store');
    const form = await formOf(event);
    const field = (name: string) => textOf(form.get(name)).trim();
    const files = form.getAll('file').filter((sent) => sent instanceof File && sent.size > 0) as File[];
    const file = files[0] ?? null;
    const back = (fallback: string) => localPath(field('ve')) ?? fallback;
    const english = isEnglish(localPath(field('ve')));

    const goTo: FormAction['goTo'] = async (path, flash = {}) => {
      const url = new URL(isEnglish(path) || !english ? path : `/en${path === '/' ? '' : path}`, 'http://local');
      url.searchParams.delete('ok');
      url.searchParams.delete('loi');
      for (const [name, value] of Object.entries(flash)) if (value) url.searchParams.set(name, value);
      await sendRedirect(event, url.pathname + url.search + url.hash, 303);
    };
    const api: FormAction['api'] = (method, path, body, headers) => callApi(event, english ? 'en' : 'vi', method, path, body, headers);

    if (!isSameOrigin(event)) return goTo(back('/'), { loi: 'form.foreign' });
    await run({ event, field, file, files, api, goTo, back });
  });
}

/** The fields of a form; none of one that is too large or cut off. */
async function formOf(event: H3Event): Promise<URLSearchParams | FormData> {
  const { headers } = event.node.req;
  const type = headers['content-type'] ?? '';
  const multipart = type.startsWith('multipart/form-data');
  if (Number(headers['content-length'] ?? 0) > (multipart ? LARGEST_UPLOAD : LARGEST_FORM)) return new URLSearchParams();
  if (!multipart) return new URLSearchParams((await readRawBody(event, 'utf8')) ?? '');
  const body = new Uint8Array((await readRawBody(event, false)) ?? []);
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData());
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}

async function callApi<T>(
  event: H3Event,
  language: string,
  method: string,
  path: string,
  body: unknown,
  extra: Record<string, string> = {},
): Promise<ApiAnswer<T>> {
  try {
    const answer = await fetch(`${useRuntimeConfig(event).apiUrl}/api/v1${path}`, {
      method,
      headers: {
        ...callerHeaders(event),
        accept: 'application/json',
        'accept-language': language,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...extra,
      },
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie);
    const text = await answer.text();
    const data = (text ? JSON.parse(text) : null) as T & { code?: string; errors?: ApiAnswer<T>['errors'] };
    return {
      ok: answer.ok,
      status: answer.status,
      data,
      code: answer.ok ? '' : (data?.code ?? `http.${answer.status}`),
      errors: data?.errors ?? [],
    };
  } catch {
    return { ok: false, status: 0, data: null as T, code: 'network', errors: [] };
  }
}

/** Fetch Metadata where the browser sends it, else an exact Origin (OWASP CSRF cheat sheet). */
function isSameOrigin(event: H3Event): boolean {
  const { headers } = event.node.req;
  if (headers['sec-fetch-site']) return headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
  const { proto, host } = publicOrigin(event);
  return headers.origin === `${proto}://${host}`;
}

function isEnglish(path: string | undefined): boolean {
  return path !== undefined && /^\/en(\/|\?|#|$)/.test(path);
}
