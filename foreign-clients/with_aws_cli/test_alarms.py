def test_an_alarm(aws):
    aws(
        *("cloudwatch", "put-metric-alarm", "--alarm-name", "errors", "--metric-name", "5xxErrorRate"),
        *("--namespace", "AWS/CloudFront", "--statistic", "Average", "--period", "60"),
        *("--evaluation-periods", "1", "--threshold", "0.5"),
        *("--comparison-operator", "GreaterThanThreshold"),
        *("--dimensions", "Name=DistributionId,Value=E1111111SOURCE"),
    )
    state = ("--alarm-name", "errors", "--state-value", "ALARM", "--state-reason", "sick")
    aws("cloudwatch", "set-alarm-state", *state)
    query = ("--query", "MetricAlarms[].[AlarmName,StateValue,Dimensions[0].Value]")
    described = aws("cloudwatch", "describe-alarms", "--alarm-names", "errors", *query)
    assert described == [["errors", "ALARM", "E1111111SOURCE"]]
    aws("cloudwatch", "delete-alarms", "--alarm-names", "errors")
    assert aws("cloudwatch", "describe-alarms")["MetricAlarms"] == []
