import pytest


def record(name, kind, *values, ttl=60):
    return {"Name": name, "Type": kind, "TTL": ttl, "ResourceRecords": [{"Value": v} for v in values]}


@pytest.fixture
def change(source, zone):
    def submit(*changes):
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": each} for action, each in changes]}
        return source.route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch)["ChangeInfo"]

    return submit


def names(source, zone):
    paginator = source.route53.get_paginator("list_resource_record_sets")
    pages = paginator.paginate(HostedZoneId=zone, PaginationConfig={"PageSize": 2})
    return [(each["Name"], each["Type"]) for page in pages for each in page["ResourceRecordSets"]]


def test_a_zone_begins_with_its_name_servers(source, zone, accounts):
    read = source.route53.get_hosted_zone(Id=zone)
    assert read["HostedZone"]["Name"] == f"{accounts.domain}."
    assert len(read["DelegationSet"]["NameServers"]) == 4
    assert names(source, zone) == [(f"{accounts.domain}.", "NS"), (f"{accounts.domain}.", "SOA")]


def test_a_change_is_pending_and_then_in_sync(source, change, accounts):
    info = change(("CREATE", record(f"a.{accounts.domain}", "A", "192.0.2.1")))
    assert info["Status"] == "PENDING"
    waiter = source.route53.get_waiter("resource_record_sets_changed")
    waiter.wait(Id=info["Id"], WaiterConfig={"Delay": 0.1, "MaxAttempts": 200})
    assert source.route53.get_change(Id=info["Id"])["ChangeInfo"]["Status"] == "INSYNC"


def test_records_come_in_pages_and_in_order(source, zone, change, accounts):
    change(*(("CREATE", record(f"{label}.{accounts.domain}", "A", "192.0.2.1")) for label in "cab*"))
    assert names(source, zone)[2:] == [
        (f"{label}.{accounts.domain}.", "A") for label in ("\\052", "a", "b", "c")
    ]


def test_a_batch_is_taken_as_a_whole_or_not_at_all(source, zone, change, accounts):
    with pytest.raises(source.route53.exceptions.InvalidChangeBatch) as refused:
        change(
            ("CREATE", record(f"good.{accounts.domain}", "A", "192.0.2.1")),
            ("CREATE", record("www.example.org", "A", "192.0.2.1")),
            ("DELETE", record(f"nobody.{accounts.domain}", "A", "192.0.2.1")),
        )
    assert refused.value.response["Error"]["Message"] == (
        f"[RRSet with DNS name www.example.org. is not permitted in zone {accounts.domain}., "
        f"Tried to delete resource record set [name='nobody.{accounts.domain}.', type='A'] but it was not found]"
    )
    assert len(names(source, zone)) == 2


@pytest.mark.parametrize(
    ("label", "kind", "value", "message"),
    [
        ("", "CNAME", "elsewhere.example.net", "is not permitted at apex in zone"),
        ("a.", "CNAME", "elsewhere.example.net", "is not permitted as it conflicts with other records"),
        ("b.", "A", "192.0.2.1", "because a conflicting RRSet of type CNAME with the same DNS name already exists"),
        ("a.", "A", "192.0.2.7", "but it already exists"),
        ("c.", "TXT", "bare", "Value should be enclosed in quotation marks"),
    ],
)
def test_what_route_53_refuses(source, change, accounts, label, kind, value, message):
    change(
        ("CREATE", record(f"a.{accounts.domain}", "A", "192.0.2.1")),
        ("CREATE", record(f"b.{accounts.domain}", "CNAME", "elsewhere.example.net")),
    )
    with pytest.raises(source.route53.exceptions.InvalidChangeBatch) as refused:
        change(("CREATE", record(f"{label}{accounts.domain}", kind, value)))
    assert message in refused.value.response["Error"]["Message"]


def test_a_delete_must_say_what_is_there(source, zone, change, accounts):
    name = f"a.{accounts.domain}"
    change(("CREATE", record(name, "A", "192.0.2.1", "192.0.2.2")))
    with pytest.raises(source.route53.exceptions.InvalidChangeBatch) as refused:
        change(("DELETE", record(name, "A", "192.0.2.1")))
    assert "the values provided do not match the current values" in refused.value.response["Error"]["Message"]
    change(("DELETE", record(name, "A", "192.0.2.2", "192.0.2.1")))
    assert len(names(source, zone)) == 2


def test_a_zone_with_records_is_not_deleted(source, zone, change, accounts):
    held = record(f"a.{accounts.domain}", "A", "192.0.2.1")
    change(("CREATE", held))
    with pytest.raises(source.route53.exceptions.HostedZoneNotEmpty):
        source.route53.delete_hosted_zone(Id=zone)
    change(("DELETE", held))
    source.route53.delete_hosted_zone(Id=zone)
    with pytest.raises(source.route53.exceptions.NoSuchHostedZone):
        source.route53.get_hosted_zone(Id=zone)


def test_zones_are_found_by_name_and_by_page(source, accounts):
    for label in "cab":
        source.zone(f"{label}.{accounts.domain}")
    found = source.route53.list_hosted_zones_by_name(DNSName=f"b.{accounts.domain}", MaxItems="1")
    assert [each["Name"] for each in found["HostedZones"]] == [f"b.{accounts.domain}."]
    assert found["NextDNSName"] == f"c.{accounts.domain}."
    pages = source.route53.get_paginator("list_hosted_zones").paginate(PaginationConfig={"PageSize": 2})
    assert [len(page["HostedZones"]) for page in pages] == [2, 1]
