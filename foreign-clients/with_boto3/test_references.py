"""What a distribution refers to: policies, access controls, keys; and invalidations of what it has cached."""

import pytest

CACHE_POLICY = {
    "Name": "by-query",
    "MinTTL": 0,
    "DefaultTTL": 60,
    "MaxTTL": 3600,
    "ParametersInCacheKeyAndForwardedToOrigin": {
        "EnableAcceptEncodingGzip": True,
        "HeadersConfig": {"HeaderBehavior": "none"},
        "CookiesConfig": {"CookieBehavior": "none"},
        "QueryStringsConfig": {"QueryStringBehavior": "all"},
    },
}

ORIGIN_REQUEST_POLICY = {
    "Name": "host",
    "HeadersConfig": {"HeaderBehavior": "whitelist", "Headers": {"Quantity": 1, "Items": ["Host"]}},
    "CookiesConfig": {"CookieBehavior": "none"},
    "QueryStringsConfig": {"QueryStringBehavior": "all"},
}

HEADERS_POLICY = {
    "Name": "marker",
    "CustomHeadersConfig": {
        "Quantity": 1,
        "Items": [{"Header": "x-migration", "Value": "source account distribution", "Override": True}],
    },
}

KINDS = {
    "cache_policy": ("CachePolicy", CACHE_POLICY),
    "origin_request_policy": ("OriginRequestPolicy", ORIGIN_REQUEST_POLICY),
    "response_headers_policy": ("ResponseHeadersPolicy", HEADERS_POLICY),
    "origin_access_control": (
        "OriginAccessControl",
        {
            "Name": "bucket",
            "SigningProtocol": "sigv4",
            "SigningBehavior": "always",
            "OriginAccessControlOriginType": "s3",
        },
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_made_read_changed_and_deleted_under_its_etag(source, kind):
    shape, config = KINDS[kind]
    cloudfront = source.cloudfront
    operation = {verb: getattr(cloudfront, f"{verb}_{kind}") for verb in ("create", "get", "update", "delete")}
    made = operation["create"](**{f"{shape}Config": config})
    made_id = made[shape]["Id"]
    assert made["ResponseMetadata"]["HTTPStatusCode"] == 201
    read = operation["get"](Id=made_id)
    assert read["ETag"] == made["ETag"]
    assert config.items() <= read[shape][f"{shape}Config"].items()

    changed = {f"{shape}Config": {**config, "Name": "another"}}
    updated = operation["update"](Id=made_id, IfMatch=made["ETag"], **changed)
    with pytest.raises(cloudfront.exceptions.PreconditionFailed):
        operation["update"](Id=made_id, IfMatch=made["ETag"], **changed)
    operation["delete"](Id=made_id, IfMatch=updated["ETag"])
    with pytest.raises(getattr(cloudfront.exceptions, f"NoSuch{shape}")):
        operation["get"](Id=made_id)


def test_the_managed_policies_are_in_every_account(source, target):
    for account in (source, target):
        listed = account.cloudfront.list_cache_policies(Type="managed")["CachePolicyList"]["Items"]
        names = {item["CachePolicy"]["CachePolicyConfig"]["Name"] for item in listed}
        assert {"Managed-CachingDisabled", "Managed-CachingOptimized"} <= names


def test_a_policy_of_another_account_is_not_there(source, target):
    made = source.cloudfront.create_cache_policy(CachePolicyConfig=CACHE_POLICY)["CachePolicy"]["Id"]
    behaviour = {"TargetOriginId": "web", "ViewerProtocolPolicy": "allow-all", "CachePolicyId": made}
    with pytest.raises(target.cloudfront.exceptions.NoSuchCachePolicy):
        target.distribution("theirs", DefaultCacheBehavior=behaviour)
    source.distribution("mine", DefaultCacheBehavior=behaviour)
    etag = source.cloudfront.get_cache_policy(Id=made)["ETag"]
    with pytest.raises(source.cloudfront.exceptions.CachePolicyInUse):
        source.cloudfront.delete_cache_policy(Id=made, IfMatch=etag)


def test_an_invalidation_is_completed(source):
    distribution_id = source.distribution("stale pages")
    batch = {"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": "once"}
    made = source.cloudfront.create_invalidation(DistributionId=distribution_id, InvalidationBatch=batch)
    assert made["Invalidation"]["Status"] == "InProgress"
    words = {"DistributionId": distribution_id, "Id": made["Invalidation"]["Id"]}
    source.later()
    source.cloudfront.get_waiter("invalidation_completed").wait(**words)
    assert source.cloudfront.get_invalidation(**words)["Invalidation"]["InvalidationBatch"] == batch
    again = source.cloudfront.create_invalidation(DistributionId=distribution_id, InvalidationBatch=batch)
    assert again["Invalidation"]["Id"] == made["Invalidation"]["Id"]
