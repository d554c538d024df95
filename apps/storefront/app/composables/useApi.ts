import { FetchError } from 'ofetch';
import type { Problem } from '~/types/api';

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** For an answer that is not JSON, such as a drawing. */
  responseType?: 'text';
  /** Is sent to its end even when the page is left meanwhile; for small bodies. */
  keepalive?: boolean;
  /** 10 seconds unless told; a large file on a weak network takes longer. */
  timeoutMs?: number;
}

/**
 * Speaks to the API below `/api/v1`. While rendering on the server it goes straight to the API with the visitor's own
 * cookies and language; in the browser it goes through our origin. Every failure is thrown as a Nuxt error whose `data`
 * is a {@link Problem}: an unreachable API has the code `network`.
 */
export function useApi() {
  const nuxt = useNuxtApp();
  const event = useRequestEvent();
  const base = import.meta.server ? `${useRuntimeConfig().apiUrl}/api/v1` : '/api/v1';

  return async function api<T>(path: string, call: Call = {}): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json', ...call.headers };
    if (import.meta.server) Object.assign(headers, (event?.context.apiHeaders as (() => Record<string, string>) | undefined)?.());
    const language = nuxt.$i18n.locale.value;
    headers['accept-language'] = language;
    // A page for everybody: the store of pages asks, so that it knows what the page was made of.
    const ask = import.meta.server ? event?.context.publicPage?.ask : undefined;
    try {
      if (ask && !call.method) return answered<T>(await ask(base + path + searchOf(call.query), language));
      const answer = await $fetch.raw<unknown>(base + path, {
        method: call.method ?? 'GET',
        query: call.query,
        body: call.body as Record<string, unknown>,
        headers,
        signal: call.signal,
        responseType: call.responseType as 'json',
        keepalive: call.keepalive,
        retry: 0,
        timeout: call.timeoutMs ?? 10_000,
      });
      if (import.meta.server && event) for (const cookie of answer.headers.getSetCookie()) appendCookie(event, cookie);
      return answer._data as T;
    } catch (error) {
      const problem = problemOf(error);
      throw createError({ status: problem.status || 502, statusText: problem.code, message: problem.title, data: problem });
    }
  };
}

function searchOf(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]]));
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** What an answer says that was read for a page for everybody. Throws an error with its {@link Problem}. */
function answered<T>({ status, text }: { status: number; text: string }): T {
  if (status >= 200 && status < 300) return JSON.parse(text) as T;
  throw createError({
    status: status || 502,
    data: status ? problemSent(status, JSON.parse(text || '{}') as Partial<Problem>) : NO_ANSWER,
  });
}

type ServerEvent = NonNullable<ReturnType<typeof useRequestEvent>>;

function appendCookie(event: ServerEvent, cookie: string): void {
  const already = event.node.res.getHeader('set-cookie');
  event.node.res.setHeader('set-cookie', [...(Array.isArray(already) ? already : already ? [String(already)] : []), cookie]);
}

const NO_ANSWER: Problem = { status: 0, code: 'network', title: '', errors: [] };

/** What went wrong, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof FetchError) return error.status ? problemSent(error.status, error.data as Partial<Problem> | undefined) : NO_ANSWER;
  const data = (error as { data?: Partial<Problem> } | null)?.data;
  if (data && typeof data.code === 'string') return { ...NO_ANSWER, ...data };
  const status = (error as { status?: number } | null)?.status;
  return status ? { ...NO_ANSWER, status, code: `http.${status}` } : NO_ANSWER;
}

function problemSent(status: number, sent: Partial<Problem> | undefined): Problem {
  return { status, code: sent?.code ?? `http.${status}`, title: sent?.title ?? '', detail: sent?.detail, errors: sent?.errors ?? [] };
}
