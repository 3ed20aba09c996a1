// Small things that a page can't say in HTML. Runs anew after each instant navigation (document$).
{
  const daysOld = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    const now = new Date();
    return (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(year, month - 1, date)) / 864e5;
  };

  // Pages show the day they were rendered; more than two days later the reader's browser says so.
  const showStale = () => {
    for (const banner of document.querySelectorAll("[data-as-of]")) {
      if (!(daysOld(banner.dataset.asOf) > 2)) continue;
      banner.querySelector("b").textContent = banner.dataset.asOf.split("-").map(Number).reverse().join(".");
      banner.hidden = false;
    }
  };

  // Material's search dialog has no name.
  const nameSearch = () => {
    for (const dialog of document.querySelectorAll(".md-search[role=dialog]:not([aria-label])")) {
      dialog.setAttribute("aria-label", dialog.querySelector("input").getAttribute("aria-label"));
    }
  };

  // What Material opens by a label, a keyboard opens, too: Material itself lets Enter click a label.
  const reachLabels = () => {
    for (const [toggle, named] of [["__drawer", ".md-nav--primary"], ["__search", ".md-search__input"]]) {
      const label = document.querySelector(`.md-header__button[for=${toggle}]`);
      const name = document.querySelector(named)?.getAttribute("aria-label");
      const box = document.getElementById(toggle);
      if (!label || !name || !box || label.tabIndex === 0) continue;
      label.tabIndex = 0;
      label.setAttribute("role", "button");
      label.setAttribute("aria-label", name);
      const tell = () => label.setAttribute("aria-expanded", box.checked);
      box.addEventListener("change", tell);
      tell();
      document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !box.checked) return;
        box.click();
        label.focus();
      });
    }
  };

  // What a later task's row holds besides its title starts folded; without JavaScript it stands open.
  const foldLater = () => {
    for (const sheet of document.querySelectorAll(".sheet[data-folded]")) {
      for (const task of sheet.querySelectorAll(`#${CSS.escape(sheet.dataset.folded)} ~ .task-list > li`)) {
        const inside = task.querySelectorAll(":scope > ul, :scope > p:has(+ ol), :scope > ol");
        if (!inside.length) continue;
        const details = document.createElement("details");
        const summary = document.createElement("summary");
        summary.textContent = sheet.dataset.foldLabel;
        inside[0].before(details);
        details.append(summary, ...inside);
      }
    }
  };

  // A link to a task opens what its row has folded.
  const openTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    const details = target && target.closest(".task-list > li")?.querySelector("details");
    if (details) details.open = true;
  };

  // A box that scrolls is reached by keyboard.
  const reachScrolling = () => {
    for (const box of document.querySelectorAll(".scroll, .md-typeset__scrollwrap, .head--client > p")) {
      if (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
    }
  };

  const run = () => {
    showStale();
    nameSearch();
    reachLabels();
    foldLater();
    openTarget();
    reachScrolling();
  };
  window.addEventListener("hashchange", openTarget);
  if (window.document$) window.document$.subscribe(run);
  else document.addEventListener("DOMContentLoaded", run);
}
