import type { DemoAccount } from '../seed.js';
import type { Settings } from './settings.js';

/** The short block an operator reads when all is up. */
export function welcome(settings: Settings, accounts: readonly DemoAccount[], seeded: boolean | undefined): string {
  const { config } = settings;
  const rows: [string, string][] = [
    ['Gian hàng / shop', config.publicUrl],
    ['API', `http://localhost:${config.apiPort}/api/docs`],
    ['Dữ liệu / data', settings.embedded ? config.dataDir : `DATABASE_URL, ${config.dataDir}`],
    ['Nhật ký / logs', settings.logsDir],
  ];
  const lines = ['', 'Chợ Xã đang chạy / is running', ...table(rows)];
  if (seeded) lines.push('Đã nạp dữ liệu mẫu, mọi người và hộ đều bịa / demo data loaded, all people and households are invented');
  if (accounts.length > 0) {
    lines.push('Tài khoản thử, mã đăng nhập hiện ở hộp thư thử trên trang / demo accounts, sign-in codes appear in the demo inbox:');
    lines.push(...table(accounts.map(({ who, phone, password }) => [password ? `${phone}, mật khẩu / password ${password}` : phone, who])));
    lines.push('Mã xác thực của nhân viên, cán bộ hiện ở trang đăng nhập / authenticator codes of staff are shown on the sign-in page');
  }
  lines.push('Dừng / stop: Ctrl-C', '');
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
