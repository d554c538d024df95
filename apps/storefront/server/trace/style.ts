import { createHash } from 'node:crypto';

/** All the style a trace page has: it must open at once on a cheap phone, so it shares nothing with the shop. */
export const STYLE = [
  ':root{color-scheme:light;--paper:#fbf6ec;--card:#fffdf8;--ink:#26221b;--soft:#5c5446;--line:#e3d8c4;--leaf:#1e5b3a;--tint:#e4eedd;--bad:#9f2428;--badt:#fae4df;--warn:#6f4a00;--warnt:#fbeccb}',
  '*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 "Be Vietnam Pro",system-ui,sans-serif;overflow-wrap:break-word}',
  'header,main,footer{max-width:42rem;margin:auto;padding:0 1rem}header{display:flex;justify-content:space-between;align-items:center;min-height:3.5rem}header a:first-child{font-weight:700;font-size:1.25rem;text-decoration:none}',
  'a{color:var(--leaf);text-underline-offset:3px}header a,footer a,.act{display:inline-flex;align-items:center;min-height:3rem}',
  'h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .75rem}p{margin:.5rem 0}small,.soft{color:var(--soft)}',
  '.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1rem;margin:1rem 0}.card>img{display:block;width:calc(100% + 2rem);height:auto;margin:-1rem -1rem 1rem;border-radius:1rem 1rem 0 0;max-height:30rem;object-fit:cover}.card h2{margin-top:0}',
  '.bad,.warn{border-radius:1rem;padding:1rem;margin:1rem 0;border:2px solid}.bad{background:var(--badt);color:var(--bad)}.warn{background:var(--warnt);color:var(--warn)}.good{background:var(--tint);color:var(--leaf);border:2px solid;border-radius:1rem;padding:1rem;margin:1rem 0}.bad strong,.warn strong,.good strong{font-size:1.15rem}',
  'dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.5rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;min-width:0}',
  'ol,ul{list-style:none;margin:0;padding:0}ol li{border-left:3px solid var(--leaf);padding:0 0 1rem 1rem;margin-left:.25rem}.wrong{border-color:var(--bad)}.wrong b{text-decoration:line-through}',
  '.pics{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}.pics img{width:6rem;height:6rem;object-fit:cover;border-radius:.5rem}',
  '.parts li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem .5rem;padding:.5rem 0;border-bottom:1px solid var(--line)}.parts li:last-child{border:0}',
  '.chip{border:1px solid;border-radius:2rem;padding:0 .6rem;font-weight:700;font-size:.875rem}.none{color:var(--soft);border-style:dashed}.declared{color:var(--warn)}.format_valid{color:#1f5173}.checked{color:#fff;background:var(--leaf)}.stop{color:var(--bad)}',
  'summary{min-height:3rem;display:flex;align-items:center;color:var(--leaf);font-weight:700;cursor:pointer}label{display:block;font-weight:700;margin-top:1rem}select,textarea{display:block;width:100%;min-height:3rem;padding:.5rem .75rem;font:inherit;border:1px solid #8d8370;border-radius:.75rem;background:var(--card);color:var(--ink)}',
  'button,.buy{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.5rem 1.25rem;margin-top:1rem;font:inherit;font-weight:700;border:0;border-radius:.75rem;background:var(--leaf);color:#fff;text-decoration:none;cursor:pointer}:focus-visible{outline:3px solid var(--leaf);outline-offset:2px}',
  'aside{padding:.4rem 1rem;background:#fbeccc;color:#6b4a00;font-size:.875rem}',
].join('');

/** No script at all, this one style, our own pictures. */
export const TRACE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
