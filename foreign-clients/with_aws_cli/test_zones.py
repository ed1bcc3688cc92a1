def test_a_batch_that_is_wrong_in_two_places_says_both(aws, refused, written, accounts):
    words = ("--name", accounts.domain, "--caller-reference", "once", "--query", "HostedZone.Id")
    zone = aws("route53", "create-hosted-zone", *words)

    def create(name, kind, value):
        record = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}
        return {"Action": "CREATE", "ResourceRecordSet": record}

    # The trap of the ownership record at an apex: with the underscore glued to the name it is a sibling of the zone.
    batch = [
        create(f"_{accounts.domain}", "TXT", '"d1.cloudfront.net"'),
        create(accounts.domain, "CNAME", "elsewhere.example.net"),
    ]
    change = ("route53", "change-resource-record-sets", "--hosted-zone-id", zone, "--change-batch")
    assert refused(*change, written({"Changes": batch})).endswith(
        "(InvalidChangeBatch) when calling the ChangeResourceRecordSets operation: "
        f"[RRSet with DNS name _{accounts.domain}. is not permitted in zone {accounts.domain}., "
        f"RRSet of type CNAME with DNS name {accounts.domain}. is not permitted at apex in zone {accounts.domain}.]"
    )
    listed = aws(*("route53", "list-resource-record-sets", "--hosted-zone-id", zone), "--query", "ResourceRecordSets[].Type")
    assert listed == ["NS", "SOA"]
