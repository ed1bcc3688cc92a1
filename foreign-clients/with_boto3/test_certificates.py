import pytest


def test_a_certificate_is_issued_when_its_records_are_published(source, zone, accounts):
    acm = source.acm
    arn = acm.request_certificate(
        DomainName=accounts.domain,
        SubjectAlternativeNames=[f"*.{accounts.domain}"],
        ValidationMethod="DNS",
    )["CertificateArn"]
    described = acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert described["Status"] == "PENDING_VALIDATION"
    assert {option["ValidationStatus"] for option in described["DomainValidationOptions"]} == {"PENDING_VALIDATION"}
    assert "NotAfter" not in described
    # A name and its wildcard share one record.
    (record,) = source.validation_records(arn)
    assert record["Name"].endswith(f".{accounts.domain}.")
    assert record["Value"].endswith(".acm-validations.aws.")
    source.record(zone, record["Name"], record["Type"], record["Value"])
    acm.get_waiter("certificate_validated").wait(CertificateArn=arn, WaiterConfig={"Delay": 0.1, "MaxAttempts": 200})
    issued = acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert issued["Status"] == "ISSUED"
    assert issued["NotBefore"] < issued["NotAfter"]


def test_without_records_it_times_out(source, accounts, later):
    arn = source.acm.request_certificate(DomainName=accounts.domain, ValidationMethod="DNS")["CertificateArn"]
    later(72 * 60 * 60)
    described = source.acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert described["Status"] == "VALIDATION_TIMED_OUT"
    assert [option["ValidationStatus"] for option in described["DomainValidationOptions"]] == ["FAILED"]


def test_by_email_it_stays_pending(source, accounts, later):
    arn = source.acm.request_certificate(DomainName=accounts.domain)["CertificateArn"]
    later(3600)
    described = source.acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert described["Status"] == "PENDING_VALIDATION"
    assert f"admin@{accounts.domain}" in described["DomainValidationOptions"][0]["ValidationEmails"]


def test_a_repeated_request_is_one(source, accounts):
    words = {"DomainName": accounts.domain, "ValidationMethod": "DNS", "IdempotencyToken": "once"}
    first = source.acm.request_certificate(**words)["CertificateArn"]
    assert source.acm.request_certificate(**words)["CertificateArn"] == first


def test_certificates_are_listed_by_page_and_by_status(source, accounts):
    for n in range(3):
        source.acm.request_certificate(DomainName=f"n{n}.{accounts.domain}", ValidationMethod="DNS")
    paginator = source.acm.get_paginator("list_certificates")
    pages = list(paginator.paginate(PaginationConfig={"PageSize": 2}))
    assert [len(page["CertificateSummaryList"]) for page in pages] == [2, 1]
    issued = source.acm.list_certificates(CertificateStatuses=["ISSUED"])
    assert issued["CertificateSummaryList"] == []


def test_a_certificate_in_use_is_not_deleted(source, zone, accounts):
    arn = source.certificate((source, zone), f"*.{accounts.domain}")
    distribution_id = source.distribution("user", [f"a.{accounts.domain}"], arn)
    described = source.acm.describe_certificate(CertificateArn=arn)["Certificate"]
    assert [each.rsplit("/", 1)[1] for each in described["InUseBy"]] == [distribution_id]
    assert described["RenewalEligibility"] == "ELIGIBLE"
    with pytest.raises(source.acm.exceptions.ResourceInUseException):
        source.acm.delete_certificate(CertificateArn=arn)


def test_a_certificate_that_is_not_issued_serves_no_distribution(source, accounts):
    arn = source.acm.request_certificate(DomainName=f"a.{accounts.domain}", ValidationMethod="DNS")["CertificateArn"]
    with pytest.raises(source.cloudfront.exceptions.InvalidViewerCertificate) as refused:
        source.distribution("pending", [f"a.{accounts.domain}"], arn)
    assert "doesn't exist, isn't in us-east-1 region, isn't valid" in refused.value.response["Error"]["Message"]


def test_what_is_not_there(source, accounts):
    arn = f"arn:aws:acm:us-east-1:{accounts.source}:certificate/00000000-0000-0000-0000-000000000000"
    with pytest.raises(source.acm.exceptions.ResourceNotFoundException):
        source.acm.describe_certificate(CertificateArn=arn)
