// Sorts and filters what a page lists, and keeps what is chosen in the address, so that a view can be sent to somebody.
// A table with data-sort sorts by each head cell with data-key, a minus for one that is read from its greatest down:
// `?sort=-overdue`. Cells sort by <time datetime>, as a number or a fraction, else as text in the page's language.
// A filter bar is form.filters with data-for, the ids of what holds the rows; those of the first are counted. Its fields
// are named as the rows' data-NAME, or that of something in a row; `text` asks for words of a row: `?lead=aino&text=oy`.
{
  const FEW = 8; // rows that are seen at a glance: no bar over them
  const inOrder = new WeakMap(); // a table's rows as the page has them

  const inAddress = (name) => new URLSearchParams(location.search).get(name) ?? "";

  const remember = (values) => {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) value ? query.set(name, value) : query.delete(name);
    history.replaceState(history.state, "", `${location.pathname}${query.size ? "?" : ""}${query}${location.hash}`);
    keepForOtherLanguage();
  };

  const keepForOtherLanguage = () => {
    for (const link of document.querySelectorAll(".language__link")) link.search = location.search;
  };

  // --- Sorting

  const valueOf = (cell) => {
    const time = cell.querySelector("time[datetime]");
    if (time) return time.getAttribute("datetime");
    const text = cell.textContent.trim();
    const [, part, whole] = /^(\d+)(?:\/(\d+))?$/.exec(text) ?? [];
    return part ? part / (whole ?? 1) : text;
  };

  const isNothing = (value) => value === "" || value === "–" || value === "·";

  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return a.localeCompare(b, document.documentElement.lang);
  };

  const heads = (table) => [...table.tHead.rows[0].cells].filter((head) => head.dataset.key);
  const named = (order) => order.replace(/^-/, "");
  const nameOf = (head) => named(head.dataset.key);

  const sort = (table) => {
    const headOf = (order) => heads(table).find((one) => nameOf(one) === named(order));
    const asked = [inAddress(table.dataset.sort), table.dataset.sorted].find(headOf);
    const head = asked && headOf(asked);
    for (const other of heads(table)) other.removeAttribute("aria-sort");
    let rows = inOrder.get(table);
    if (head) {
      const sign = asked.startsWith("-") ? -1 : 1;
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const filled = rows.map((row) => [valueOf(row.cells[head.cellIndex]), row]);
      filled.sort(([a], [b]) => isNothing(a) - isNothing(b) || sign * compare(a, b)); // what isn't there comes last
      rows = filled.map(([, row]) => row);
    }
    table.tBodies[0].append(...rows);
  };

  const turn = (table, head) => {
    const other = { ascending: `-${nameOf(head)}`, descending: nameOf(head) };
    const order = other[head.getAttribute("aria-sort")] ?? head.dataset.key;
    remember({ [table.dataset.sort]: order === table.dataset.sorted ? "" : order });
    sort(table);
  };

  const makeSortable = (table) => {
    inOrder.set(table, [...table.tBodies[0].rows]);
    const sorted = table.querySelector("th[aria-sort]");
    table.dataset.sorted = sorted ? (sorted.ariaSort === "descending" ? "-" : "") + nameOf(sorted) : "";
    for (const head of heads(table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => turn(table, head));
    }
    sort(table);
  };

  // --- Filtering

  const folded = (text) => text.toLocaleLowerCase(document.documentElement.lang);

  const passes = (row, name, value) => {
    if (name === "text") {
      const text = folded(`${row.textContent} ${row.dataset.text ?? ""}`);
      return folded(value).split(/\s+/).every((word) => text.includes(word));
    }
    const holder = name in row.dataset ? row : row.querySelector(`[data-${name}]`);
    return (holder?.dataset[name] ?? "").split(" ").includes(value);
  };

  const holders = (form) => form.dataset.for.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const lists = (holder) => (holder.tBodies ? [holder] : [...holder.querySelectorAll("table, .task-list")]);
  const rowsOf = (list) => [...(list.tBodies ? list.tBodies[0].rows : list.children)];

  const chosen = (form) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));

  // As the address says; what the bar doesn't offer is passed over.
  const choose = (form) => {
    form.reset();
    for (const field of form.elements) {
      const value = field.name && inAddress(field.name);
      if (!value) continue;
      if (field.type === "search") field.value = value;
      else if (field.type === "radio") field.checked ||= field.value === value;
      else if ([...field.options].some((option) => option.value === value)) field.value = value;
    }
    filter(form);
  };

  const filter = (form) => {
    const asked = Object.entries(chosen(form)).filter(([, value]) => value);
    const counts = holders(form).map((holder) => {
      const rows = lists(holder).flatMap(rowsOf);
      for (const row of rows) row.hidden = !asked.every(([name, value]) => passes(row, name, value));
      for (const list of lists(holder)) tellInTitle(list, asked.length > 0);
      return `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
    });
    const output = form.querySelector("output");
    output.textContent = `${counts[0]} ${output.dataset.unit}`;
    form.querySelector("button").hidden = !asked.length;
  };

  // A list under a title of its own goes with its title where nothing of it is left.
  const tellInTitle = (list, filtered) => {
    const block = list.closest(".stacked") ?? list;
    const title = block.previousElementSibling;
    if (!title?.matches("h3, .section-head")) return;
    const left = rowsOf(list).filter((row) => !row.hidden).length;
    block.hidden = title.hidden = filtered && !left;
    const note = title.querySelector("p");
    if (!note) return;
    note.dataset.all ??= note.textContent;
    note.textContent = filtered ? `${left} / ${rowsOf(list).length}` : note.dataset.all;
  };

  const makeFilter = (form) => {
    form.hidden = lists(holders(form)[0]).flatMap(rowsOf).length < FEW && !location.search;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      remember(chosen(form));
      filter(form);
    });
    form.querySelector("button").addEventListener("click", () => {
      form.reset();
      remember(chosen(form));
      filter(form);
      form.elements.text.focus();
    });
    choose(form);
    const narrow = matchMedia("(width < 45em)").matches;
    form.querySelector("details").open = !narrow || !form.querySelector("button").hidden;
  };

  const tables = () => document.querySelectorAll("table[data-sort]");
  const bars = () => document.querySelectorAll("form.filters[data-for]");

  const run = () => {
    tables().forEach(makeSortable);
    bars().forEach(makeFilter);
    keepForOtherLanguage();
  };

  // Back to where the address differs in more than its place on the page.
  const restore = () => {
    tables().forEach(sort);
    bars().forEach(choose);
  };

  window.addEventListener("hashchange", restore);
  if (window.document$) window.document$.subscribe(run);
  else document.addEventListener("DOMContentLoaded", run);
}
