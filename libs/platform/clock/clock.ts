import { Injectable } from '@nestjs/common';

/** The only source of "now". Rules get time handed in; tests and the demo seed set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is set; for tests and for seeding history. */
export class SettableClock extends Clock {
  constructor(private at: Date = new Date()) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = at;
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
