import { ChangeGoods } from './change-goods.js';
import { PackParcel } from './pack-parcel.js';
import { PickParcel } from './pick-parcel.js';
import { Picks } from './picks.query.js';
import { ReceiveGoods } from './receive-goods.js';
import { StoredGoods } from './stored-goods.query.js';
import { WarehouseController } from './warehouse.controller.js';

/** Goods that senders keep at an office. */
export const WAREHOUSE_CONTROLLERS = [WarehouseController];

export const WAREHOUSE_PROVIDERS = [StoredGoods, ReceiveGoods, ChangeGoods, Picks, PickParcel, PackParcel];
