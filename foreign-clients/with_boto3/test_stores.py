import json

import pytest
from botocore.exceptions import ClientError

CODE = b"""import cf from 'cloudfront';
async function handler(event) {
  return { statusCode: 301, headers: { location: { value: await cf.kvs().get(event.request.uri) } } };
}"""
EVENT = {
    "version": "1.0",
    "context": {"eventType": "viewer-request"},
    "viewer": {"ip": "198.51.100.11"},
    "request": {"method": "GET", "uri": "/old", "querystring": {}, "headers": {}, "cookies": {}},
}


@pytest.fixture
def store(source):
    """The ARN of a store that is ready, and has nothing in it."""
    made = source.cloudfront.create_key_value_store(Name="rules")
    source.later()
    return made["KeyValueStore"]["ARN"]


def etag(account, store):
    return account.items.describe_key_value_store(KvsARN=store)["ETag"]


def test_items_are_put_read_listed_and_deleted(source, store):
    # The account of the store goes before the host: nobody can look that up, so it comes through the proxy.
    items = source.items
    key, value = "h:a/b ü", "301 https://b.example/"
    put = items.put_key(KvsARN=store, Key=key, Value=value, IfMatch=etag(source, store))
    assert (put["ItemCount"], put["TotalSizeInBytes"]) == (1, len((key + value).encode()))
    assert items.get_key(KvsARN=store, Key=key)["Value"] == value
    puts = [{"Key": f"k{n}", "Value": str(n)} for n in range(49)]
    items.update_keys(KvsARN=store, IfMatch=put["ETag"], Puts=puts, Deletes=[{"Key": key}])
    pages = items.get_paginator("list_keys").paginate(KvsARN=store, PaginationConfig={"PageSize": 20})
    assert sorted(item["Key"] for page in pages for item in page["Items"]) == sorted(p["Key"] for p in puts)
    items.delete_key(KvsARN=store, Key="k0", IfMatch=etag(source, store))
    assert items.describe_key_value_store(KvsARN=store)["ItemCount"] == 48


def test_items_have_an_etag_of_their_own(source, store):
    control = source.cloudfront.describe_key_value_store(Name="rules")["ETag"]
    assert control != etag(source, store)
    with pytest.raises(source.items.exceptions.ConflictException):
        source.items.put_key(KvsARN=store, Key="k", Value="v", IfMatch=control)


def test_what_is_too_large_is_refused(source, store):
    with pytest.raises(source.items.exceptions.ServiceQuotaExceededException) as refused:
        source.items.put_key(KvsARN=store, Key="k", Value="v" * 1025, IfMatch=etag(source, store))
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 402
    assert "Maximum size of the value" in refused.value.response["Error"]["Message"]


def test_items_are_of_their_account(target, store):
    with pytest.raises(target.items.exceptions.ResourceNotFoundException):
        target.items.get_key(KvsARN=store, Key="k")


def test_a_function_is_tested_on_its_store(source, store):
    associated = {"Quantity": 1, "Items": [{"KeyValueStoreARN": store}]}
    config = {"Comment": "", "Runtime": "cloudfront-js-2.0", "KeyValueStoreAssociations": associated}
    made = source.cloudfront.create_function(Name="redirects", FunctionConfig=config, FunctionCode=CODE)
    words = {"Name": "redirects", "IfMatch": made["ETag"], "EventObject": json.dumps(EVENT)}
    missing = source.cloudfront.test_function(**words)["TestResult"]
    assert "KeyNotFound" in missing["FunctionErrorMessage"]
    source.items.put_key(KvsARN=store, Key="/old", Value="/new", IfMatch=etag(source, store))
    result = source.cloudfront.test_function(**words)["TestResult"]
    assert json.loads(result["FunctionOutput"])["response"]["headers"]["location"]["value"] == "/new"
    assert 0 < int(result["ComputeUtilization"]) < 100
    ready = source.cloudfront.describe_key_value_store(Name="rules")
    with pytest.raises(source.cloudfront.exceptions.CannotDeleteEntityWhileInUse):
        source.cloudfront.delete_key_value_store(Name="rules", IfMatch=ready["ETag"])


def test_a_store_is_filled_from_s3(source, accounts):
    bucket = f"files-of-{accounts.source}"
    source.s3.create_bucket(Bucket=bucket)
    source.s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    data = {"data": [{"key": "a", "value": "1"}, {"key": "ü", "value": "2"}]}
    put = source.s3.put_object(Bucket=bucket, Key="live/items.json", Body=json.dumps(data).encode())
    read = source.s3.get_object(Bucket=bucket, Key="live/items.json", VersionId=put["VersionId"])
    assert json.loads(read["Body"].read()) == data
    made = source.cloudfront.create_key_value_store(
        Name="filled",
        ImportSource={"SourceType": "S3", "SourceARN": f"arn:aws:s3:::{bucket}/live/items.json"},
    )
    source.later()
    assert source.items.get_key(KvsARN=made["KeyValueStore"]["ARN"], Key="ü")["Value"] == "2"


def test_an_object_that_is_not_there_is_not_found(source, accounts):
    bucket = f"empty-of-{accounts.source}"
    source.s3.create_bucket(Bucket=bucket)
    with pytest.raises(source.s3.exceptions.NoSuchKey):
        source.s3.get_object(Bucket=bucket, Key="none")
    with pytest.raises(ClientError) as missing:
        source.s3.head_object(Bucket=bucket, Key="none")
    assert missing.value.response["Error"]["Code"] == "404"
