import type { Notices } from '~/types/api';

/** Pushes to this device: whether the browser can, and how it is asked. The worker of the household desk shows them. */
export function usePush() {
  const api = useApi();
  const possible = ref(false);
  onMounted(() => (possible.value = 'serviceWorker' in navigator && 'PushManager' in window));

  /** Asks the person, then the browser's push service. False when the person says no. */
  async function subscribe(pushKey: string): Promise<boolean> {
    if ((await Notification.requestPermission()) !== 'granted') return false;
    const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/ban-hang' });
    const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) });
    const { endpoint, keys } = subscription.toJSON();
    await api<{ id: string }>('/me/push-subscriptions', {
      method: 'POST',
      body: { endpoint, p256dh: keys?.p256dh, auth: keys?.auth, device: deviceName(navigator.userAgent) },
    });
    return true;
  }

  const read = () => api<Notices>('/me/notices');
  return { possible, subscribe, read };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** What somebody knows a device by: browser and system, as far as they say. */
function deviceName(userAgent: string): string {
  const browser = /Edg|Firefox|SamsungBrowser|Chrome|Safari/.exec(userAgent)?.[0] ?? 'Browser';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(userAgent)?.[0];
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ');
}
