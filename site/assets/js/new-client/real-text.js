// Whether a text that has to tell something tells nothing, as model/real_text.py sees it: `-`, `n/a`, `TBD`.
const FILLERS = new Set(
  ("asd asdf ei eimitään eiole eioo empty fixme na nil none notapplicable nothing null placeholder puuttuu qwerty tba tbc tbd "
    + "test testi todo tyhjä").split(" "),
);

const isFiller = (text) => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
  return letters === "" || /^([a-z])\1*$/.test(letters) || FILLERS.has(letters);
};

export const saysNothing = (text) => {
  const plain = text.normalize("NFKC").toLowerCase();
  return isFiller(plain) || plain.split(/\s+/).every(isFiller);
};
