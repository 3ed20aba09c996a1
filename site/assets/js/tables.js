// Sorts and filters tables. A sortable table is .ledger.sortable: its head cells get buttons. Cells sort by
// <time datetime>, data-value, a number, else as text in the page's language. A filter bar is form.filters[data-for=id].
{
  const key = (cell) => {
    const time = cell.querySelector("time[datetime]");
    if (time) return time.getAttribute("datetime");
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    const text = cell.textContent.trim();
    if (text === "–" || text === "") return -1;
    return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text;
  };

  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang);
  };

  const sortBy = (table, head) => {
    const column = head.cellIndex;
    const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    const sign = direction === "ascending" ? 1 : -1;
    const rows = [...table.tBodies[0].rows].map((row) => [key(row.cells[column]), row]);
    rows.sort(([a], [b]) => sign * compare(a, b));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };

  const makeSortable = (table) => {
    if (table.dataset.ready) return;
    table.dataset.ready = "true";
    for (const head of table.tHead.rows[0].cells) {
      if (head.matches(".unsorted") || !head.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(table, head));
    }
  };

  // A row passes when its text holds every word, and each chosen value is among its data-NAME's words.
  const filter = (form, table) => {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    const folded = (text) => text.toLocaleLowerCase(document.documentElement.lang);
    let shown = 0;
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) {
      row.hidden = !chosen.every(([name, value]) =>
        name === "text"
          ? folded(value).split(/\s+/).every((word) => folded(row.textContent + " " + (row.dataset.text || "")).includes(word))
          : (row.dataset[name] || "").split(" ").includes(value));
      shown += !row.hidden;
    }
    const output = form.querySelector("output");
    if (output) output.textContent = `${shown} / ${rows.length} ${output.dataset.unit || ""}`.trim();
  };

  const makeFilter = (form) => {
    const table = document.getElementById(form.dataset.for);
    if (!table || form.dataset.ready) return;
    form.dataset.ready = "true";
    form.hidden = false;
    form.addEventListener("input", () => filter(form, table));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter(form, table);
  };

  const run = () => {
    document.querySelectorAll("table.ledger.sortable").forEach(makeSortable);
    document.querySelectorAll("form.filters[data-for]").forEach(makeFilter);
  };
  if (window.document$) window.document$.subscribe(run);
  else document.addEventListener("DOMContentLoaded", run);
}
