import pytest
from botocore.exceptions import ClientError
from local_aws import distribution_config


def test_life_cycle(source):
    cloudfront = source.cloudfront
    made = cloudfront.create_distribution(DistributionConfig=distribution_config("once"))
    distribution_id, etag = made["Distribution"]["Id"], made["ETag"]
    assert made["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert made["Distribution"]["Status"] == "InProgress"
    assert made["Location"].endswith(f"/distribution/{distribution_id}")
    # The clock of this local AWS runs fast, so a waiter may look often.
    waiter = cloudfront.get_waiter("distribution_deployed")
    waiter.wait(Id=distribution_id, WaiterConfig={"Delay": 0.1, "MaxAttempts": 600})
    assert cloudfront.get_distribution(Id=distribution_id)["Distribution"]["Status"] == "Deployed"

    disabled = source.update(distribution_id, Enabled=False)
    assert disabled["ETag"] != etag
    assert disabled["Distribution"]["DistributionConfig"]["Enabled"] is False
    source.deployed(distribution_id)

    cloudfront.delete_distribution(Id=distribution_id, IfMatch=disabled["ETag"])
    with pytest.raises(cloudfront.exceptions.NoSuchDistribution):
        cloudfront.get_distribution(Id=distribution_id)


def test_a_configuration_reads_back_as_it_was_written(source):
    config = distribution_config("rich", Comment="Ünïcode <&> \"quotes\"", DefaultRootObject="index.html")
    config["Origins"]["Items"][0]["CustomHeaders"] = {
        "Quantity": 1,
        "Items": [{"HeaderName": "x-from", "HeaderValue": "edge"}],
    }
    distribution_id = source.distribution("rich", **config | {"CallerReference": "rich"})
    read = source.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
    assert read["Comment"] == config["Comment"]
    assert read["Origins"]["Items"][0]["CustomHeaders"] == config["Origins"]["Items"][0]["CustomHeaders"]
    # An empty list has a quantity and nothing else.
    assert read["Aliases"] == {"Quantity": 0}
    assert read["CacheBehaviors"] == {"Quantity": 0}
    # What nobody asked for is filled in.
    assert read["ViewerCertificate"] == {
        "CloudFrontDefaultCertificate": True,
        "SSLSupportMethod": "vip",
        "MinimumProtocolVersion": "TLSv1",
        "CertificateSource": "cloudfront",
    }


def test_a_configuration_that_was_read_can_be_written_again(source):
    distribution_id = source.distribution("again")
    before = source.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
    written = source.update(distribution_id)
    assert written["Distribution"]["DistributionConfig"] == before


def test_a_stale_etag_is_refused(source):
    cloudfront = source.cloudfront
    distribution_id = source.distribution("stale")
    read = cloudfront.get_distribution_config(Id=distribution_id)
    source.update(distribution_id, Comment="somebody else")
    with pytest.raises(cloudfront.exceptions.PreconditionFailed) as refused:
        cloudfront.update_distribution(
            Id=distribution_id, IfMatch=read["ETag"], DistributionConfig=read["DistributionConfig"]
        )
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 412
    assert "precondition" in refused.value.response["Error"]["Message"]
    assert (
        cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]["Comment"] == "somebody else"
    )


def test_a_missing_etag_is_refused(source):
    distribution_id = source.distribution("missing")
    config = source.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
    with pytest.raises(source.cloudfront.exceptions.InvalidIfMatchVersion) as refused:
        source.cloudfront.update_distribution(Id=distribution_id, DistributionConfig=config)
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_an_enabled_distribution_is_not_deleted(source):
    distribution_id = source.distribution("enabled")
    etag = source.cloudfront.get_distribution(Id=distribution_id)["ETag"]
    with pytest.raises(source.cloudfront.exceptions.DistributionNotDisabled) as refused:
        source.cloudfront.delete_distribution(Id=distribution_id, IfMatch=etag)
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 409


def test_a_caller_reference_is_used_once(source):
    first = source.distribution("twice")
    with pytest.raises(source.cloudfront.exceptions.DistributionAlreadyExists) as refused:
        source.cloudfront.create_distribution(DistributionConfig=distribution_config("twice", Comment="other"))
    assert first in refused.value.response["Error"]["Message"]


def test_distributions_come_in_pages(source):
    made = {
        source.cloudfront.create_distribution(DistributionConfig=distribution_config(str(n)))["Distribution"]["Id"]
        for n in range(5)
    }
    paginator = source.cloudfront.get_paginator("list_distributions")
    pages = [page["DistributionList"] for page in paginator.paginate(PaginationConfig={"PageSize": 2})]
    assert [page["Quantity"] for page in pages] == [2, 2, 1]
    assert [page["IsTruncated"] for page in pages] == [True, True, False]
    listed = [item["Id"] for page in pages for item in page["Items"]]
    assert len(listed) == 5
    assert set(listed) == made


def test_an_account_sees_its_own_distributions_only(source, target):
    distribution_id = source.distribution("mine")
    assert "Items" not in target.cloudfront.list_distributions()["DistributionList"]
    with pytest.raises(ClientError) as refused:
        target.cloudfront.get_distribution(Id=distribution_id)
    assert refused.value.response["Error"]["Code"] in ("NoSuchDistribution", "AccessDenied")


def test_tags(source):
    cloudfront = source.cloudfront
    tags = [{"Key": "team", "Value": "edge"}]
    made = cloudfront.create_distribution_with_tags(
        DistributionConfigWithTags={"DistributionConfig": distribution_config("tags"), "Tags": {"Items": tags}}
    )
    arn = made["Distribution"]["ARN"]
    cloudfront.tag_resource(Resource=arn, Tags={"Items": [{"Key": "stage", "Value": "prod"}]})
    cloudfront.untag_resource(Resource=arn, TagKeys={"Items": ["team"]})
    assert cloudfront.list_tags_for_resource(Resource=arn)["Tags"] == {"Items": [{"Key": "stage", "Value": "prod"}]}


def test_an_operation_that_is_not_modelled_says_so_at_once(source):
    with pytest.raises(ClientError) as refused:
        source.cloudfront.list_streaming_distributions()
    assert refused.value.response["Error"]["Code"] == "NotImplemented"
    assert refused.value.response["ResponseMetadata"]["RetryAttempts"] == 0
