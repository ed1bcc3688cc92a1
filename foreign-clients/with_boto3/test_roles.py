import pytest
from botocore.exceptions import ClientError
from local_aws import EXTERNAL_ID


def test_who_one_is(source, mover, accounts):
    assert source.sts.get_caller_identity()["Arn"] == f"arn:aws:iam::{accounts.source}:root"
    identity = mover.sts.get_caller_identity()
    assert identity["Account"] == accounts.source
    assert identity["Arn"].startswith(f"arn:aws:sts::{accounts.source}:assumed-role/mover/")


def test_a_role_of_the_source_changes_a_distribution_of_the_source(source, mover):
    distribution_id = source.distribution("by role")
    mover.update(distribution_id, Comment="by the role")
    read = source.cloudfront.get_distribution_config(Id=distribution_id)["DistributionConfig"]
    assert read["Comment"] == "by the role"


def test_a_role_may_do_what_its_policy_says_and_nothing_else(source, mover, accounts):
    distribution_id = source.distribution("not by role")
    etag = mover.cloudfront.get_distribution(Id=distribution_id)["ETag"]
    with pytest.raises(ClientError) as refused:
        mover.cloudfront.delete_distribution(Id=distribution_id, IfMatch=etag)
    error = refused.value.response
    assert (error["Error"]["Code"], error["ResponseMetadata"]["HTTPStatusCode"]) == ("AccessDenied", 403)
    assert "is not authorized to perform: cloudfront:DeleteDistribution on resource: " in error["Error"]["Message"]
    # Services that speak JSON have another word for it.
    with pytest.raises(mover.acm.exceptions.AccessDeniedException):
        mover.acm.list_certificates()


@pytest.mark.parametrize("external_id", [None, "of somebody else"])
def test_a_role_is_not_assumed_without_its_external_id(target, accounts, external_id):
    words = {"ExternalId": external_id} if external_id else {}
    with pytest.raises(ClientError) as refused:
        target.sts.assume_role(RoleArn=accounts.role_arn, RoleSessionName="test", **words)
    assert refused.value.response["Error"]["Code"] == "AccessDenied"


def test_a_role_is_not_assumed_by_an_account_that_it_does_not_trust(source, accounts):
    with pytest.raises(ClientError) as refused:
        source.sts.assume_role(RoleArn=accounts.role_arn, RoleSessionName="test", ExternalId=EXTERNAL_ID)
    assert refused.value.response["Error"]["Code"] == "AccessDenied"


def test_a_session_expires(mover, later):
    mover.sts.get_caller_identity()
    later(3601)
    with pytest.raises(ClientError) as refused:
        mover.sts.get_caller_identity()
    assert refused.value.response["Error"]["Code"] == "ExpiredToken"
