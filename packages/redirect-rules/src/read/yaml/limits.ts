/** No rule file is nested as deep; a bomb of brackets is. */
export const maxDepth = 24;
/** No key takes a longer text. */
export const maxTextLength = 65_536;
/** Some 400,000 rules of two lines. What a parser makes of each token takes a hundred bytes or more. */
export const maxTokens = 2_000_000;
