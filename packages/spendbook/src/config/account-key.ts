/** `provider/account`, as it stands in messages. */
export function accountKey({ provider, account }: { readonly provider: string; readonly account: string }): string {
  return `${provider}/${account}`;
}
