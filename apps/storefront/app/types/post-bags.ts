/** Answers of the API about bags between post offices. */
import type * as Api from '@choxa/api-client';

export type Bag = Api.BagDto;
export type BagState = Bag['state'];
export type BagWithParcels = Api.BagWithParcelsDto;
export type BagParcel = Api.BagParcelDto;
export type PutResult = Api.PutResultDto;
export type NextHop = Api.NextHopDto;
