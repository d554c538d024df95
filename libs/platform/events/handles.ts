import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { EventHandler, EventKind } from './event.js';

export const HANDLES = 'choxa:handles';

/** Marks a class as the handler of an event kind; the class name is its queue's name, so renaming it needs a migration of its queue. */
export function Handles<Data extends object>(kind: EventKind<Data>) {
  return (target: new (...args: never[]) => EventHandler<Data>) => {
    applyDecorators(Injectable(), SetMetadata(HANDLES, kind.name))(target);
  };
}

/** The event kind a `@Handles` class handles, by its name. */
export function handledKind(handler: new (...args: never[]) => EventHandler<never>): string {
  return Reflect.getMetadata(HANDLES, handler) as string;
}
