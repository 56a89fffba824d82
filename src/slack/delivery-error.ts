/** An answer that could not be shown. `code` is Slack's or the network's word for why. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly code: string;
  constructor(code: string) {
    super(`not delivered: ${code}`);
    this.code = code;
  }
}
