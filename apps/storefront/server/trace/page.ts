import { Html, html } from './html';
import { STYLE } from './style';
import type { Language, Texts } from './texts';

/** In one piece: the policy allows exactly these bytes of style. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

export interface TraceView {
  t: Texts;
  language: Language;
  /** Path of the page without the language: `/t/…`, `/01/…`. */
  address: string;
  /** Where the pages are seen, without a slash at the end. */
  publicUrl: string;
  /** People and households are invented, and the page says so. */
  demo: boolean;
}

/** The whole document around the content of a trace page. */
export function tracePage(view: TraceView, title: string, content: Html): string {
  const { t, language, address, publicUrl, demo } = view;
  const home = language === 'en' ? '/en' : '/';
  const [otherPath, other] = language === 'en' ? [address, 'Tiếng Việt'] : [`/en${address}`, 'English'];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · Chợ Xã</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#1e5b3a" />
        <link rel="icon" href="/favicon.svg" />
        <link rel="alternate" type="application/ld+json" href="${publicUrl}${address}" />
        ${STYLE_ELEMENT}
      </head>
      <body>
        ${demo && html`<aside>${t('tracePage.demo')}</aside>`}
        <header><a href="${home}">Chợ Xã</a><a href="${otherPath}" lang="${language === 'en' ? 'vi' : 'en'}">${other}</a></header>
        <main>${content}</main>
        <footer>
          <p><a href="${home}">${t('tracePage.home')}</a></p>
        </footer>
      </body>
    </html>`.text;
}
