import { importNginx, importRefractr, type Request, type RuleSet, writeRules } from '../../src';
import { corpusText, recordedAnswers } from '../import/corpus';
import { rulesOf } from '../rules-of';

/** The two ways in which Mozilla's production rules come into the language. */
export const corpora = ['prod-refractr.yml', 'prod-refractr.nginx.conf'] as const;
export type Corpus = (typeof corpora)[number];

export function corpusRules(name: Corpus): RuleSet {
  const importText = name === 'prod-refractr.yml' ? importRefractr : importNginx;
  return rulesOf(writeRules(importText(corpusText(name), name).file));
}

/** Of some thousand, every so many. */
export const recordedRequests = (step = 1): Request[] =>
  recordedAnswers(corpusText('refractr-answers.jsonl'))
    .filter((_, at) => at % step === 0)
    .map(({ host, uri }) => ({ host, uri, now: Date.UTC(2026, 0, 1) }));
