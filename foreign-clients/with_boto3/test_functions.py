import pytest
from botocore.exceptions import ClientError

CODE = b"function handler(event) { return event.request; } // \xc3\xbc"
CONFIG = {"Comment": "by a foreign client", "Runtime": "cloudfront-js-2.0"}


@pytest.fixture
def function(source):
    """A function that nobody has published yet, and its ETag."""
    made = source.cloudfront.create_function(Name="redirects", FunctionConfig=CONFIG, FunctionCode=CODE)
    return made["FunctionSummary"]["FunctionMetadata"]["FunctionARN"], made["ETag"]


def associated(arn):
    return {
        "TargetOriginId": "web",
        "ViewerProtocolPolicy": "redirect-to-https",
        "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "FunctionAssociations": {
            "Quantity": 1,
            "Items": [{"FunctionARN": arn, "EventType": "viewer-request"}],
        },
    }


def test_the_code_comes_back_byte_by_byte(source, function):
    read = source.cloudfront.get_function(Name="redirects", Stage="DEVELOPMENT")
    assert read["FunctionCode"].read() == CODE
    assert read["ETag"] == function[1]


def test_a_function_has_two_stages(source, function):
    cloudfront = source.cloudfront
    with pytest.raises(cloudfront.exceptions.NoSuchFunctionExists):
        cloudfront.describe_function(Name="redirects", Stage="LIVE")
    published = cloudfront.publish_function(Name="redirects", IfMatch=function[1])
    assert published["FunctionSummary"]["Status"] == "UNASSOCIATED"
    live = cloudfront.describe_function(Name="redirects", Stage="LIVE")
    assert live["FunctionSummary"]["FunctionMetadata"]["Stage"] == "LIVE"
    words = {"Name": "redirects", "FunctionConfig": CONFIG, "FunctionCode": b"second"}
    cloudfront.update_function(IfMatch=function[1], **words)
    assert cloudfront.get_function(Name="redirects", Stage="LIVE")["FunctionCode"].read() == CODE
    with pytest.raises(cloudfront.exceptions.PreconditionFailed):
        cloudfront.update_function(IfMatch=function[1], **words)


def test_a_function_is_published_before_a_distribution_can_use_it(source, function):
    arn, etag = function
    with pytest.raises(source.cloudfront.exceptions.InvalidFunctionAssociation):
        source.distribution("early", DefaultCacheBehavior=associated(arn))
    source.cloudfront.publish_function(Name="redirects", IfMatch=etag)
    distribution_id = source.distribution("late", DefaultCacheBehavior=associated(arn))
    config = source.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
    assert config["DefaultCacheBehavior"]["FunctionAssociations"]["Items"][0]["FunctionARN"] == arn
    with pytest.raises(source.cloudfront.exceptions.FunctionInUse):
        source.cloudfront.delete_function(Name="redirects", IfMatch=etag)


def test_a_function_of_another_account_cannot_be_used(source, target, function):
    arn, etag = function
    source.cloudfront.publish_function(Name="redirects", IfMatch=etag)
    with pytest.raises(ClientError) as refused:
        target.distribution("theirs", DefaultCacheBehavior=associated(arn))
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_a_key_value_store_is_provisioned_and_then_ready(source):
    cloudfront = source.cloudfront
    made = cloudfront.create_key_value_store(Name="rules", Comment="of redirects")
    assert made["KeyValueStore"]["Status"] == "PROVISIONING"
    source.later()
    described = cloudfront.describe_key_value_store(Name="rules")
    assert described["KeyValueStore"]["Status"] == "READY"
    cloudfront.delete_key_value_store(Name="rules", IfMatch=described["ETag"])
    with pytest.raises(cloudfront.exceptions.EntityNotFound):
        cloudfront.describe_key_value_store(Name="rules")
