interface Me {
  secondFactor: string;
  roles: { role: string }[];
}

/** Where somebody goes who has just signed in and was on the way to nowhere: to their desk, or to what their role still asks of them. */
export function afterSignIn({ secondFactor, roles }: Me): string {
  const has = (...wanted: string[]) => roles.some(({ role }) => wanted.includes(role));
  if (secondFactor === 'to-set-up') return '/tai-khoan/bao-mat';
  if (secondFactor === 'to-give') return '/dang-nhap?buoc=mat-khau';
  if (has('clerk', 'courier')) return '/buu-cuc';
  if (has('postal_manager')) return '/buu-cuc/mang-luoi';
  if (has('official', 'admin')) return '/giam-sat';
  if (has('household')) return '/ban-hang';
  return has('sender') ? '/buu-cuc/webhook' : '/';
}
