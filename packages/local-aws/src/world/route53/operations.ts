import type { Operation } from '../operation';
import { changeResourceRecordSets } from './change-resource-record-sets';
import { createHostedZone } from './create-hosted-zone';
import { deleteHostedZone } from './delete-hosted-zone';
import { getChange } from './get-change';
import { getHostedZone } from './get-hosted-zone';
import { listHostedZones } from './list-hosted-zones';
import { listHostedZonesByName } from './list-hosted-zones-by-name';
import { listResourceRecordSets } from './list-resource-record-sets';

export const route53Operations: Operation[] = [
  changeResourceRecordSets,
  createHostedZone,
  deleteHostedZone,
  getChange,
  getHostedZone,
  listHostedZones,
  listHostedZonesByName,
  listResourceRecordSets,
];
