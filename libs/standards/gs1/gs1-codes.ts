/** Ways in which a number, element string or link can break a GS1 rule. Texts for people: `STANDARD_MESSAGES`. */
export type Gs1Code =
  | 'gs1.empty'
  | 'gs1.characters'
  | 'gs1.length'
  | 'gs1.sscc'
  | 'gs1.check-digit'
  | 'gs1.restricted'
  | 'gs1.coupon'
  | 'gs1.internal-number'
  | 'gs1.prefix'
  | 'gs1.outside-prefix'
  | 'gs1.sequence'
  | 'gs1.ai'
  | 'gs1.ai-repeated'
  | 'gs1.value'
  | 'gs1.date'
  | 'gs1.link'
  | 'gs1.link-order';
