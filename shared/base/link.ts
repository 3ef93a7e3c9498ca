/** The longest address a link may lead to, in UTF-16 units: about what browsers and sites bear. */
export const longestLink = 8192;
