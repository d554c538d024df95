import { AddInspectionPhoto } from '../inspections/add-inspection-photo.js';
import { InspectionPhotoEntity } from '../inspections/inspection-photo.entity.js';
import { InspectionPhotos } from '../inspections/inspection-photos.query.js';
import { InspectionEntity } from '../inspections/inspection.entity.js';
import { InspectionsController } from '../inspections/inspections.controller.js';
import { InspectorData } from '../inspections/inspector-data.js';
import { InspectorEntity } from '../inspections/inspector.entity.js';
import { RecordInspection } from '../inspections/record-inspection.js';
import { DrawSample } from './draw-sample.js';
import { SampleFrames } from './sample-frames.js';
import { SampleItemEntity } from './sample-item.entity.js';
import { SampleStratumEntity } from './sample-stratum.entity.js';
import { SampleEntity } from './sample.entity.js';
import { SamplesController } from './samples.controller.js';

/** What samples and inspections bring to the lib. */
export const SAMPLE_ENTITIES = [
  SampleEntity,
  SampleStratumEntity,
  SampleItemEntity,
  InspectionEntity,
  InspectionPhotoEntity,
  InspectorEntity,
];
export const SAMPLE_CONTROLLERS = [SamplesController, InspectionsController];
export const SAMPLE_PROVIDERS = [DrawSample, SampleFrames, RecordInspection, AddInspectionPhoto, InspectionPhotos, InspectorData];
