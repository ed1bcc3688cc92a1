def test_from_creation_to_live(aws, refused, tmp_path):
    code = tmp_path / "redirects.js"
    code.write_text("function handler(event) { return event.request; }")
    config = ("--function-config", "Comment=by the AWS CLI,Runtime=cloudfront-js-2.0")
    words = ("--name", "redirects", *config, "--function-code", f"fileb://{code}")
    made = aws("cloudfront", "create-function", *words)
    assert made["FunctionSummary"]["Status"] == "UNPUBLISHED"
    aws("cloudfront", "publish-function", "--name", "redirects", "--if-match", made["ETag"])
    fetched = tmp_path / "live.js"
    aws("cloudfront", "get-function", "--name", "redirects", "--stage", "LIVE", str(fetched))
    assert fetched.read_text() == code.read_text()
    stale = refused("cloudfront", "delete-function", "--name", "redirects", "--if-match", "E1")
    assert "(PreconditionFailed) when calling the DeleteFunction operation" in stale
    query = ("--query", "FunctionList.Items[].Name")
    assert aws("cloudfront", "list-functions", "--stage", "LIVE", *query) == ["redirects"]
