/** What a column of a list may say. */
export type Column =
  | 'source'
  | 'target'
  | 'status'
  | 'preserveQuery'
  | 'includeSubdomains'
  | 'subpathMatching'
  | 'preserveSuffix'
  | 'note';

/** The order of Cloudflare's bulk lists, which have no header. */
export const bulkListColumns: readonly Column[] = [
  'source',
  'target',
  'status',
  'preserveQuery',
  'includeSubdomains',
  'subpathMatching',
  'preserveSuffix',
];

const names: Readonly<Record<string, Column>> = {
  source: 'source',
  source_url: 'source',
  from: 'source',
  old: 'source',
  old_url: 'source',
  target: 'target',
  target_url: 'target',
  to: 'target',
  new: 'target',
  new_url: 'target',
  destination: 'target',
  destination_url: 'target',
  status: 'status',
  status_code: 'status',
  code: 'status',
  preserve_query: 'preserveQuery',
  preserve_query_string: 'preserveQuery',
  include_subdomains: 'includeSubdomains',
  subpath_matching: 'subpathMatching',
  preserve_path_suffix: 'preserveSuffix',
  preserve_path: 'preserveSuffix',
  note: 'note',
  comment: 'note',
  description: 'note',
};

export interface Header {
  /** A place of nothing is a column that nobody knows. */
  readonly columns: readonly (Column | undefined)[];
}

/** The columns that a first record names, if it is a header. */
export function headerOf(fields: readonly string[]): Header | undefined {
  const columns = fields.map((field) => names[field.toLowerCase().replace(/[\s-]+/g, '_')]);
  return columns.includes('source') && columns.includes('target') ? { columns } : undefined;
}
