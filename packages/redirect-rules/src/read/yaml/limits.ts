/** No rule file is nested as deep; a bomb of brackets is. */
export const maxDepth = 24;
/** No key takes a longer text. */
export const maxTextLength = 65_536;
/** Some 300,000 rules of two lines. What a parser makes of each token takes a hundred bytes or more. */
export const maxTokens = 1_500_000;
/** Of a list: hosts may be many. Of a mapping: its keys are those of the language, or names of headers and parameters. */
export const maxTexts = 100_000;
export const maxKeys = 1_000;
