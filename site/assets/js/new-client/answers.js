// What the form says, as a value: texts tidied, and nothing of what doesn't concern the client.
import { tidied } from "./business-id.js";
import { concerns } from "./client-text.js";
import { oneLine, severalLines } from "./scalars.js";

const contactsOf = (form) =>
  [...form.querySelectorAll("[data-contact]")]
    .map((row) => {
      const [name, email, phone] = [...row.querySelectorAll("input")].map((input) => oneLine(input.value));
      return { name, email, phone };
    });

export const answersOf = (form, process) => {
  const data = new FormData(form);
  const line = (name) => oneLine(data.get(name) || "");
  const chosen = { services: data.getAll("services"), facts: data.getAll("facts") };
  const isSigned = data.get("status") === "active";
  const isAsked = (key) => concerns(process.dates[key], chosen) && (isSigned || key !== "agreement_signed");
  const dates = Object.keys(process.dates).filter(isAsked);
  const roles = Object.keys(process.roles).filter((role) => concerns(process.roles[role], chosen));
  const told = (keys, prefix) => Object.fromEntries(keys.map((key) => [key, line(prefix + key)]).filter(([, value]) => value));
  const isPending = data.has("is_pending");
  return {
    ...chosen,
    name: line("name"),
    id: line("id"),
    businessId: isPending ? "" : tidied(line("business_id")),
    pending: isPending ? line("pending") : null,
    status: isSigned ? "active" : "planned",
    language: data.get("language"),
    dates: told(dates, "date."),
    unreadable: dates.filter((key) => form.elements[`date.${key}`].validity.badInput),
    team: told(roles, "role."),
    contacts: contactsOf(form),
    accounting: line("accounting"),
    notes: severalLines(data.get("notes")),
    asked: { dates, roles },
  };
};
