def test_a_headers_policy_and_an_invalidation(aws, refused, written, later):
    header = {"Header": "x-migration", "Value": "source account distribution", "Override": True}
    config = {"Name": "marker", "CustomHeadersConfig": {"Quantity": 1, "Items": [header]}}
    words = ("--response-headers-policy-config", written(config), "--query", "ResponseHeadersPolicy.Id")
    policy = aws("cloudfront", "create-response-headers-policy", *words)
    query = ("--query", "ResponseHeadersPolicy.ResponseHeadersPolicyConfig.CustomHeadersConfig.Items")
    assert aws("cloudfront", "get-response-headers-policy", "--id", policy, *query) == [header]
    assert "(NoSuchResponseHeadersPolicy)" in refused(
        *("cloudfront", "get-response-headers-policy", "--id", policy), profile="target"
    )
    # The CLI's own shorthand for a small distribution.
    short = ("--origin-domain-name", "origin.example.net", "--query", "Distribution.Id")
    distribution = aws("cloudfront", "create-distribution", *short)
    paths = ("--distribution-id", distribution, "--paths", "/*", "--query", "Invalidation.Id")
    invalidation = aws("cloudfront", "create-invalidation", *paths)
    later()
    aws(
        *("cloudfront", "wait", "invalidation-completed"),
        *("--distribution-id", distribution, "--id", invalidation),
    )
