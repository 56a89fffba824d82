/**
 * Whether a bank account number carries its check digits (ISO 13616, modulus 97). Capitals and digits, no spaces.
 *
 * @example
 * isIban('DE89370400440532013000') //=> true
 */
export function isIban(account: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return false;
  let remainder = 0;
  for (const unit of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(unit, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
