// The Finnish business id (Y-tunnus): seven digits, a dash and a check digit.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

export const hasForm = (text) => /^[0-9]{7}-[0-9]$/.test(text);

export const isBusinessId = (text) => {
  if (!hasForm(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), Number(text[8]));
  return sum % 11 === 0;
};

// As it's written in a file: `FI90000126` and `9000012 6` are 9000012-6.
export const tidied = (text) => {
  const digits = text.replace(/[\s\u2010-\u2015\u2212-]/g, "").replace(/^FI/i, "");
  return /^[0-9]{8}$/.test(digits) ? `${digits.slice(0, 7)}-${digits[7]}` : text.trim();
};
