/** Tells a password manager whose password a form is about, where nobody types the address. */
export function AccountName({ email }: { email: string }) {
  return <input type="hidden" autoComplete="username" value={email} readOnly />;
}
