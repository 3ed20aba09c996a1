// What must never stand in a client's file: personal identity codes and bank account numbers.
const IDENTITY_CODE = /(?:^|[^0-9a-z])([0-9]{6})[-+a-fu-y\u2010-\u2015\u2212]([0-9]{3})([0-9a-y])(?![0-9a-z])/gi;
const CONTROL_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
const ACCOUNT_START = /(?:^|[^0-9A-Za-z])(?=([A-Za-z]{2})[0-9]{2})/g;

// How many letters and digits an account number has, by country.
const SIZES = Object.fromEntries(
  ("AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23"
    + "GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30"
    + "NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30")
    .match(/..../g)
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);

const isIdentityCode = ([, day, individual, control]) =>
  CONTROL_CHARACTERS[Number(day + individual) % 31] === control.toUpperCase();

// The `size` letters and digits from `start` on, which may be written in groups; "" when something else is in between.
const account = (text, start, size) => {
  let found = "";
  for (const letter of text.slice(start)) {
    if (/[0-9A-Za-z]/.test(letter)) {
      if (found.length === size) return "";
      found += letter;
    } else if (found.length === size || !/[\s-]/.test(letter)) {
      break;
    }
  }
  return found.length === size ? found : "";
};

// ISO 7064: the first four letters go last, letters are numbers from 10 on, and the rest by 97 is 1.
const isAccount = (number) => {
  const digits = [...(number.slice(4) + number.slice(0, 4)).toUpperCase()].map((letter) => parseInt(letter, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

export const holdsPersonalData = (text) => {
  if ([...text.matchAll(IDENTITY_CODE)].some(isIdentityCode)) return true;
  return [...text.matchAll(ACCOUNT_START)].some((found) => {
    const size = SIZES[found[1].toUpperCase()];
    const number = size ? account(text, found.index + found[0].length, size) : "";
    return number !== "" && isAccount(number);
  });
};
