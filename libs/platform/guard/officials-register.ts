/** Who looks after a place. Identity provides it; a lib that has something to tell them asks it. */
export abstract class OfficialsRegister {
  /** Telephones (E.164) of the officials of exactly this place: `VN` for the nation, else the code of a province or commune. */
  abstract phones(placeKind: 'nation' | 'province' | 'commune', placeCode: string): Promise<string[]>;
}
