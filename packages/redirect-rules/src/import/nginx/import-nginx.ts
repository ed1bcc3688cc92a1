import { type Imported, Refusal, Reporter } from '../report';
import { type Context, candidatesOf } from './candidates';
import { parseConfig } from './directives';
import { goesByHost } from './maps';
import { hostsOf } from './names';
import { answersRoot, type LinedPlan } from './plan';
import { type NginxConfig, readConfig } from './read-config';
import { type PlainRule, ruleOf } from './rule';
import type { Server, Step } from './server';
import { variablesOf } from './template';
import { NginxSyntaxError } from './tokens';
import { readableFile } from './write-file';

/**
 * Rules that answer as nginx does with this configuration: what it says of redirects is translated, the report lists
 * what CloudFront does in its place, and what a rule cannot say is refused with its line.
 */
export function importNginx(text: string, file: string): Imported {
  const report = new Reporter();
  const { plans, comment } = plansOf(text, report);
  const head = [`Imported from ${file}.`, ...(comment === undefined ? [] : [comment])].join('\n');
  return { file: readableFile(withoutDoubles(plans, report), head, report), report: report.report() };
}

/** The sites of a configuration, for a file of their own or for one among others. */
export function plansOf(text: string, report: Reporter): { plans: LinedPlan[]; comment?: string } {
  try {
    const { directives, comment } = parseConfig(text);
    const config = readConfig(directives, report);
    reportUnused(config, report);
    const plans = sitePlans(config, report);
    return { plans, ...(comment === undefined ? {} : { comment }) };
  } catch (error) {
    if (!(error instanceof NginxSyntaxError)) throw error;
    report.refused(error.line, 'the whole file', `nginx would not start with it: ${error.message}`);
    return { plans: [] };
  }
}

/** One or more sites for each server: more where the rules depend on the host. */
export function sitePlans({ servers, maps }: NginxConfig, report: Reporter): LinedPlan[] {
  return servers.flatMap((server) => {
    const hosts = hostsOf(server, report);
    if (hosts.length === 0) {
      report.changed(server.line, 'server', 'left out: it has no name that a site can have', server.lastLine);
      return [];
    }
    const context: Context = { maps, report };
    if (isUpgradeToHttps(server)) {
      report.changed(
        server.line,
        `server ${hosts[0]}`,
        'left out: CloudFront sends viewers to https by itself',
        server.lastLine,
      );
      return [];
    }
    const isByHost = [...textsOf(server)].some((value) => dependsOnHost(value, maps));
    const groups = isByHost
      ? groupsByHost(server, hosts, context)
      : [{ hosts, rules: rulesOf(server, context) }];
    return groups.map(({ hosts: names, rules }) => planOf(server, names, rules, report));
  });
}

function planOf(server: Server, hosts: string[], rules: PlainRule[], report: Reporter): LinedPlan {
  report.converted(
    server.line,
    hosts[0] ?? '',
    `${counted(hosts.length, 'host')}, ${counted(rules.length, 'rule')}`,
  );
  if (!rules.some(answersRoot))
    report.changed(
      server.line,
      hosts[0] ?? '',
      'nothing answers the root, where nginx shows its own welcome page or a file; the rules say 404',
    );
  const comment = server.comment === undefined ? {} : { comment: server.comment };
  const unmatchedHeaders = server.headers.filter(({ always }) => always);
  return { line: server.line, hosts, ...comment, rules, unmatchedHeaders };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function rulesOf(server: Server, context: Context): PlainRule[] {
  return candidatesOf(server, context).flatMap((candidate) => {
    try {
      return ruleOf(candidate, context) ?? [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.report.refusedWith(error, candidate, candidate.action.kind);
      return [];
    }
  });
}

/** Hosts whose rules come out the same stay together. */
function groupsByHost(server: Server, hosts: readonly string[], context: Context) {
  const groups = new Map<string, { hosts: string[]; rules: PlainRule[] }>();
  for (const name of hosts) {
    const host = name.startsWith('*') ? undefined : name;
    const rules = rulesOf(server, host === undefined ? context : { ...context, host });
    const key = JSON.stringify(rules);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { hosts: [name], rules });
    else group.hosts.push(name);
  }
  return [...groups.values()];
}

function reportUnused({ servers, maps }: NginxConfig, report: Reporter): void {
  const values = servers.flatMap((server) => [...textsOf(server)]);
  const used = new Set(values.flatMap(variablesOf));
  for (const [name, { line, lastLine }] of maps)
    if (!used.has(name)) report.changed(line, `map $${name}`, 'left out: no redirect uses it', lastLine);
}

/** All values of a server in which variables may stand. */
function* textsOf(server: Server): Generator<string> {
  const steps = [...server.steps, ...server.locations.flatMap((location) => location.steps)];
  for (const step of steps.flatMap(function inner(step): Step[] {
    return step.kind === 'if' ? [step, ...step.steps.flatMap(inner)] : [step];
  })) {
    if (step.kind === 'if') yield `\${${step.test.variable}}`;
    else yield (step.kind === 'return' ? step.text : step.target) ?? '';
  }
}

const dependsOnHost = (value: string, maps: NginxConfig['maps']): boolean =>
  value.startsWith('/') ||
  variablesOf(value).some((name) => {
    const map = maps.get(name);
    const values = map === undefined ? [] : [map.otherwise, ...map.entries.map((entry) => entry.value)];
    return goesByHost(name, maps) || values.some((inner) => dependsOnHost(inner, new Map()));
  });

/** A server that only sends to the same host and path, by https: a rule for it would be a loop. */
function isUpgradeToHttps({ steps, locations, names }: Server): boolean {
  const [step, ...others] = [...steps, ...locations.flatMap((location) => location.steps)];
  if (step?.kind !== 'return' || others.length > 0 || step.text === undefined) return false;
  const found = /^https:\/\/(.*?)(?:\$request_uri|\$uri\$is_args\$args)$/.exec(step.text);
  const host = found?.[1];
  return (
    host === '$host' ||
    host === '$http_host' ||
    (names.length === 1 && (host === names[0] || host === '$server_name'))
  );
}

/** nginx takes the first server that names a host, and says so of the others when it starts. */
export function withoutDoubles(plans: readonly LinedPlan[], report: Reporter): LinedPlan[] {
  const seen = new Map<string, number>();
  return plans.flatMap((plan) => {
    const { line } = plan;
    const hosts = plan.hosts.filter((host) => {
      const before = seen.get(host);
      if (before === undefined) seen.set(host, line);
      else
        report.changed(
          line,
          host,
          `left out: the server in line ${before} has this name too, and nginx takes the first`,
        );
      return before === undefined;
    });
    return hosts.length === 0 ? [] : [{ ...plan, hosts }];
  });
}
