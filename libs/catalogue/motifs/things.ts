import { at, box, disc, line, n, oval, path, times, type Sketch } from './sketch.js';

/** Where things stand: the line on the table. */
export const FLOOR = 735;

export const shadow = (x: number, y: number, rx: number): string => oval(x, y, rx, rx * 0.13, '#3a2410', 'opacity=".2"');

/** A pointed leaf from 0,0 upwards, `long` units. */
export function leaf(long: number, wide: number, colour: string, rib: string): string {
  const d = `M0 0C${n(-wide)} ${n(-long * 0.3)} ${n(-wide * 0.7)} ${n(-long * 0.8)} 0 ${n(-long)}C${n(wide * 0.7)} ${n(-long * 0.8)} ${n(wide)} ${n(-long * 0.3)} 0 0Z`;
  const half = `M0 0C${n(wide)} ${n(-long * 0.3)} ${n(wide * 0.7)} ${n(-long * 0.8)} 0 ${n(-long)}Z`;
  return path(d, colour) + path(half, '#10200c', 'opacity=".13"') + line(`M0 0V${n(-long * 0.9)}`, rib, Math.max(2, wide * 0.07));
}

/** A twig with pairs of leaves, growing upwards from 0,0. */
export function twig(s: Sketch, long: number, pairs: number, size: number, colours: readonly string[], rib = '#e8efc4'): string {
  return (
    line(`M0 0Q${n(long * 0.06)} ${n(-long / 2)} 0 ${n(-long)}`, '#5b7a35', 6) +
    times(pairs, (i) => {
      const y = -long * (0.18 + (0.72 * i) / pairs);
      const grown = size * (1 - 0.09 * i);
      return (
        at(2, y, leaf(grown, grown * 0.27, s.pick(colours), rib), -58 + 4 * i) +
        at(2, y - 14, leaf(grown, grown * 0.27, s.pick(colours), rib), 58 - 4 * i)
      );
    }) +
    at(0, -long + 6, leaf(size * 0.85, size * 0.2, colours[0]!, rib))
  );
}

/** A glass jar standing on 0,0: `fill` is what is seen through the glass, `inside` is drawn over it. */
export function jar(s: Sketch, w: number, h: number, fill: string, lid: string, label: string, inside = ''): string {
  const neck = w * 0.38;
  const body = `M${n(-w / 2)} ${n(-h * 0.74)}Q${n(-w / 2)} ${n(-h * 0.86)} ${n(-neck)} ${n(-h * 0.88)}V${n(-h * 0.93)}H${n(neck)}V${n(-h * 0.88)}Q${n(w / 2)} ${n(-h * 0.86)} ${n(w / 2)} ${n(-h * 0.74)}V${n(-w * 0.12)}Q${n(w / 2)} 0 ${n(w * 0.38)} 0H${n(-w * 0.38)}Q${n(-w / 2)} 0 ${n(-w / 2)} ${n(-w * 0.12)}Z`;
  return (
    shadow(w * 0.06, 2, w * 0.66) +
    path(body, '#f4f4e6', 'opacity=".75"') +
    s.clip(
      body,
      box(-w / 2, -h * 0.8, w, h * 0.8, 0, fill) +
        inside +
        box(w * 0.26, -h, w * 0.3, h, 0, '#2c1500', 'opacity=".14"') +
        box(-w * 0.43, -h * 0.82, w * 0.09, h * 0.74, w * 0.045, '#fff', 'opacity=".42"'),
    ) +
    tag(0, -h * 0.36, w * 0.66, h * 0.3, label) +
    box(-neck * 1.14, -h, neck * 2.28, h * 0.12, 10, lid) +
    box(-neck * 1.14, -h * 0.93, neck * 2.28, h * 0.05, 8, '#2c1500', 'opacity=".16"') +
    box(-neck * 0.95, -h * 0.985, neck * 0.5, h * 0.06, 8, '#fff', 'opacity=".3"')
  );
}

/** A paper label around x,y: no words, only a sign and two rules, so that it claims nothing. */
export function tag(x: number, y: number, w: number, h: number, colour: string): string {
  return at(
    x,
    y,
    box(-w / 2, -h / 2, w, h, 8, '#fff8e6') +
      box(-w / 2 + 7, -h / 2 + 7, w - 14, h - 14, 5, 'none', `stroke="${colour}" stroke-width="3" opacity=".55"`) +
      at(
        0,
        h * 0.06,
        leaf(h * 0.4, h * 0.13, colour, '#fff8e6') +
          at(0, 0, leaf(h * 0.3, h * 0.1, colour, '#fff8e6'), -55) +
          at(0, 0, leaf(h * 0.3, h * 0.1, colour, '#fff8e6'), 55),
      ) +
      box(-w * 0.24, h * 0.2, w * 0.48, 5, 2, colour, 'opacity=".6"') +
      box(-w * 0.15, h * 0.3, w * 0.3, 5, 2, colour, 'opacity=".6"'),
  );
}

/** A bottle standing on 0,0. */
export function bottle(
  s: Sketch,
  w: number,
  h: number,
  glass: readonly [string, string, string],
  cap: string,
  label: string,
  level = 0.86,
): string {
  const neck = w * 0.19;
  const d = `M${n(-neck)} ${n(-h * 0.95)}V${n(-h * 0.74)}C${n(-neck)} ${n(-h * 0.66)} ${n(-w / 2)} ${n(-h * 0.66)} ${n(-w / 2)} ${n(-h * 0.54)}V${n(-w * 0.13)}Q${n(-w / 2)} 0 ${n(-w * 0.36)} 0H${n(w * 0.36)}Q${n(w / 2)} 0 ${n(w / 2)} ${n(-w * 0.13)}V${n(-h * 0.54)}C${n(w / 2)} ${n(-h * 0.66)} ${n(neck)} ${n(-h * 0.66)} ${n(neck)} ${n(-h * 0.74)}V${n(-h * 0.95)}Z`;
  return (
    shadow(w * 0.1, 2, w * 0.68) +
    path(d, '#f2f1e4', 'opacity=".7"') +
    s.clip(
      d,
      box(-w / 2, -h * level, w, h, 0, s.across(glass[0], glass[1], [glass[1], 0.62], glass[2])) +
        box(-w * 0.4, -h * 0.56, w * 0.09, h * 0.5, w * 0.04, '#fff', 'opacity=".5"') +
        box(-neck * 0.7, -h * 0.94, neck * 0.4, h * 0.22, 5, '#fff', 'opacity=".4"'),
    ) +
    tag(0, -h * 0.29, w * 0.8, h * 0.28, label) +
    box(-neck * 1.3, -h, neck * 2.6, h * 0.1, 8, cap) +
    box(neck * 0.3, -h, neck, h * 0.1, 8, '#2c1500', 'opacity=".16"')
  );
}

/** A bowl standing on 0,0; `heap` is drawn behind its rim, around the rim's middle (0,0). */
export function bowl(s: Sketch, w: number, h: number, glaze: readonly [string, string], heap: string, band = '#2f5f8a'): string {
  const d = `M${n(-w / 2)} ${n(-h)}C${n(-w / 2)} ${n(-h * 0.3)} ${n(-w * 0.26)} ${n(-h * 0.1)} ${n(-w * 0.2)} ${n(-h * 0.08)}L${n(-w * 0.18)} 0H${n(w * 0.18)}L${n(w * 0.2)} ${n(-h * 0.08)}C${n(w * 0.26)} ${n(-h * 0.1)} ${n(w / 2)} ${n(-h * 0.3)} ${n(w / 2)} ${n(-h)}Z`;
  return (
    shadow(w * 0.05, 2, w * 0.42) +
    oval(0, -h, w / 2, w * 0.1, glaze[1]) +
    at(0, -h, heap) +
    path(d, s.across(glaze[0], glaze[0], glaze[1])) +
    s.clip(
      d,
      line(`M${n(-w / 2)} ${n(-h * 0.76)}Q0 ${n(-h * 0.56)} ${n(w / 2)} ${n(-h * 0.76)}`, band, h * 0.06, 'opacity=".75"') +
        times(7, (i) => disc(-w * 0.39 + i * w * 0.13, -h * (0.5 - 0.05 * (3 - Math.abs(3 - i))), h * 0.05, band, 'opacity=".75"')) +
        oval(-w * 0.34, -h * 0.5, w * 0.03, h * 0.3, '#fff', 'opacity=".35" '),
    )
  );
}

/** A woven bamboo basket standing on 0,0; `heap` is drawn behind its rim. */
export function basket(s: Sketch, w: number, h: number, heap: string, straw: readonly [string, string] = ['#d9a55b', '#a8722f']): string {
  const top = w / 2;
  const foot = w * 0.38;
  const d = `M${n(-top)} ${n(-h)}L${n(-foot)} -14Q${n(-foot)} 0 ${n(-foot + 20)} 0H${n(foot - 20)}Q${n(foot)} 0 ${n(foot)} -14L${n(top)} ${n(-h)}Z`;
  const rows = Math.round(h / 26);
  const columns = Math.round(w / 44);
  const weave = times(rows, (r) =>
    times(columns, (c) =>
      box(
        -top + c * (w / columns) + (r % 2 ? 0 : w / columns / 2) - 6,
        -h + 8 + r * 26,
        w / columns - 10,
        18,
        8,
        (r + c) % 2 ? straw[0] : '#e9c07c',
      ),
    ),
  );
  return (
    shadow(w * 0.04, 2, w * 0.52) +
    oval(0, -h, top, w * 0.09, '#7a4f1f') +
    at(0, -h, heap) +
    path(d, straw[1]) +
    s.clip(d, weave + path(`M${n(w * 0.12)} 0L${n(w * 0.24)} ${n(-h)}H${n(top)}V0Z`, '#3a1d00', 'opacity=".15"')) +
    box(-top - 12, -h - 8, w + 24, 30, 15, s.down('#e9c07c', straw[1]))
  );
}

/** A paper pouch standing on 0,0, folded at the top. */
export function pouch(s: Sketch, w: number, h: number, paper: readonly [string, string], label: string): string {
  const d = `M${n(-w * 0.47)} ${n(-h * 0.9)}L${n(-w / 2)} -12Q${n(-w / 2)} 0 ${n(-w / 2 + 14)} 0H${n(w / 2 - 14)}Q${n(w / 2)} 0 ${n(w / 2)} -12L${n(w * 0.47)} ${n(-h * 0.9)}Z`;
  return (
    shadow(w * 0.06, 2, w * 0.62) +
    path(d, s.across(paper[0], paper[0], paper[1])) +
    path(`M${n(w * 0.3)} ${n(-h * 0.9)}L${n(w * 0.34)} 0H${n(w / 2)}L${n(w * 0.47)} ${n(-h * 0.9)}Z`, '#2c1500', 'opacity=".14"') +
    box(-w * 0.49, -h, w * 0.98, h * 0.13, 8, paper[1]) +
    box(-w * 0.49, -h * 0.985, w * 0.98, h * 0.03, 4, '#fff', 'opacity=".25"') +
    tag(0, -h * 0.42, w * 0.68, h * 0.42, label)
  );
}

/** Something round and ripe around 0,0. */
export function ball(s: Sketch, r: number, tones: readonly [string, string, string]): string {
  return disc(0, 0, r, s.round(...tones)) + oval(-r * 0.34, -r * 0.42, r * 0.2, r * 0.12, '#fff', 'opacity=".45" transform="rotate(-30)"');
}

/** A glass, open at the top, with a drink in it, standing on 0,0. */
export function glass(s: Sketch, w: number, h: number, drink: readonly [string, string], level = 0.78): string {
  const d = `M${n(-w / 2)} ${n(-h)}L${n(-w * 0.4)} -10Q${n(-w * 0.4)} 0 ${n(-w * 0.34)} 0H${n(w * 0.34)}Q${n(w * 0.4)} 0 ${n(w * 0.4)} -10L${n(w / 2)} ${n(-h)}Z`;
  return (
    shadow(w * 0.06, 2, w * 0.56) +
    path(d, '#f7f5ea', 'opacity=".65"') +
    s.clip(
      d,
      box(-w / 2, -h * level, w, h, 0, s.down(...drink)) +
        oval(0, -h * level, w / 2, w * 0.08, '#fff', 'opacity=".3"') +
        box(-w * 0.36, -h * 0.9, w * 0.09, h * 0.78, w * 0.04, '#fff', 'opacity=".45"'),
    ) +
    oval(0, -h, w / 2, w * 0.07, 'none', 'stroke="#fff" stroke-width="4" opacity=".8"')
  );
}

export const steam = (x: number, y: number, high: number): string =>
  [-34, 0, 34]
    .map((dx) => line(`M${n(x + dx)} ${n(y)}c-26 ${n(-high * 0.3)} 26 ${n(-high * 0.5)} 0 ${n(-high)}`, '#fff', 10, 'opacity=".55"'))
    .join('');

/** A round flower around 0,0. */
export function flower(s: Sketch, r: number, petals: number, colour: string, shade: string, heart: string): string {
  const ring = (count: number, long: number, fill: string, turn: number) =>
    times(count, (i) => at(0, 0, oval(0, -long * 0.58, long * 0.24, long * 0.44, fill), turn + (360 / count) * i));
  return (
    ring(petals, r, shade, 180 / petals) + ring(petals, r * 0.88, colour, 0) + disc(0, 0, r * 0.27, s.round('#fff3c4', heart, '#8a5a10'))
  );
}

/** Small things scattered over the table between two x, deterministic. */
export function scatter(
  s: Sketch,
  count: number,
  from: number,
  to: number,
  draw: (index: number) => string,
  y0 = FLOOR + 28,
  y1 = FLOOR + 110,
): string {
  return times(count, (i) => at(from + ((to - from) * (i + s.random() * 0.9)) / count, s.between(y0, y1), draw(i), s.between(-180, 180)));
}

/** Low things are drawn larger, growing from the table. */
export const nearer = (scale: number, drawing: string): string => at(600 * (1 - scale), 812 * (1 - scale), drawing, 0, scale);
