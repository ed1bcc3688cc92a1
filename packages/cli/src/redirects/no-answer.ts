/** The status of what did not answer; why stands in the body. */
export const noAnswer = 0;
