// Sentences with `{named}` places, or their plural forms `{one, other}` chosen by `n`.
export const wording = (sentences) => (key, values = {}) => {
  const forms = sentences[key];
  const sentence = typeof forms === "string" ? forms : forms[values.n === 1 ? "one" : "other"];
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
};
