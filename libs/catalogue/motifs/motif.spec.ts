import { motifSvg } from './motif.js';

const SETS = Array.from({ length: 26 }, (_, index) => String(index + 1));

describe('motifSvg', () => {
  it.each(SETS)('draws set %s by itself: no words, no reference outside the picture, every paint defined', (set) => {
    const svg = motifSvg(set, 'seed');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 1200 900"/);
    expect(svg).not.toMatch(/<text|<image|href=|NaN|undefined|Infinity/);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
  });

  it('gives the same picture for the same seed and another for another', () => {
    for (const set of SETS) {
      expect(motifSvg(set, 'a')).toBe(motifSvg(set, 'a'));
      expect(motifSvg(set, 'a')).not.toBe(motifSvg(set, 'b'));
    }
  });

  it('lets the words of a name choose the scene: meat is not drawn as fish', () => {
    const scene = (name: string) =>
      motifSvg('2', name)
        .replace(/m[0-9a-z]+-\d+/g, '')
        .match(/<path[^>]*>/g)!.length;
    expect(scene('Thịt trâu gác bếp')).not.toBe(scene('Tôm khô'));
    expect(motifSvg('25', 'Hươu sao giống')).toContain('#7f9f4c');
  });

  it('reads the number out of any way to write a set', () => {
    const ofSet = (svg: string) => svg.replace(/m[0-9a-z]+-/g, '');
    expect(ofSet(motifSvg('04', 'x'))).toBe(ofSet(motifSvg('ocop-2026/4', 'x')));
    expect(motifSvg('99', 'x')).toContain('<svg');
  });
});
