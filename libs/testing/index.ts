export { createEmptyDatabase, createTestDatabase, dropTestDatabase } from './world/template.js';
export { anActor } from './world/test-actors.js';
export { TEST_ORIGIN, testWorld, World, type HttpAnswer, type HttpOptions, type WorldOptions } from './world/test-world.js';
export { SeededNumbers } from './seeded-numbers.js';
