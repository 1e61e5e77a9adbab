/** Persian ۰…۹, Arabic ٠…٩. */
const PERSIAN_ZERO = 0x06f0;
const ARABIC_ZERO = 0x0660;

const ONLY_ASCII = /^[\x20-\x7e]*$/;
/** Marks that steer writing direction or joining and have no meaning in a number or date. */
const INVISIBLE = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
const LOCAL_DIGIT = /[\u06f0-\u06f9\u0660-\u0669]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;

/** The text with European digits, plain minus signs, single plain spaces, and without invisible marks; trimmed. */
export function plainDigits(text: string): string {
  if (ONLY_ASCII.test(text)) return text.trim();
  return text
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(DASHES, "-")
    .replace(LOCAL_DIGIT, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
    })
    .trim();
}

/**
 * Words in one spelling, for comparison: small letters without accents, one form of the Arabic letters that Persian
 * and Arabic keyboards write differently, anything that is neither letter nor digit as one space. `orderID` and
 * `order_id` both become `order id`.
 */
export function plainWords(text: string): string {
  return plainDigits(text.replace(/\u200c/g, " "))
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/ł/g, "l")
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/ة/g, "ه")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/եւ/g, "և")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
