// Until its first instant navigation Material takes a jump within the page for one to another: it would fetch the page
// anew, and close and unfilter what the reader has just opened. So the browser itself makes the jump.
// Stands before Material's bundle: listeners of a window are called in the order they came.
{
  const here = location.pathname;
  let first = true;
  const keep = (event) => {
    const target = event.type === "popstate" ? location : event.target.closest("a[href*='#']");
    if (first && target && target.host === location.host && target.pathname === here) event.stopImmediatePropagation();
  };
  addEventListener("popstate", keep);
  addEventListener("click", keep, true);
  addEventListener("DOMContentLoaded", () => window.location$?.subscribe(() => (first = false)));
}
