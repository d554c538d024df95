import type { Type } from '@nestjs/common';
import { sql, type Grant } from '@choxa/platform';
import { testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { Accounts, IdentityModule, identityLib } from './index.js';
import { codeAt } from './second-factors/totp.rules.js';

export interface SignedIn {
  id: string;
  /** As people type it. */
  phone: string;
  token: string;
  answer: HttpAnswer;
}

/** Somebody who works here, with everything needed to sign in again. */
export interface Staff extends Omit<SignedIn, 'answer'> {
  password: string;
  secret: string;
  recoveryCodes: string[];
}

export const OFFICE: Grant & { label: string } = { role: 'clerk', scopeKind: 'office', scopeId: 'office-1', label: 'Bưu cục Cầu Kè' };

/** Identity by itself, with people who sign in the way people do. */
export class IdentityWorld {
  private phones = 0;

  private constructor(readonly world: World) {}

  static async open({ demo = false, imports = [] as Type[] } = {}): Promise<IdentityWorld> {
    return new IdentityWorld(await testWorld({ libs: [identityLib], imports: [IdentityModule, ...imports], config: { demo } }));
  }

  /** A number nobody had before; each lies in a block of its own. */
  aPhone(): string {
    this.phones += 1;
    return `0912${String(this.phones).padStart(3, '0')}001`;
  }

  e164 = (phone: string): string => `+84${phone.slice(1)}`;

  send(phone: string, purpose = 'sign-in', headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.world.http('POST', '/one-time-codes', { body: { phone, purpose }, headers });
  }

  /** Asks for a code and reads it; time passes, so that messages have an order. */
  async newCodeFor(phone: string, purpose = 'sign-in'): Promise<string> {
    this.world.clock.advance(1000);
    expect((await this.send(phone, purpose)).status).toBe(202);
    return this.codeSentTo(phone);
  }

  async codeSentTo(phone: string): Promise<string> {
    const text = 'select body from platform.message where recipient = $1 order by sent_at desc, id limit 1';
    const [message] = await sql<{ body: string }>(this.world.db.read, text, [this.e164(phone)]);
    return /\d{6}/.exec(message!.body)![0];
  }

  openSession(phone: string, code: string, more: object = {}): Promise<HttpAnswer> {
    return this.world.http('POST', '/sessions', { body: { phone, code, ...more } });
  }

  tokenOf(answer: HttpAnswer): string {
    return /phien=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;
  }

  as<T = any>(token: string, method: string, path: string, body?: unknown): Promise<HttpAnswer<T>> {
    return this.world.http<T>(method, path, { cookie: `phien=${token}`, body });
  }

  me(token: string): Promise<HttpAnswer> {
    return this.as(token, 'GET', '/me');
  }

  async signedIn(phone = this.aPhone(), more: object = {}): Promise<SignedIn> {
    const answer = await this.openSession(phone, await this.newCodeFor(phone), more);
    expect(answer.status).toBe(201);
    return { phone, token: this.tokenOf(answer), id: answer.body.id as string, answer };
  }

  /** An account somebody has given a role of staff, as its holder finds it: no password yet. */
  async invited(...grants: (Grant & { label?: string })[]): Promise<string> {
    const phone = this.aPhone();
    const accounts = this.world.get(Accounts);
    await this.world.db.transaction(async (tx) => {
      const { id } = await accounts.ensure(tx, { phone: this.e164(phone), name: 'Người làm' });
      for (const grant of grants.length ? grants : [OFFICE]) await accounts.grant(tx, 'system', id, grant);
    });
    return phone;
  }

  /** Somebody invited who went through the whole enrolment. */
  async staff(...grants: (Grant & { label?: string })[]): Promise<Staff> {
    const phone = await this.invited(...grants);
    const password = 'mật khẩu đủ dài';
    const { token, id } = await this.signedIn(phone);
    const code = await this.newCodeFor(phone, 'password');
    expect((await this.as(token, 'POST', '/passwords', { phone, code, password })).status).toBe(204);
    const { secret } = (await this.as(token, 'POST', '/me/second-factor', { password })).body;
    const confirmed = await this.as(token, 'POST', '/me/second-factor/confirmation', { code: this.codeNow(secret) });
    expect(confirmed.status).toBe(201);
    return { id, phone, password, secret, token: this.tokenOf(confirmed), recoveryCodes: confirmed.body.recoveryCodes };
  }

  codeNow(secret: string): string {
    return codeAt(secret, this.world.clock.now());
  }

  /** The next time step, whose code was not used yet. */
  async nextCode(secret: string): Promise<string> {
    this.world.clock.advance(30_000);
    return this.codeNow(secret);
  }

  givePassword(phone: string, password: string): Promise<HttpAnswer> {
    return this.world.http('POST', '/staff-sign-ins', { body: { phone, password } });
  }

  giveFactor(token: string, code: string): Promise<HttpAnswer> {
    return this.world.http('POST', '/staff-sign-ins/completion', { body: { token, code } });
  }

  /** Signs staff in with password and authenticator; the session's token. */
  async staffSession({ phone, password, secret }: Staff): Promise<string> {
    const half = await this.givePassword(phone, password);
    const answer = await this.giveFactor(half.body.token, await this.nextCode(secret));
    expect(answer.status).toBe(201);
    return this.tokenOf(answer);
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
