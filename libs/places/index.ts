export { placesLib } from './places.lib.js';
export { PlacesModule } from './places.module.js';
export { Places } from './places.js';
export { ImportPlaces, type PlacesImportReport } from './import/import-places.js';
export { PlaceDto, toPlaceDto } from './place.dto.js';
export type { Place, Province } from './look-up/place.js';
export type { AddressText } from './look-up/claims.rules.js';
export { PLACE_WARNINGS, type Resolution } from './look-up/resolution.js';
export type { SearchHit } from './search/place-search.js';
