/** The part of jStat that is used; it brings no types of its own. */
declare module 'jstat' {
  const jStat: {
    beta: {
      /** The quantile at `p` of the beta distribution. */
      inv(p: number, alpha: number, beta: number): number;
    };
  };
  export = jStat;
}
