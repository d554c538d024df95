import type { Place } from '@choxa/places';
import { spellingKey } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import type { SubjectKind } from './subject.rules.js';

/** A producer as an imported row names it, its place resolved as far as the row allows. */
export interface ImportedProducer {
  name: string;
  /** Null or absent: a plain household. */
  kind?: SubjectKind | null;
  /** What the row says below the commune. */
  address?: string;
  commune?: Place | null;
  /** Where the commune is not known. */
  province?: { code: string; name: string } | null;
}

/** A producer that an import brought before. */
export interface KnownProducer {
  importKey: string;
  communeCode: string | null;
}

/** Written out before names are compared; "và" says nothing. */
const SHORT_FORMS: readonly [RegExp, string][] = Object.entries({
  htx: 'hợp tác xã',
  htxnn: 'hợp tác xã nông nghiệp',
  tht: 'tổ hợp tác',
  cty: 'công ty',
  ctcp: 'công ty cổ phần',
  'công ty cp': 'công ty cổ phần',
  cttnhh: 'công ty trách nhiệm hữu hạn',
  tnhh: 'trách nhiệm hữu hạn',
  mtv: 'một thành viên',
  dn: 'doanh nghiệp',
  dntn: 'doanh nghiệp tư nhân',
  hkd: 'hộ kinh doanh',
  cssx: 'cơ sở sản xuất',
  sxkd: 'sản xuất kinh doanh',
  sx: 'sản xuất',
  tmdv: 'thương mại dịch vụ',
  tm: 'thương mại',
  dv: 'dịch vụ',
  xnk: 'xuất nhập khẩu',
  và: '',
}).map(([short, long]) => [new RegExp(`(?<=^| )${spellingKey(short)}(?= |$)`, 'gu'), spellingKey(long)]);

/** The same producer however it is typed: legal forms written out, no punctuation, case or "và". Accents count: Tú is not Tư. */
export function importKey({ name, commune, province }: ImportedProducer): string {
  const words = spellingKey(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const written = SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), words);
  return `${commune?.provinceCode ?? province?.code ?? ''}|${written.replace(/ +/g, ' ').trim()}`;
}

/** The key of another producer of the same name in another commune of the province. */
export function keyInCommune(producer: ImportedProducer): string {
  return `${importKey(producer)}|${producer.commune?.code ?? ''}`;
}

/**
 * Which of the producers known by either key of a row the row means; null for a new one. The first of its name has the plain key; one without
 * a commune is taken to be it. Names of firms and cooperatives are registered once (Law on Enterprises 59/2020/QH14 art. 38); two households
 * of one name in two communes are two.
 */
export function sameProducer<Known extends KnownProducer>(producer: ImportedProducer, known: readonly Known[]): Known | null {
  const there = known.find((one) => one.importKey === keyInCommune(producer));
  const first = there ?? known.find((one) => one.importKey === importKey(producer));
  if (!first || there || producer.kind === 'firm' || producer.kind === 'cooperative') return first ?? null;
  const elsewhere = producer.commune && first.communeCode && first.communeCode !== producer.commune.code;
  return elsewhere ? null : first;
}

/** Two imports at once would both find nothing: the second waits. One lock for all producers, since a large file would need more than there are. */
export async function oneImportAtATime(tx: Tx): Promise<void> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended('households.import', 0))`);
}
