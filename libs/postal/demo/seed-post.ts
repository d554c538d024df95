import { Injectable } from '@nestjs/common';
import { Places, type Place } from '@choxa/places';
import { Clock } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { LayHubAndSpoke } from '../network/lay-hub-and-spoke.js';
import { Legs } from '../network/legs.query.js';
import { OpenOffice } from '../offices/open-office.js';
import type { OfficeKind } from '../offices/office.entity.js';
import { SetCashCap } from '../cod/set-cash-cap.js';
import { SetUpOperator } from '../operators/set-up-operator.js';
import {
  INVENTED_OPERATORS,
  inventedCashCaps,
  inventedNorms,
  inventedSurcharges,
  inventedTariffs,
  regionOf,
  type InventedOperator,
} from './invented-operators.js';

export interface DemoOffice {
  id: string;
  code: string;
  name: string;
  kind: OfficeKind;
  operatorId: string;
  operatorCode: string;
  communeCode: string;
  provinceCode: string;
}

/** Sets up the invented operators with an office in every province, a hub in each region and legs between them. Running it again changes nothing. */
@Injectable()
export class SeedPost {
  constructor(
    private readonly places: Places,
    private readonly setUpOperator: SetUpOperator,
    private readonly openOffice: OpenOffice,
    private readonly setCashCap: SetCashCap,
    private readonly legs: Legs,
    private readonly layHubAndSpoke: LayHubAndSpoke,
    private readonly clock: Clock,
  ) {}

  /** All demo offices. */
  async run(): Promise<DemoOffice[]> {
    const provinces = this.places.provinces().map((province) => province.code);
    const offices: DemoOffice[] = [];
    for (const operator of INVENTED_OPERATORS) {
      const { id: operatorId } = await this.setUpOperator.run({
        code: operator.code,
        name: operator.name,
        numberRanges: operator.numberRanges,
        tariffs: inventedTariffs(),
        surcharges: inventedSurcharges(),
        norms: inventedNorms(provinces),
        defaultForProvinces: provinces.filter((code) => regionOf(code) === operator.region),
      });
      for (const cap of inventedCashCaps(operatorId)) await this.setCashCap.run('system', cap);
      for (const province of provinces) offices.push(await this.open(operator, operatorId, province, 'counter'));
      const hubs = new Map(provinces.map((province) => [regionOf(province), province]));
      const regionHubs: DemoOffice[] = [];
      for (const province of hubs.values()) regionHubs.push(await this.open(operator, operatorId, province, 'hub'));
      offices.push(...regionHubs);
      await this.join(
        operatorId,
        regionHubs.map(({ id }) => id),
      );
    }
    return offices;
  }

  private async join(operatorId: string, regionHubIds: string[]): Promise<void> {
    if (await this.legs.anyOf(operatorId)) return;
    await this.layHubAndSpoke.run('system', { operatorId, regionHubIds, validFrom: localDay(this.clock.now()) });
  }

  private async open(operator: InventedOperator, operatorId: string, provinceCode: string, kind: 'counter' | 'hub'): Promise<DemoOffice> {
    const place = mainCommune(this.places.communes(provinceCode));
    const opening = {
      operatorCode: operator.code,
      code: `${operator.short}-${provinceCode}-${kind === 'hub' ? 'KT' : '01'}`,
      name: kind === 'hub' ? `Trung tâm khai thác ${place.provinceName}` : `Bưu cục ${place.name}`,
      kind,
      communeCode: place.code,
      publicService: kind === 'counter' && Number(provinceCode) % 2 === 0,
    };
    const { id } = await this.openOffice.run(opening);
    return { ...opening, id, operatorId, provinceCode };
  }
}

/** The first ward, since that is where a province's main counter stands; the first commune where there is none. */
function mainCommune(communes: readonly Place[]): Place {
  return communes.find((commune) => commune.kind === 'phuong') ?? communes[0]!;
}
