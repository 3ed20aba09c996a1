// The id that a client's file gets from the client's name, as scaffolding/client_id.py makes it.
const LOOK_ALIKES = [..."аеорсухіѕјһԁӏԛԝοανρτικυ"]; // letters of other alphabets that look like ours
const OURS = [..."aeopcyxisjhdlqwoavptiku"];
const SPELT = { ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l" };
const FORM_OF_COMPANY = /-(?:oyj|oy|ab|abp|ky|tmi|ay|ry|osk|oyj-abp|oy-ab)$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$/; // no file of these names: Windows, and the list of clients

const folded = (letter) => (letter === "ı" ? letter : letter.toUpperCase().toLowerCase());

const ours = (letter) => {
  const at = LOOK_ALIKES.indexOf(letter);
  return at >= 0 ? OURS[at] : SPELT[letter] || letter;
};

const inAscii = (text) =>
  [...[...text].slice(0, 200).map(folded).join("")].map(ours).join("").normalize("NFKD").replace(/\p{M}/gu, "");

const trimmed = (id) => id.replace(/^-+|-+$/g, "");

export const isClientId = (id) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(id) && !RESERVED.test(id);

// "" of a name without a Latin letter or digit.
export const clientId = (name) => {
  const id = trimmed(trimmed(inAscii(name).replace(/[^a-z0-9]+/g, "-")).slice(0, 63));
  return RESERVED.test(id.replace(FORM_OF_COMPANY, "")) ? `${id}-client` : id.replace(FORM_OF_COMPANY, "");
};
