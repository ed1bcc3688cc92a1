import pytest


@pytest.fixture
def put(source):
    def put_alarm(name, **changes):
        source.cloudwatch.put_metric_alarm(
            **{
                "AlarmName": name,
                "MetricName": "5xxErrorRate",
                "Namespace": "AWS/CloudFront",
                "Statistic": "Average",
                "Period": 60,
                "EvaluationPeriods": 1,
                "Threshold": 0.5,
                "ComparisonOperator": "GreaterThanThreshold",
                **changes,
            }
        )

    return put_alarm


def test_an_alarm_has_no_data_until_its_state_is_set(source, put):
    put("errors")
    source.cloudwatch.get_waiter("alarm_exists").wait(AlarmNames=["errors"])
    (alarm,) = source.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"]
    assert (alarm["StateValue"], alarm["Threshold"], alarm["ActionsEnabled"]) == ("INSUFFICIENT_DATA", 0.5, True)
    source.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="sick")
    (alarm,) = source.cloudwatch.describe_alarms(StateValue="ALARM")["MetricAlarms"]
    assert (alarm["AlarmName"], alarm["StateReason"]) == ("errors", "sick")
    assert alarm["StateUpdatedTimestamp"] >= alarm["AlarmConfigurationUpdatedTimestamp"]


def test_alarms_come_in_pages(source, put):
    for n in range(3):
        put(f"errors {n}")
    paginator = source.cloudwatch.get_paginator("describe_alarms")
    pages = list(paginator.paginate(AlarmNamePrefix="errors", PaginationConfig={"PageSize": 2}))
    assert [len(page["MetricAlarms"]) for page in pages] == [2, 1]


def test_of_several_alarms_all_are_deleted_or_none(source, put):
    put("errors")
    with pytest.raises(source.cloudwatch.exceptions.ResourceNotFound):
        source.cloudwatch.delete_alarms(AlarmNames=["errors", "nobody"])
    assert len(source.cloudwatch.describe_alarms()["MetricAlarms"]) == 1
    source.cloudwatch.delete_alarms(AlarmNames=["errors"])
    assert source.cloudwatch.describe_alarms()["MetricAlarms"] == []
