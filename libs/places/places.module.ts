import { Module } from '@nestjs/common';
import { Places } from './places.js';
import { ImportPlaces } from './import/import-places.js';
import { PlacesController } from './places.controller.js';

@Module({ controllers: [PlacesController], providers: [Places, ImportPlaces], exports: [Places, ImportPlaces] })
export class PlacesModule {}
