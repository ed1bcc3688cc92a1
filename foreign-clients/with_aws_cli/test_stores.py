import json


def test_items_through_the_command_line(aws, refused):
    arn = aws("cloudfront", "create-key-value-store", "--name", "rules")["KeyValueStore"]["ARN"]
    named = ("--kvs-arn", arn)

    def items(*words):
        return aws("cloudfront-keyvaluestore", *words, *named)

    etag = items("describe-key-value-store")["ETag"]
    put = ("put-key", *named, "--key", "a", "--value", "1")
    refusal = refused("cloudfront-keyvaluestore", *put, "--if-match", "KV1")
    assert "(ConflictException) when calling the PutKey operation" in refusal
    puts = json.dumps([{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
    etag = items("update-keys", "--if-match", etag, "--puts", puts)["ETag"]
    assert items("get-key", "--key", "b")["Value"] == "2"
    assert items("delete-key", "--key", "b", "--if-match", etag)["ItemCount"] == 1
    assert aws("cloudfront-keyvaluestore", "list-keys", *named, "--query", "Items[].Key") == ["a"]


def test_a_file_goes_to_s3_and_comes_back(aws, accounts, tmp_path):
    bucket = f"cli-of-{accounts.source}"
    aws("s3", "mb", f"s3://{bucket}")
    given, taken = tmp_path / "given.yml", tmp_path / "taken.yml"
    given.write_text("rules: ü\n" * 1000)
    aws("s3", "cp", str(given), f"s3://{bucket}/live/rules.yml")
    aws("s3", "cp", f"s3://{bucket}/live/rules.yml", str(taken))
    assert taken.read_bytes() == given.read_bytes()
    assert "live/rules.yml" in aws("s3", "ls", "--recursive", f"s3://{bucket}/")


def test_a_function_is_tested(aws, tmp_path):
    code, event = tmp_path / "code.js", tmp_path / "event.json"
    code.write_text("function handler(event) { console.log('seen'); return { statusCode: 404 }; }")
    request = {"method": "GET", "uri": "/", "querystring": {}, "headers": {}, "cookies": {}}
    event.write_text(json.dumps({"context": {"eventType": "viewer-request"}, "request": request}))
    config = ("--function-config", "Comment=c,Runtime=cloudfront-js-2.0")
    made = aws("cloudfront", "create-function", "--name", "f", *config, "--function-code", f"fileb://{code}")
    words = ("--name", "f", "--if-match", made["ETag"], "--event-object", f"fileb://{event}")
    result = aws("cloudfront", "test-function", *words)["TestResult"]
    assert json.loads(result["FunctionOutput"]) == {"response": {"statusCode": 404}}
    assert result["FunctionExecutionLogs"] == ["seen"]
