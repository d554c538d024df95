/** A telephone as it may stand on the outside of a parcel: in full where the operator wants it so, else its last three digits. */
export function outsidePhone(phone: string, inFull: boolean): string {
  const dialled = phone.replace(/^\+84/, '0');
  return inFull ? dialled : `••• ••• ${dialled.slice(-3)}`;
}
