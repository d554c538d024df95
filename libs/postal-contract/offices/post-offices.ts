/** A post office whose counter keeps parcels for their recipients. */
export interface CounterOffice {
  operatorCode: string;
  /** Unique within the operator. */
  code: string;
  name: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
}

/** Which counters a recipient may choose. A reader only: it changes nothing and knows no parcel. */
export abstract class PostOffices {
  /** Counters of an operator in a province; those of the commune come first, then by commune and name. At most 100. */
  abstract counters(where: { operatorCode: string; provinceCode: string; communeCode: string | null }): Promise<CounterOffice[]>;
}
