/** The short lessons of the household desk; their words and drawings are the storefront's. */
export const LESSONS = ['photo', 'name-price', 'label', 'pack', 'hand-over', 'money'] as const;
export type Lesson = (typeof LESSONS)[number];
