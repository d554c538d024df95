import type { Lib } from '@choxa/platform';
import { CommuneEntity } from './communes/commune.entity.js';
import { FormerDistrictEntity } from './former-units/former-district.entity.js';
import { FormerUnitEntity } from './former-units/former-unit.entity.js';
import { Places1763700100000 } from './migrations/1763700100000-places.js';
import { ProvinceEntity } from './provinces/province.entity.js';

export const placesLib: Lib = {
  name: 'places',
  entities: [ProvinceEntity, CommuneEntity, FormerUnitEntity, FormerDistrictEntity],
  migrations: [Places1763700100000],
};
