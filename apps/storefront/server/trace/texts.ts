import enProduct from '../../i18n/locales/en/product.json' with { type: 'json' };
import enShop from '../../i18n/locales/en/shop.json' with { type: 'json' };
import enTrace from '../../i18n/locales/en/trace.json' with { type: 'json' };
import viProduct from '../../i18n/locales/vi/product.json' with { type: 'json' };
import viShop from '../../i18n/locales/vi/shop.json' with { type: 'json' };
import viTrace from '../../i18n/locales/vi/trace.json' with { type: 'json' };

export type Language = 'vi' | 'en';
/** A text by its whole key, with values in `{braces}` filled in. */
export type Texts = (key: string, values?: Record<string, string | number>) => string;

const TEXTS = { vi: { ...viShop, ...viProduct, ...viTrace }, en: { ...enShop, ...enProduct, ...enTrace } };

export function textsOf(language: Language): Texts {
  return (key, values = {}) => {
    const found = key
      .split('.')
      .reduce<unknown>((branch, name) => (branch as Record<string, unknown> | undefined)?.[name], TEXTS[language]);
    return typeof found === 'string' ? found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')) : key;
  };
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** A day or instant as the language writes days: `10/11/2026`; times are those of Vietnam. */
export function dayText(language: Language, value: string): string {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(instant);
}

/** An instant with its hour: `10/11/2026 08:00`. */
export function momentText(language: Language, value: string): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${dayText(language, value)} ${hour.format(new Date(value))}`;
}
