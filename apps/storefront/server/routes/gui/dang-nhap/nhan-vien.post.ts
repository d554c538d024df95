import { parsePhone } from '@choxa/standards';

/** Somebody who works here wants to sign in with a password: on to its screen, the number waits in a draft. */
export default defineFormAction(async ({ event, field, goTo }) => {
  const phone = field('phone').slice(0, 30);
  writeDraft(event, 'dang-nhap', { phone, next: localPath(field('tiep')) ?? '' });
  return parsePhone(phone).ok ? goTo('/dang-nhap', { buoc: 'mat-khau' }) : goTo('/dang-nhap', { loi: 'phone.invalid' });
});
