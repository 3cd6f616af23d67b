/** What query parameters mean by their names. */
export const queryNames = {
  size: /^\$?(limit|per_?page|page_?size|size|count|top|max_?results|take)$/i,
  page: /^\$?(page|page_?(number|no|index)|offset|skip)$/i,
  cursor: /^(cursor|(next_?)?page_?token|after|before|starting_?after|continuation(_?token)?)$/i,
  sort: /^\$?(sort|sort_?by|order|order_?by|ordering)$/i,
  filter: /^\$?(filter|where)$/i,
  redirect: /^(redirect(_?(uri|url|to))?|return(_?(to|url|uri))?|next|continue|callback|target)$/i,
} as const satisfies Record<string, RegExp>;

/** Whether it says which part of a list is asked for, and in which order: nobody has to say that. */
export function steersPages(name: string): boolean {
  const { size, page, cursor, sort } = queryNames;
  return [size, page, cursor, sort].some((pattern) => pattern.test(name));
}
