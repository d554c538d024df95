import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'phien';
export const CART_COOKIE = 'gio';
/** A random number of the device, given at the first sign-in and kept when signing out: what is done on one device is of one hand. */
export const DEVICE_COOKIE = 'may';

/** On https a cookie carries the `__Host-` prefix and Secure; on plain http (a demo on one machine) it cannot. */
function nameOn(publicUrl: string, name: string): string {
  return publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

export function readCookie(request: FastifyRequest, publicUrl: string, name: string): string | undefined {
  return request.cookies[nameOn(publicUrl, name)];
}

/** Sets an HttpOnly, SameSite=Lax cookie for the whole origin. */
export function setCookie(reply: FastifyReply, publicUrl: string, name: string, value: string, maxAgeSeconds: number): void {
  void reply.setCookie(nameOn(publicUrl, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: maxAgeSeconds,
  });
}

export function clearCookie(reply: FastifyReply, publicUrl: string, name: string): void {
  void reply.clearCookie(nameOn(publicUrl, name), { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') });
}
