import { Module } from '@nestjs/common';
import { IdentityModule } from '@choxa/identity';
import { PlacesModule } from '@choxa/places';
import './households.policies.js';
import { ApproveHousehold } from './households/approve-household.js';
import { EnsureHousehold } from './households/ensure-household.js';
import { HouseholdsController } from './households/households.controller.js';
import { Households } from './households/households.js';
import { OwnHouseholdController } from './households/own-household.controller.js';
import { RegisterHousehold } from './households/register-household.js';
import { HouseholdData } from './personal-data/household-data.js';
import { EnsureSubject } from './subjects/ensure-subject.js';

@Module({
  imports: [IdentityModule, PlacesModule],
  controllers: [HouseholdsController, OwnHouseholdController],
  providers: [Households, RegisterHousehold, ApproveHousehold, EnsureHousehold, EnsureSubject, HouseholdData],
  exports: [Households, RegisterHousehold, ApproveHousehold, EnsureHousehold, EnsureSubject],
})
export class HouseholdsModule {}
