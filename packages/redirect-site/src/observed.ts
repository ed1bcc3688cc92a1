import type { Action as MigrationAction, Observed as MigrationObserved } from '@cutover/alias-migration';
import type { Generation, KnownItems, Zone } from './journal';
import type { Source } from './moves/sources';
import type {
  DistributionDraft,
  EdgeFunction,
  FunctionDraft,
  ItemBatch,
  RecordBatch,
  SiteCertificate,
  SiteDistribution,
  SiteDistributionEdit,
  Store,
  Tags,
} from './port';
import type { ResourceRecord } from './record';
import type { Examined } from './rules/examine';
import type { EdgeTest } from './rules/tests';

/** A part of the world that a phase needs to see; looked up in observe.ts, nowhere else. */
export type Look =
  | 'rules'
  | 'zones'
  | 'store'
  | 'storeState'
  | 'items'
  | 'function'
  | 'edgeTests'
  | 'distributions'
  | 'certificates'
  | 'tags'
  | 'issuers'
  | 'records'
  | 'change'
  | 'sources'
  | 'holders'
  | 'move';

/** What one look showed. A part that the phase does not need is undefined, and a plan that needs it asks to look. */
export interface Observed {
  readonly looks: ReadonlySet<Look>;
  readonly examined?: Examined;
  /** Declared zones, and ids of those that are not there. */
  readonly zones?: { readonly found: readonly Zone[]; readonly missing: readonly string[] };
  readonly store?: Store;
  /** The data plane's ETag; undefined where there is no store yet. */
  readonly itemsEtag?: string;
  readonly items?: SeenItems;
  readonly development?: EdgeFunction;
  readonly live?: EdgeFunction;
  readonly edgeTests?: readonly EdgeTest[];
  /** By the slot's number. */
  readonly distributions?: ReadonlyMap<number, SiteDistribution>;
  /** By ARN. */
  readonly certificates?: ReadonlyMap<string, SiteCertificate>;
  /** By ARN, of what is the site's own; undefined where this run leaves tags alone. */
  readonly tags?: ReadonlyMap<string, Tags>;
  /** Who may issue for hosts that want a certificate, as far as DNS tells; empty: anyone. */
  readonly issuers?: ReadonlyMap<string, readonly string[]>;
  /** At names of hosts and of validations, by the zone's id. */
  readonly records?: ReadonlyMap<string, readonly ResourceRecord[]>;
  /** Whether the change that is waited for has reached every name server. */
  readonly isPublished?: boolean;
  /** Distributions that serve hosts which are to be taken over. */
  readonly sources?: readonly Source[];
  /** Which distributions of the account have hosts that CloudFront has refused; looked up only then. */
  readonly holders?: ReadonlyMap<string, string>;
  /** What the move that is under way needs to see. */
  readonly move?: { readonly id: string; readonly seen: MigrationObserved };
}

/** The store's items next to what the phase wants of them. */
export type SeenItems =
  | {
      readonly kind: 'seen';
      readonly etag: string;
      /** What is left to write, and how many batches of it are written already. */
      readonly puts: readonly ItemBatch[];
      readonly deletes: readonly ItemBatch[];
      readonly written: number;
      /** Whether nobody else has written, so that what they are need not be read. */
      readonly isKnown: boolean;
      /** What they will be then, as the journal keeps it. */
      readonly goal: Required<Pick<Generation, 'itemsDigest' | 'hostGenerations'>>;
    }
  /** The rules are not what was checked, or cannot be put beside the live ones. */
  | { readonly kind: 'lost'; readonly message: string };

/** Every change that the domain can make, as data. Each names its effect; the port methods say how it is seen. */
export type Action =
  | { readonly kind: 'createStore'; readonly name: string; readonly comment: string }
  | {
      readonly kind: 'writeItems';
      readonly storeArn: string;
      readonly etag: string;
      readonly batches: readonly ItemBatch[];
      /** Absent: what the items are can only be told by reading. */
      readonly known?: Omit<KnownItems, 'etag'>;
    }
  | { readonly kind: 'createFunction'; readonly draft: FunctionDraft }
  | { readonly kind: 'updateFunction'; readonly draft: FunctionDraft; readonly etag: string }
  | {
      readonly kind: 'testFunction';
      readonly name: string;
      readonly etag: string;
      readonly tests: readonly EdgeTest[];
    }
  | { readonly kind: 'publishFunction'; readonly name: string; readonly etag: string }
  | {
      readonly kind: 'requestCertificate';
      readonly n: number;
      readonly names: readonly string[];
      readonly token: string;
      readonly tags: Tags;
    }
  | { readonly kind: 'removeCertificate'; readonly arn: string }
  | { readonly kind: 'createDistribution'; readonly n: number; readonly draft: DistributionDraft }
  | {
      readonly kind: 'editDistribution';
      readonly distributionId: string;
      readonly edit: SiteDistributionEdit;
      readonly etag: string;
    }
  | { readonly kind: 'putTags'; readonly arn: string; readonly tags: Tags }
  | { readonly kind: 'removeTags'; readonly arn: string; readonly keys: readonly string[] }
  | { readonly kind: 'removeDistribution'; readonly distributionId: string; readonly etag: string }
  | { readonly kind: 'changeRecords'; readonly hostedZoneId: string; readonly batch: RecordBatch }
  | { readonly kind: 'removeFunction'; readonly name: string; readonly etag: string }
  /** One change of a move that is under way. */
  | { readonly kind: 'move'; readonly id: string; readonly action: MigrationAction }
  /** The copy of its journal goes that lies with those of migrations. */
  | { readonly kind: 'forgetMove'; readonly id: string }
  | { readonly kind: 'removeStore'; readonly name: string; readonly etag: string };
