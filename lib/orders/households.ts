/** Who stands behind an order, as far as people can be told apart. */
export interface Behind {
  household: string | null;
  requester: string | null;
  phone: string | null;
  anonymous: boolean;
}

/**
 * By what two orders are known to come from the same people: the household of the register, the account, the phone. Null for
 * an anonymous order, which may be anybody's and counts for nobody (3.1.4).
 */
export const whoseOrder = ({ household, requester, phone, anonymous }: Behind): string | null =>
  anonymous ? null : (household ?? requester ?? phone);

/** How many different households or people these orders come from (3.8). */
export const householdsOf = (list: readonly Behind[]): number =>
  new Set(list.map(whoseOrder).filter((who) => who !== null)).size;
