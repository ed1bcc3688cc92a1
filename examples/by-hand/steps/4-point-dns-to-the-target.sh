# Step 4: the records of both names lead to the target.
. "$(dirname "$0")/common.sh"

target=$(of "$ANSWERS/target.json" Distribution DomainName)

aws route53 change-resource-record-sets \
  --hosted-zone-id Z0EXAMPLECOM \
  --profile source \
  --change-batch '{
    "Changes": [
        {
            "Action": "UPSERT",
            "ResourceRecordSet": {
                "Name": "a.example.com",
                "Type": "A",
                "AliasTarget": {
                    "HostedZoneId": "Z2FDTNDATAQYW2",
                    "DNSName": "'"$target"'",
                    "EvaluateTargetHealth": false
                }
            }
        },
        {
            "Action": "UPSERT",
            "ResourceRecordSet": {
                "Name": "b.example.com",
                "Type": "CNAME",
                "TTL": 300,
                "ResourceRecords": [{ "Value": "'"$target"'" }]
            }
        }
    ]
}' > "$ANSWERS/change.json"
