/** A name between double braces in an input of the contract tests stands for an export of a stack. */
const placeholder = /\{\{([^{}]*)\}\}/g;

/** What `cfn test` takes for the name of an export (cloudformation-cli 0.2.41, test.py): others stay as they are. */
const readable = /^[-A-Za-z0-9:\s]+$/;

/**
 * @param inputs texts by file
 * @param exported names that test/setup.yml exports; undefined where they are only known once it is deployed
 * @returns what is wrong, in sentences
 */
export function exportProblems(
  inputs: Readonly<Record<string, string>>,
  exported: readonly string[] | undefined,
): string[] {
  return Object.entries(inputs).flatMap(([file, text]) =>
    [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))].flatMap((name) => {
      if (!readable.test(name))
        return [
          `${file}: {{${name}}} is left as it is by cfn test, without a word: names may hold letters, digits, - and : only`,
        ];
      if (exported && !exported.includes(name.trim()))
        return [`${file}: no stack exports ${name}; cfn test would leave out all inputs because of it`];
      return [];
    }),
  );
}

/**
 * Names in a template's Outputs, as far as they are written out.
 * @returns undefined as soon as one is made from others
 */
export function exportsIn(template: unknown): string[] | undefined {
  const outputs = (
    template as { readonly Outputs?: Record<string, { readonly Export?: { readonly Name?: unknown } }> }
  ).Outputs;
  const names = Object.values(outputs ?? {}).flatMap(({ Export }) => (Export ? [Export.Name] : []));
  return names.every((name) => typeof name === 'string') ? (names as string[]) : undefined;
}
