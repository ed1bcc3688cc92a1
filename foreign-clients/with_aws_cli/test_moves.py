import pytest
from local_aws import distribution_config


@pytest.fixture
def zone(aws, accounts):
    words = ("--name", accounts.domain, "--caller-reference", "once", "--query", "HostedZone.Id")
    return aws("route53", "create-hosted-zone", *words)


@pytest.fixture
def record(aws, written, zone, later):
    """Writes a record into the zone of the source, and waits until it is published."""

    def write(name, kind, value):
        records = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}
        batch = written({"Changes": [{"Action": "UPSERT", "ResourceRecordSet": records}]})
        words = ("--hosted-zone-id", zone, "--change-batch", batch, "--query", "ChangeInfo.Id")
        change = aws("route53", "change-resource-record-sets", *words)
        later()
        aws("route53", "wait", "resource-record-sets-changed", "--id", change)

    return write


@pytest.fixture
def certificate(aws, record, accounts, later):
    """A wildcard certificate of a profile, proved in the zone of the source."""

    def issue(profile):
        words = ("--domain-name", f"*.{accounts.domain}", "--validation-method", "DNS")
        arn = aws("acm", "request-certificate", *words, "--query", "CertificateArn", profile=profile)
        later(10)
        query = ("--query", "Certificate.DomainValidationOptions[0].ResourceRecord")
        wanted = aws("acm", "describe-certificate", "--certificate-arn", arn, *query, profile=profile)
        record(wanted["Name"], wanted["Type"], wanted["Value"])
        later()
        aws("acm", "wait", "certificate-validated", "--certificate-arn", arn, profile=profile)
        return arn

    return issue


@pytest.fixture
def distribution(aws, written):
    def create(reference, aliases, arn, profile="source"):
        config = written(distribution_config(reference, aliases, arn))
        words = ("--distribution-config", config, "--query", "Distribution.[Id,DomainName]")
        return aws("cloudfront", "create-distribution", *words, profile=profile)

    return create


def test_within_an_account_and_by_a_role(aws, refused, certificate, distribution, accounts):
    name = f"a.{accounts.domain}"
    arn = certificate("source")
    holder, _ = distribution("holder", [name], arn)
    taker, _ = distribution("taker", [], arn)
    listed = aws(
        *("cloudfront", "list-conflicting-aliases", "--distribution-id", taker, "--alias", name),
        *("--query", "ConflictingAliasesList.Items[].Alias"),
    )
    assert listed == [name]
    move = ("cloudfront", "update-domain-association", "--domain", name)
    moved = aws(*move, "--target-resource", f"DistributionId={taker}")
    assert moved["ResourceId"] == taker
    # The role may change distributions, not delete them.
    read = ("cloudfront", "get-distribution-config", "--id", taker)
    assert aws(*read, profile="mover")["DistributionConfig"]["Aliases"]["Items"] == [name]
    back = aws(*move, "--target-resource", f"DistributionId={holder}", profile="mover")
    assert back["ResourceId"] == holder
    denied = refused("cloudfront", "delete-distribution", "--id", taker, "--if-match", "E1", profile="mover")
    assert "(AccessDenied) when calling the DeleteDistribution operation: User: " in denied
    identity = aws("sts", "get-caller-identity", profile="mover")
    assert (identity["Account"], ":assumed-role/mover/" in identity["Arn"]) == (accounts.source, True)


def test_across_accounts(aws, refused, certificate, distribution, record, written, accounts, later):
    name = f"a.{accounts.domain}"
    holder, _ = distribution("holder", [name], certificate("source"))
    taker, domain = distribution("taker", [], certificate("target"), profile="target")
    config = aws("cloudfront", "get-distribution-config", "--id", taker, profile="target")
    aliases = {"Quantity": 1, "Items": [name]}
    taken = refused(
        *("cloudfront", "update-distribution", "--id", taker, "--if-match", config["ETag"]),
        *("--distribution-config", written({**config["DistributionConfig"], "Aliases": aliases})),
        profile="target",
    )
    assert taken.endswith(
        "(CNAMEAlreadyExists) when calling the UpdateDistribution operation: "
        "One or more of the CNAMEs you provided are already associated with a different resource."
    )
    associate = ("cloudfront", "associate-alias", "--target-distribution-id", taker, "--alias", name)
    assert "Invalid or missing alias DNS TXT records." in refused(*associate, profile="target")
    record(f"_{name}", "TXT", f'"{domain}"')
    later(901)
    assert "since the source distribution is enabled" in refused(*associate, profile="target")
    config = aws("cloudfront", "get-distribution-config", "--id", holder)
    disabled = written({**config["DistributionConfig"], "Enabled": False})
    aws(
        *("cloudfront", "update-distribution", "--id", holder, "--if-match", config["ETag"]),
        *("--distribution-config", disabled),
    )
    later()
    aws(*associate, profile="target")
    read = ("cloudfront", "get-distribution-config", "--query", "DistributionConfig.Aliases.Quantity", "--id")
    assert (aws(*read, holder), aws(*read, taker, profile="target")) == (0, 1)
