"""Every way of moving a name, as one would write it in Python."""

import pytest

TAKEN = "One or more of the CNAMEs you provided are already associated with a different resource."


@pytest.fixture
def name(accounts):
    return f"a.{accounts.domain}"


@pytest.fixture
def wildcard(accounts):
    return f"*.{accounts.domain}"


@pytest.fixture
def holder(source, zone, name):
    """A distribution of the source that has the name."""
    return source.distribution("holder", [name], source.certificate((source, zone), name))


@pytest.fixture
def taker(source, zone, wildcard, holder):
    """Another one of the source, whose certificate covers the name."""
    return source.distribution("taker", [], source.certificate((source, zone), wildcard))


@pytest.fixture
def stranger(source, target, zone, wildcard, holder):
    """One of the target, whose certificate covers the name."""
    return target.distribution("stranger", [], target.certificate((source, zone), wildcard))


def with_aliases(*names):
    return {"Quantity": len(names), "Items": list(names)} if names else {"Quantity": 0}


def test_a_name_is_on_one_distribution_only(source, taker, name):
    with pytest.raises(source.cloudfront.exceptions.CNAMEAlreadyExists) as refused:
        source.update(taker, Aliases=with_aliases(name))
    assert refused.value.response["Error"]["Message"] == TAKEN
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 409
    assert source.aliases(taker) == []


def test_a_name_of_another_account_is_taken_as_well(target, stranger, name):
    with pytest.raises(target.cloudfront.exceptions.CNAMEAlreadyExists) as refused:
        target.update(stranger, Aliases=with_aliases(name))
    assert refused.value.response["Error"]["Message"] == TAKEN


def test_a_name_needs_a_certificate_that_covers_it(source, holder):
    with pytest.raises(source.cloudfront.exceptions.InvalidViewerCertificate) as refused:
        source.update(holder, Aliases=with_aliases("www.example.org"))
    assert "doesn't cover the alternate domain name" in refused.value.response["Error"]["Message"]


def test_a_name_whose_record_leads_elsewhere_is_not_added(source, target, zone, holder, stranger, name, later):
    domain = source.cloudfront.get_distribution(Id=holder)["Distribution"]["DomainName"]
    source.record(zone, name, "CNAME", domain)
    # CloudFront asked for the name when the holder was made, and remembers that there was none.
    later(901)
    source.update(holder, Aliases=with_aliases())
    with pytest.raises(target.cloudfront.exceptions.CNAMEAlreadyExists) as refused:
        target.update(stranger, Aliases=with_aliases(name))
    assert "incorrectly configured DNS record that points to another CloudFront distribution" in (
        refused.value.response["Error"]["Message"]
    )


def test_conflicts_are_shown_with_masked_ids(target, stranger, holder, name, accounts):
    cloudfront = target.cloudfront
    found = cloudfront.list_domain_conflicts(
        Domain=name, DomainControlValidationResource={"DistributionId": stranger}
    )["DomainConflicts"]
    assert [(c["Domain"], c["ResourceType"]) for c in found] == [(name, "distribution")]
    assert found[0]["ResourceId"] != holder and found[0]["ResourceId"].lstrip("*") == holder[len(holder) // 2 :]
    assert found[0]["AccountId"] == "******" + accounts.source[6:]
    conflicting = cloudfront.list_conflicting_aliases(DistributionId=stranger, Alias=name)
    assert conflicting["ConflictingAliasesList"]["Items"][0]["Alias"] == name


def test_update_domain_association_within_an_account(source, holder, taker, name):
    before = {each: source.cloudfront.get_distribution(Id=each)["ETag"] for each in (holder, taker)}
    moved = source.cloudfront.update_domain_association(Domain=name, TargetResource={"DistributionId": taker})
    assert (moved["Domain"], moved["ResourceId"]) == (name, taker)
    assert (source.aliases(holder), source.aliases(taker)) == ([], [name])
    after = {each: source.cloudfront.get_distribution(Id=each) for each in (holder, taker)}
    assert after[taker]["ETag"] == moved["ETag"]
    assert all(after[each]["ETag"] != before[each] for each in (holder, taker))
    source.deployed(holder)
    source.deployed(taker)


def test_update_domain_association_of_a_stale_etag(source, taker, name):
    stale = source.cloudfront.get_distribution(Id=taker)["ETag"]
    source.update(taker, Comment="somebody else")
    with pytest.raises(source.cloudfront.exceptions.PreconditionFailed):
        source.cloudfront.update_domain_association(
            Domain=name, TargetResource={"DistributionId": taker}, IfMatch=stale
        )


def prove(source, target, zone, name, distribution):
    """The TXT record by which the owner of the zone allows the move to a distribution."""
    domain = target.cloudfront.get_distribution(Id=distribution)["Distribution"]["DomainName"]
    source.record(zone, f"_{name}", "TXT", f'"{domain}"')


@pytest.mark.parametrize("operation", ["update_domain_association", "associate_alias"])
def test_across_accounts_wants_a_disabled_source_and_the_record(
    source, target, zone, holder, stranger, name, operation, later
):
    cloudfront = target.cloudfront

    def move():
        if operation == "associate_alias":
            return cloudfront.associate_alias(TargetDistributionId=stranger, Alias=name)
        return cloudfront.update_domain_association(Domain=name, TargetResource={"DistributionId": stranger})

    with pytest.raises(cloudfront.exceptions.IllegalUpdate) as refused:
        move()
    assert refused.value.response["Error"]["Message"] == "Invalid or missing alias DNS TXT records."
    prove(source, target, zone, name, stranger)
    # CloudFront remembers that there was no record for as long as the zone says: 15 minutes.
    later(901)
    with pytest.raises(cloudfront.exceptions.IllegalUpdate) as refused:
        move()
    assert refused.value.response["Error"]["Message"] == (
        "Alias move is not allowed since the source distribution is enabled."
    )
    source.update(holder, Enabled=False)
    source.deployed(holder)
    move()
    assert (source.aliases(holder), target.aliases(stranger)) == ([], [name])


def test_by_a_wildcard_and_back(source, target, zone, holder, stranger, name, wildcard):
    """The five steps of the AWS China blog, with the way back."""
    target.update(stranger, Aliases=with_aliases(wildcard))
    target.deployed(stranger)
    source.update(holder, Aliases=with_aliases())
    source.deployed(holder)
    source.update(holder, Aliases=with_aliases(name))
    source.deployed(holder)
    source.update(holder, Aliases=with_aliases())
    source.deployed(holder)
    domain = target.cloudfront.get_distribution(Id=stranger)["Distribution"]["DomainName"]
    source.record(zone, name, "CNAME", domain)
    target.update(stranger, Aliases=with_aliases(name))
    target.deployed(stranger)
    assert (source.aliases(holder), target.aliases(stranger)) == ([], [name])
