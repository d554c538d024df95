/** Whether one works at the counter of an office: postmen see its bags, but do not pack them. */
export function useClerkAt() {
  const { me } = useShell();
  return (officeId: string | undefined): boolean =>
    me.value?.roles.some(({ role, scopeId }) => role === 'clerk' && scopeId === officeId) ?? false;
}
