// The text of a new client's file, line for line as scaffolding/client_text.py writes it.
import { blockLines, written } from "./scalars.js";

const SCHEMA = "# yaml-language-server: $schema=../.aloitus/client.schema.json";
const COMMENT_COLUMN = 37;

// `when`: any of the services and all of the facts.
export const concerns = (when, answers) =>
  (!when.services || when.services.some((service) => answers.services.includes(service)))
  && (!when.facts || when.facts.every((fact) => answers.facts.includes(fact)));

// Tasks are dated as a law is: by the day of signing, or with `running` for everybody from their day on.
const isInForce = (task, signed, today) => {
  if (task.from && signed < task.from && !(task.running && today >= task.from)) return false;
  return !(task.until && (signed >= task.until || (task.running && today >= task.until)));
};

export const tasksOf = (answers, process, today) => {
  const signed = answers.dates.agreement_signed || today;
  return process.tasks.filter((task) => concerns(task, answers) && isInForce(task, signed, today));
};

const section = (key, entries) => {
  const lines = Object.entries(entries).map(([name, value]) => `  ${name}: ${value}`);
  return lines.length ? [`${key}:`, ...lines] : [];
};

const contact = (person) => {
  const told = Object.entries(person).filter(([, value]) => value);
  return `  - {${told.map(([key, value]) => `${key}: ${written(value, true)}`).join(", ")}}`;
};

const task = (told, language) => {
  const key = `  ${told.id}:`;
  return [key.padEnd(Math.max(COMMENT_COLUMN, key.length + 2)) + `# ${told.titles[language]}`, "    status: open"];
};

const notes = (text) => {
  const lines = blockLines(text);
  return lines ? ["notes: |-", ...lines.map((line) => (line ? `  ${line}` : ""))] : [`notes: ${written(text)}`];
};

export const clientText = (answers, process, today) => {
  const { name, businessId, pending, status, language, services, facts, dates, team, accounting } = answers;
  const contacts = answers.contacts.filter((person) => person.name);
  const tasks = tasksOf(answers, process, today).map((one) => task(one, language).join("\n"));
  return [
    SCHEMA,
    `name: ${written(name)}`,
    ...(businessId ? [`business_id: ${businessId}`] : []),
    ...(pending ? [`business_id_pending: ${written(pending)}`] : []),
    `process: ${process.id}`,
    `status: ${status}`,
    ...(language === process.languages[0] ? [] : [`language: ${language}`]),
    `services: [${services.join(", ")}]`,
    ...(facts.length ? [`facts: [${facts.join(", ")}]`] : []),
    ...section("dates", dates),
    ...section("team", team),
    ...(contacts.length ? ["contacts:", ...contacts.map(contact)] : []),
    ...(accounting ? section("systems", { accounting: written(accounting) }) : []),
    ...(tasks.length ? ["", "tasks:", tasks.join("\n\n")] : []),
    ...(answers.notes ? notes(answers.notes) : []),
    "",
  ].join("\n");
};
