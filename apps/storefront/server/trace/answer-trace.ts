import type { H3Event } from 'h3';
import { parseDigitalLink } from '@choxa/standards';
import type * as Api from '@choxa/api-client';
import { reportForm, type ProvinceName } from './forms';
import { html, type Html } from './html';
import { tracePage, type TraceView } from './page';
import { TRACE_POLICY } from './style';
import { textsOf } from './texts';
import { traceContent } from './trace-content';

/** Why there is no page of a product: each has its own words, and its own status. */
type Fault = 'malformed' | 'checkDigit' | 'internalNumber' | 'unknown' | 'away';
const STATUS: Record<Fault, number> = { malformed: 400, checkDigit: 400, internalNumber: 400, unknown: 404, away: 502 };
const FAULT_OF_CODE: Record<string, Fault> = {
  'gs1.check-digit': 'checkDigit',
  'gs1.internal-number': 'internalNumber',
  'trace.check-digit': 'checkDigit',
  'trace.internal-number': 'internalNumber',
  'trace.malformed': 'malformed',
  'trace.unknown': 'unknown',
};

/** Types a reader of linked data asks for; a browser asks for none of them. */
const DATA = /application\/(?:ld\+json|linkset\+json|json)/i;

/**
 * The page behind a printed code, as HTML without any script, or as linked data for those who ask (`Accept`, `?linkType=linkset`). One
 * address for both, hence `Vary`.
 */
export async function answerTrace(event: H3Event): Promise<string> {
  const [rawPath = '', rawQuery = ''] = (event.node.req.url ?? '').split('?', 2);
  const language = languageOf(event);
  const address = rawPath.replace(/^\/en(?=\/)/, '');
  const query = new URLSearchParams(rawQuery);
  const { url: publicUrl, demo } = useRuntimeConfig(event).public;
  const view: TraceView = { t: textsOf(language), language, address, publicUrl, demo };
  setResponseHeaders(event, { 'Content-Security-Policy': TRACE_POLICY, Vary: 'Accept', 'Cache-Control': 'public, max-age=60' });

  const path = apiPath(address);
  const accept = String(event.node.req.headers.accept ?? '');
  const linkType = query.get('linkType');
  if (path.ok && (linkType || (DATA.test(accept) && !/text\/html/i.test(accept)))) return data(event, path.path, accept, linkType);

  const [found, provinces] = await Promise.all([
    path.ok ? fetched<Api.TraceDto>(event, path.path) : { ok: false as const, fault: path.fault },
    fetched<{ data: ProvinceName[] }>(event, '/places/provinces'),
  ]);
  setResponseHeader(event, 'Content-Type', 'text/html; charset=utf-8');
  const known = provinces.ok ? provinces.data.data : [];
  const flash = flashNotice(view, query);
  if (found.ok) {
    const content = html`${flash}${traceContent(view, found.data, { provinces: known, preset: query.get('tinh') ?? undefined })}`;
    return tracePage(view, view.t('trace.of', { name: found.data.product.name }), content);
  }
  setResponseStatus(event, STATUS[found.fault]);
  if (found.fault === 'away') setResponseHeader(event, 'Cache-Control', 'no-store');
  return tracePage(view, view.t(`tracePage.fault.${found.fault}.title`), html`${flash}${faultContent(view, found.fault, known)}`);
}

function faultContent(view: TraceView, fault: Fault, provinces: readonly ProvinceName[]): Html {
  const { t } = view;
  return html`<div class="bad" role="alert">
      <strong>${t(`tracePage.fault.${fault}.title`)}</strong>
      <p>${t(`tracePage.fault.${fault}.text`)}</p>
    </div>
    ${fault !== 'away' && reportForm(view, provinces)}`;
}

/** What a form sent from this page has led to. */
function flashNotice({ t }: TraceView, query: URLSearchParams): Html | null {
  const ok = query.get('ok');
  if (ok === 'label-reported' || ok === 'sighting-noted')
    return html`<div class="good" role="status"><strong>${t(`tracePage.done.${ok}`)}</strong></div>`;
  const loi = query.get('loi');
  if (!loi) return null;
  return html`<div class="bad" role="alert">${t(loi === 'report.too-many' ? 'tracePage.tooMany' : 'tracePage.notSent')}</div>`;
}

/** Where the API answers about an address: read here already where it is a Digital Link, for its parts go into a query there. */
function apiPath(address: string): { ok: true; path: string } | { ok: false; fault: Fault } {
  const code = /^\/t\/([^/]+)\/?$/.exec(address)?.[1];
  if (code) return { ok: true, path: `/trace/${code}` };
  const link = parseDigitalLink(address);
  if (!link.ok) return { ok: false, fault: FAULT_OF_CODE[link.code] ?? 'malformed' };
  const { gtin14, cpv, lot, serial } = link;
  const parts = Object.entries({ cpv, lot, serial }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ok: true, path: `/trace/gtin/${gtin14}?${new URLSearchParams(parts)}` };
}

type Fetched<T> = { ok: true; data: T } | { ok: false; fault: Fault };

async function fetched<T>(event: H3Event, path: string): Promise<Fetched<T>> {
  try {
    const answer = await call(event, path, 'application/json');
    const body = (await answer.json()) as T & { code?: string };
    if (answer.ok) return { ok: true, data: body };
    return { ok: false, fault: FAULT_OF_CODE[body.code ?? ''] ?? (answer.status === 400 ? 'malformed' : 'away') };
  } catch {
    return { ok: false, fault: 'away' };
  }
}

/** Linked data pass as the API writes them, refusals too. */
async function data(event: H3Event, path: string, accept: string, linkType: string | null): Promise<string> {
  const separator = path.includes('?') ? '&' : '?';
  try {
    const answer = await call(event, linkType ? `${path}${separator}${new URLSearchParams({ linkType })}` : path, accept);
    setResponseStatus(event, answer.status);
    for (const name of ['content-type', 'link', 'vary', 'cache-control']) {
      const value = answer.headers.get(name);
      if (value) setResponseHeader(event, name, value);
    }
    return await answer.text();
  } catch {
    setResponseStatus(event, 502);
    setResponseHeaders(event, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    return JSON.stringify({ type: 'about:blank', title: 'Bad Gateway', status: 502, code: 'api.unreachable' });
  }
}

function call(event: H3Event, path: string, accept: string): Promise<Response> {
  const headers = { accept, 'accept-language': languageOf(event) };
  return fetch(`${useRuntimeConfig(event).apiUrl}/api/v1${path}`, { headers, signal: AbortSignal.timeout(10_000) });
}
