import type { LessonRead } from '~/types/desk';

/** The lessons in the sequence in which they are read; words under `learn.lesson.<key>`. */
export const LESSONS = ['photo', 'name-price', 'label', 'pack', 'hand-over', 'money'] as const satisfies readonly LessonRead['lesson'][];
export const LESSON_STEPS = ['1', '2', '3', '4'] as const;
