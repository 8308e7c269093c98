/** PL20240110-0007: where a line is too short for it, it breaks behind the date. `hero` for the page of one order. */
export function OrderNumber({ code, hero }: { code: string; hero?: boolean }) {
  const cut = code.lastIndexOf('-') + 1;
  return (
    <span className={hero ? 'number' : undefined} translate="no">
      {code.slice(0, cut)}
      <wbr />
      {code.slice(cut)}
    </span>
  );
}
