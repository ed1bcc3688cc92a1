from local_aws import distribution_config


def create(aws, written, reference, **changes):
    words = ("--distribution-config", written(distribution_config(reference, **changes)))
    return aws("cloudfront", "create-distribution", *words)


def test_life_cycle(aws, refused, written, later):
    made = create(aws, written, "once")
    distribution_id = made["Distribution"]["Id"]
    assert made["Distribution"]["Status"] == "InProgress"
    # The waiter looks every 60 seconds of the wall: once, here.
    later()
    assert aws("cloudfront", "wait", "distribution-deployed", "--id", distribution_id) is None
    config = aws("cloudfront", "get-distribution-config", "--id", distribution_id)
    changed = written({**config["DistributionConfig"], "Enabled": False})
    words = ("--id", distribution_id, "--distribution-config", changed)
    updated = aws("cloudfront", "update-distribution", *words, "--if-match", config["ETag"])
    stale = refused("cloudfront", "update-distribution", *words, "--if-match", config["ETag"])
    assert "(PreconditionFailed) when calling the UpdateDistribution operation" in stale
    later()
    aws("cloudfront", "delete-distribution", "--id", distribution_id, "--if-match", updated["ETag"])
    gone = refused("cloudfront", "get-distribution", "--id", distribution_id)
    assert "(NoSuchDistribution)" in gone
    assert "The specified distribution does not exist." in gone


def test_pages_and_queries(aws, written):
    made = [create(aws, written, str(n))["Distribution"]["Id"] for n in range(3)]
    words = ("cloudfront", "list-distributions", "--query", "DistributionList.Items[].Id", "--output", "text")
    # The CLI prints the result of the query for each page that it fetched.
    assert sorted(aws(*words, "--page-size", "2").split()) == sorted(made)
    listed = aws("cloudfront", "list-distributions", "--max-items", "2")
    assert len(listed["DistributionList"]["Items"]) == 2
    rest = aws("cloudfront", "list-distributions", "--starting-token", listed["NextToken"])
    assert len(rest["DistributionList"]["Items"]) == 1
