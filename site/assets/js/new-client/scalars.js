// Writing one text in YAML so that it's read back as it was, as editing/scalars.py does.

// What YAML 1.1 or 1.2 would take for something else than a text: numbers, dates, truth values, nothing.
const OTHER_THAN_TEXT = new RegExp(
  "^(?:[-+]?(?:0[xob][0-9a-f_]+|[0-9][0-9_,]*(?:\\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\\.[0-9_]+(?:e[-+]?[0-9]+)?)"
    + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
    + "|[-+]?\\.inf|\\.nan"
    + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?"
    + "|y|yes|n|no|true|false|on|off|null|~|=|<<|)$",
  "i",
);
const STARTS_BADLY = /^[-?:,[\]{}#&*!|>'"%@`]/;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const NAMED = { "\n": "\\n", "\t": "\\t", "\u00a0": "\\_" };

// What a file may not hold, however it's written: control characters, and those that turn the text around.
const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

const isPlain = (text, inFlow) => {
  if (text === "" || text !== text.trim() || STARTS_BADLY.test(text) || OTHER_THAN_TEXT.test(text)) return false;
  if (UNPRINTABLE.test(text) || text.includes(": ") || text.includes(" #") || text.endsWith(":")) return false;
  return !inFlow || !(/[,[\]{}]/.test(text) || text.replaceAll("://", "").includes(":"));
};

const escaped = (letter) => {
  if (letter === '"' || letter === "\\") return `\\${letter}`;
  if (!UNPRINTABLE.test(letter)) return letter;
  return NAMED[letter] || `\\U${letter.codePointAt(0).toString(16).padStart(8, "0")}`;
};

const quoted = (text) =>
  UNPRINTABLE.test(text) || !/["\\]/.test(text) ? `"${[...text].map(escaped).join("")}"` : `'${text.replaceAll("'", "''")}'`;

// `text` on one line; `inFlow`: between brackets, where commas end a value.
export const written = (text, inFlow = false) => (isPlain(text, inFlow) ? text : quoted(text));

// The lines of a text of several lines, when `|-` can hold it.
export const blockLines = (text) => {
  const lines = text.split("\n");
  const plain = lines.every((line) => line === line.trimEnd() && !UNPRINTABLE.test(line));
  return lines.length > 1 && plain && !/^(?: |$)/.test(lines[0]) && lines.at(-1) !== "" ? lines : null;
};

// What somebody typed, as one line of text.
export const oneLine = (text) => text.replace(/\s+/g, " ").replace(FORBIDDEN, "").trim();

// What somebody typed in several lines.
export const severalLines = (text) =>
  text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replaceAll("\t", " ").replace(FORBIDDEN, "").trimEnd())
    .join("\n")
    .replace(/^\s+|\s+$/g, "");
