/** Ways in which a document or event can break EPCIS 2.0 or the core vocabulary. Texts for people: `STANDARD_MESSAGES`. */
export type EpcisCode =
  | 'epcis.document'
  | 'epcis.event'
  | 'epcis.type'
  | 'epcis.field'
  | 'epcis.time'
  | 'epcis.offset'
  | 'epcis.action'
  | 'epcis.biz-step'
  | 'epcis.ilmd'
  | 'epcis.what'
  | 'epcis.parent'
  | 'epcis.quantity'
  | 'epcis.uri'
  | 'epcis.class-id'
  | 'epcis.check-digit'
  | 'epcis.internal-number'
  | 'epcis.error-declaration';
