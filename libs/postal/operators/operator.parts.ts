import { SeedPost } from '../demo/seed-post.js';
import { AddLeg } from '../network/add-leg.js';
import { EndLeg } from '../network/end-leg.js';
import { LayHubAndSpoke } from '../network/lay-hub-and-spoke.js';
import { Legs } from '../network/legs.query.js';
import { NetworkController } from '../network/network.controller.js';
import { Network } from '../network/network.js';
import { Reroute } from '../network/reroute.js';
import { OfficeListsController } from '../office-lists/office-lists.controller.js';
import { OfficeLists } from '../office-lists/office-lists.query.js';
import { ImportOffices } from '../offices/import-offices.js';
import { OfficeChangesAgain } from '../offices/office-changes-again.js';
import { OfficeRegisterController } from '../offices/office-register.controller.js';
import { OfficeRegister } from '../offices/office-register.query.js';
import { OfficesController } from '../offices/offices.controller.js';
import { Offices } from '../offices/offices.query.js';
import { OpenOffice } from '../offices/open-office.js';
import { SaveOffice } from '../offices/save-office.js';
import { TellOfficeChanges } from '../offices/tell-office-changes.js';
import { AssignStaff } from '../staff/assign-staff.js';
import { EndStaff } from '../staff/end-staff.js';
import { StaffPlaces } from '../staff/staff-places.js';
import { StaffController } from '../staff/staff.controller.js';
import { Staff } from '../staff/staff.query.js';
import { EnterNorm } from '../tariffs/enter-norm.js';
import { EnterSurcharge } from '../tariffs/enter-surcharge.js';
import { EnterTariff } from '../tariffs/enter-tariff.js';
import { TariffsController } from '../tariffs/tariffs.controller.js';
import { Tariffs } from '../tariffs/tariffs.query.js';
import { AddNumberRange } from './add-number-range.js';
import { OperatorsController } from './operators.controller.js';
import { Operators } from './operators.query.js';
import { SetUpOperator } from './set-up-operator.js';

/** What an operator is made of: its offices, transports, staff, prices and norms. */
export const OPERATOR_CONTROLLERS = [
  OperatorsController,
  OfficesController,
  OfficeRegisterController,
  OfficeListsController,
  NetworkController,
  StaffController,
  TariffsController,
];

export const OPERATOR_PROVIDERS = [
  SetUpOperator,
  Operators,
  AddNumberRange,
  Offices,
  OpenOffice,
  OfficeRegister,
  ImportOffices,
  SaveOffice,
  TellOfficeChanges,
  OfficeChangesAgain,
  OfficeLists,
  Network,
  Legs,
  LayHubAndSpoke,
  AddLeg,
  EndLeg,
  Reroute,
  Staff,
  StaffPlaces,
  AssignStaff,
  EndStaff,
  Tariffs,
  EnterTariff,
  EnterSurcharge,
  EnterNorm,
  SeedPost,
];
