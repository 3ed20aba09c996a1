// What is still missing or wrong in the answers, in the order of the form: a field, what to say of it, and with what.
import { hasForm, isBusinessId } from "./business-id.js";
import { isClientId } from "./client-id.js";
import { holdsPersonalData } from "./personal-data.js";
import { saysNothing } from "./real-text.js";

const DAY = /^(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$/;
const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}$/;
const PROJECT_MANAGER = "project-manager";
const NEEDED = { agreement_signed: "agreement-signed-missing", service_start: "service-start-missing" };

const problem = (field, key, values) => ({ field, key, values });
const folded = (name) => name.toLowerCase().split(/\s+/).join(" ");

const ofName = ({ name, id }, clients) => {
  const same = clients.find((one) => folded(one.name) === folded(name) && !one.over);
  const taken = clients.find((one) => one.id === id);
  return [
    !name && problem("name", "name-missing"),
    same && problem("name", "name-taken", same),
    name && !id && problem("id", "id-missing"),
    id && !isClientId(id) && problem("id", "id-wrong"),
    taken && problem("id", "id-taken", taken),
  ];
};

const ofBusinessId = ({ businessId, pending, status }, clients) => {
  if (pending !== null) return [saysNothing(pending) && problem("pending", "pending-missing")];
  if (!businessId) return [status === "active" && problem("business_id", "business-id-missing")];
  const taken = clients.find((one) => one.business_id === businessId && !one.over);
  return [
    !hasForm(businessId) && problem("business_id", "business-id-wrong"),
    hasForm(businessId) && !isBusinessId(businessId) && problem("business_id", "business-id-check"),
    taken && problem("business_id", "business-id-taken", taken),
  ];
};

const ofDates = ({ dates, unreadable, status }, process, today) => {
  const { agreement_signed: signed, service_start: start } = dates;
  const isSigned = status === "active";
  const wrong = Object.keys(process.dates).filter((key) => unreadable.includes(key) || (dates[key] && !DAY.test(dates[key])));
  return [
    ...wrong.map((key) => problem(`date.${key}`, "date-wrong")),
    ...Object.entries(NEEDED).map(([key, missing]) => isSigned && !dates[key] && problem(`date.${key}`, missing)),
    isSigned && signed > today && problem("date.agreement_signed", "signed-to-come"),
    signed && start < signed && problem("date.service_start", "start-before-signed"),
    start < today && !(start < signed) && problem("date.service_start", "start-past"),
  ];
};

const ofContacts = ({ contacts }) =>
  contacts.flatMap(({ name, email, phone }, at) => [
    !name && (email || phone) && problem(`contact.${at + 1}.name`, "contact-name-missing"),
    email && !EMAIL.test(email) && problem(`contact.${at + 1}.email`, "email-wrong"),
  ]);

const ofPersonalData = ({ name, pending, contacts, accounting, notes }) => {
  const texts = {
    name, pending, accounting, notes,
    ...Object.fromEntries(
      contacts.flatMap((person, at) => Object.entries(person).map(([key, value]) => [`contact.${at + 1}.${key}`, value])),
    ),
  };
  return Object.entries(texts).map(([field, text]) => text && holdsPersonalData(text) && problem(field, "personal-data"));
};

// One problem a field: the first that was found.
export const judge = (answers, process, today, clients = []) => {
  const { services, status, team } = answers;
  const found = [
    ...ofName(answers, clients),
    ...ofBusinessId(answers, clients),
    !services.length && problem("services", "services-missing"),
    ...ofDates(answers, process, today),
    ...ofContacts(answers),
    status === "active" && !team[PROJECT_MANAGER] && problem(`role.${PROJECT_MANAGER}`, "project-manager-missing"),
    ...ofPersonalData(answers),
  ].filter(Boolean);
  return found.filter((one, at) => found.findIndex((other) => other.field === one.field) === at);
};
