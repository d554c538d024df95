/** SQL: the numbers of the parcels that lie at the offices of a parameter; as an array, so that an index of numbers serves beside other conditions. */
export const NUMBERS_AT = (offices: string) => `array(select parcel_number from postal.parcel_place where office_id = any(${offices}))`;
