// The form for a new client: judges the answers as they are typed, and makes the client's file of them.
// Runs anew after each instant navigation (document$).
import { answersOf } from "./answers.js";
import { tidied } from "./business-id.js";
import { clientId } from "./client-id.js";
import { clientText, tasksOf } from "./client-text.js";
import { judge } from "./judge.js";
import { wording } from "./words.js";

// Today where the firm is: Sweden writes days as files do.
const dayIn = (timezone) => new Date().toLocaleDateString("sv-SE", { timeZone: timezone });

const control = (field) => (field.matches("fieldset") ? field : field.querySelector("input, select, textarea"));

// Where a script may not use the clipboard, as on a page without https, the old way still works.
const copy = async (area) => {
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    area.select();
    document.execCommand("copy");
  }
};

const download = (name, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

class Entry {
  constructor(form) {
    this.form = form;
    this.process = JSON.parse(form.dataset.process);
    this.say = wording(JSON.parse(form.dataset.words));
    this.outcome = form.querySelector(".outcome");
    this.area = this.outcome.querySelector("textarea");
    this.touched = new Set(); // fields whose problem is shown: not before somebody has left them
    this.clients = [];
    this.ownId = false;
  }

  start() {
    const { form } = this;
    form.addEventListener("input", ({ target }) => {
      if (target.name === "id") this.ownId = target.value !== "";
      if (target.matches("[type=checkbox], [type=radio], select")) this.touch(target);
      this.update();
    });
    form.addEventListener("focusout", ({ target }) => {
      if (target.name === "business_id") target.value = tidied(target.value);
      if (this.touch(target)) this.update();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.finish();
    });
    form.querySelector("[data-add-contact]").addEventListener("click", () => this.addContact());
    this.outcome.querySelector("[data-copy]").addEventListener("click", async () => {
      await copy(this.area);
      this.outcome.querySelector("output").textContent = this.say("copied");
    });
    this.outcome.querySelector("[data-download]").addEventListener("click", () => download(`${this.answers.id}.yaml`, this.area.value));
    this.outcome.querySelector("h2").tabIndex = -1;
    document.querySelector(".without-script").hidden = true;
    form.hidden = false;
    this.update();
    this.meetClients();
  }

  // Who is a client already; without an answer the check of the change finds a double all the same.
  async meetClients() {
    try {
      this.clients = await (await fetch(this.form.dataset.clients)).json();
      this.update();
    } catch {}
  }

  touch(target) {
    const field = target.closest("[data-field]");
    const contact = target.closest("[data-contact]");
    if (field) this.touched.add(field.dataset.field);
    if (contact) this.touched.add(`contact.${contact.dataset.contact}.name`); // an address needs a name
    return field !== null;
  }

  update() {
    const today = dayIn(this.process.timezone);
    this.answers = answersOf(this.form, this.process);
    if (!this.ownId) this.form.elements.id.value = this.answers.id = clientId(this.answers.name);
    this.showWhatIsAsked();
    const problems = judge(this.answers, this.process, today, this.clients);
    this.showProblems(problems);
    this.showFile(problems, today);
  }

  showWhatIsAsked() {
    const { asked, pending, status } = this.answers;
    const names = new Set([...asked.dates.map((key) => `date.${key}`), ...asked.roles.map((role) => `role.${role}`)]);
    for (const field of this.form.querySelectorAll("[data-field^='date.'], [data-field^='role.']")) {
      field.hidden = !names.has(field.dataset.field);
    }
    this.field("pending").hidden = pending === null;
    this.field("business_id").hidden = pending !== null;
    for (const mark of this.form.querySelectorAll("[data-needed]")) {
      mark.hidden = mark.dataset.needed === "active" && status !== "active";
      const needed = control(mark.closest("[data-field]"));
      if (!needed.matches("fieldset")) needed.setAttribute("aria-required", String(!mark.hidden)); // a legend says it itself
    }
  }

  showProblems(problems) {
    const told = new Map(problems.map(({ field, key, values }) => [field, this.say(key, values)]));
    for (const field of this.form.querySelectorAll("[data-field]")) {
      const wrong = field.querySelector(".wrong");
      const words = (this.touched.has(field.dataset.field) && told.get(field.dataset.field)) || "";
      wrong.textContent = words;
      wrong.hidden = !words;
      if (words) control(field).setAttribute("aria-invalid", "true");
      else control(field).removeAttribute("aria-invalid");
    }
    this.listProblems(told);
  }

  listProblems(told) {
    const list = this.outcome.querySelector(".problems");
    const words = [...told.values()].join("\n");
    if (this.listed === words) return; // who reads the list keeps their place in it
    this.listed = words;
    const items = [...told].map(([name, words]) => {
      const link = document.createElement("a");
      link.href = `#${control(this.field(name)).id}`;
      link.textContent = words;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control(this.field(name)).focus();
      });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    list.replaceChildren(...items);
  }

  showFile(problems, today) {
    const { id } = this.answers;
    const path = `clients/${id}.yaml`;
    const count = problems.length ? problems.length : tasksOf(this.answers, this.process, today).length;
    this.outcome.querySelector("output").textContent = this.say(problems.length ? "remaining" : "ready", { n: count, path });
    this.outcome.querySelector(".made").hidden = problems.length > 0;
    if (problems.length) return;
    this.area.value = clientText(this.answers, this.process, today);
    for (const name of this.outcome.querySelectorAll("[data-path]")) name.textContent = path;
    for (const link of this.outcome.querySelectorAll("[data-address]")) link.href = link.dataset.address.replaceAll("~id~", id);
  }

  // All that is wrong is shown where it is, and the reader is taken to the list of it, or to the file.
  finish() {
    for (const field of this.form.querySelectorAll("[data-field]")) this.touched.add(field.dataset.field);
    this.update();
    this.outcome.querySelector("h2").focus();
    this.outcome.scrollIntoView({ block: "nearest" });
  }

  addContact() {
    const rows = [...this.form.querySelectorAll("[data-contact]")];
    const last = rows.at(-1);
    const number = rows.length + 1;
    const row = last.cloneNode(true);
    row.dataset.contact = number;
    row.querySelector("legend").textContent = this.say("contact", { n: number });
    for (const one of row.querySelectorAll("*")) {
      for (const name of ["id", "for", "name", "aria-describedby", "data-field"]) {
        const value = one.getAttribute(name);
        if (value) one.setAttribute(name, value.replace(/(contact[.-])\d+/g, `$1${number}`));
      }
    }
    for (const input of row.querySelectorAll("input")) input.value = "";
    last.after(row);
    this.update();
    row.querySelector("input").focus();
  }

  field(name) {
    return this.form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  }
}

const run = () => {
  for (const form of document.querySelectorAll("form.entry:not([data-ready])")) {
    form.dataset.ready = "true";
    new Entry(form).start();
  }
};
if (window.document$) window.document$.subscribe(run);
else run();
