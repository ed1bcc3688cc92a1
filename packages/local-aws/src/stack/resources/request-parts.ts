import { quantity, record, required, text } from './shape';

/** Which parts of a request a policy takes: a word, and for some words a list. The API counts the list. */

export const cookies = record({ CookieBehavior: required(text), Cookies: quantity(text) });

export const headers = record({ HeaderBehavior: required(text), Headers: quantity(text) });

export const queryStrings = record({ QueryStringBehavior: required(text), QueryStrings: quantity(text) });
